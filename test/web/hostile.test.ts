import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildDocx, buildZip, paragraph, run, table, wordNamespaces } from '../support/docx.ts';
import { describeInBrowser, visits } from './support/browser.ts';
import { download, drop, figure, finding, findings, paper, refusals, tabs, type TestFile } from './support/steps.ts';

const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const compound = (stream: string) =>
  latin1(
    `\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(504)}${[...stream].map((letter) => `${letter}\0`).join('')}\0\0`,
  );
const small = buildDocx({ body: paragraph('全县有小学45所。') });
const inBody = (xml: string) => `<w:document ${wordNamespaces()}><w:body>${xml}</w:body></w:document>`;
const document = (xml: string) => buildDocx({ body: '', parts: { 'word/document.xml': xml } });
/** 600 MB of nothing in half a megabyte. */
const bomb = () =>
  zipSync(
    { '[Content_Types].xml': latin1('<Types/>'), 'word/document.xml': new Uint8Array(600 * 1024 * 1024) },
    { level: 1 },
  );

const REFUSED: readonly (readonly [name: string, content: TestFile['content'], words: RegExp])[] = [
  ['空.docx', '', /空的/u],
  ['空.txt', '', /空的/u],
  ['截断.docx', small.slice(0, small.length * 0.6), /不完整/u],
  ['炸弹.docx', bomb(), /超出可读取的大小/u],
  ['表.xlsx', buildZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' }), /数据表|电子表格|工作簿/u],
  ['图.png', latin1('\x89PNG\r\n\x1a\n'), /图片/u],
  ['网页.html', '<!DOCTYPE html><script>globalThis.ran = 1</script><p>全县</p>', /网页/u],
  ['深.docx', document(inBody(`${'<w:sdt>'.repeat(100_000)}<w:p/>${'</w:sdt>'.repeat(100_000)}`)), /层/u],
  ['实体.docx', document(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${inBody('<w:p/>')}`), /./u],
  ['加密.docx', compound('EncryptedPackage'), /密码/u],
  ['坏.pdf', '%PDF-1.7\n', /PDF/u],
  ['乱码.txt', latin1('\x01\x02\0\x03'), /读不出文字/u],
  ['压缩.zip', buildZip({ '报告.txt': '全县' }), /解压/u],
];

const ATTACK = '<img src=x onerror="globalThis.ran = 1"><script>globalThis.ran = 1</script>"\'&amp;</mark><b>';
const NAME = `"><img src=x onerror=globalThis.ran=1>'&.txt`;

describeInBrowser('files that no report should be', () => {
  const visit = visits();

  test('each gets a sentence that says what to do, and the page goes on', async () => {
    const { page } = await visit();
    for (const [name, content, words] of REFUSED) {
      await drop(page, { name, content });
      const told = await refusals(page);
      expect(told, name).toHaveLength(1);
      expect(told[0]?.startsWith(`${name}：`), told[0]).toBe(true);
      expect(told[0]).toMatch(words);
      expect(told[0]?.slice(name.length)).toMatch(/。(?:（.*）)?$/u);
      // no stack, no English beyond the names of formats
      expect(told[0]?.slice(name.length), name).not.toMatch(/Error|undefined|null|\bat \w+ \(|意外/u);
    }
    await drop(page, ...REFUSED.map(([name, content]) => ({ name, content })), { name: '好.docx', content: small });
    expect(await refusals(page)).toHaveLength(REFUSED.length);
    expect(await tabs(page)).toEqual(['好.docx']);
    await page.getByRole('alert').getByRole('button', { name: '知道了' }).click();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('what a report or its name says is text, and never markup', async () => {
    const { page } = await visit();
    const text = `${ATTACK}\n一、${ATTACK}\n全县现有学校43所：小学28所、初中9所、九年一贯制学校5所${ATTACK}。\n`;
    await drop(
      page,
      { name: NAME, content: text },
      {
        name: '表.docx',
        content: buildDocx({ body: paragraph(run(text)) + table([[paragraph(run(ATTACK)), '1所']]) }),
      },
    );
    for (const name of [NAME, '表.docx']) {
      await page.getByTitle(name).click();
      expect(await paper(page).innerText()).toContain('<img src=x onerror=');
      expect(await page.locator('main img, main script, article b').count()).toBe(0);
      await figure(page, '43所').click();
      await findings(page).first().getByRole('button', { name: '不是问题' }).click();
      await findings(page).first().getByRole('textbox').fill(ATTACK);
      await findings(page).first().getByRole('textbox').press('Enter');
      await page.getByRole('button', { name: '处理意见' }).waitFor();
    }
    const { bytes } = await download(page, '网页');
    expect(new TextDecoder().decode(bytes)).not.toMatch(/<img|<script/u);
    expect((await download(page, '问题清单')).name).not.toMatch(/[<>"/]/u);
    await page.reload();
    await paper(page).waitFor();
    expect(await page.evaluate(() => (globalThis as { ran?: number }).ran)).toBeUndefined();
  });

  test('a megabyte of one line, a huge table, and many figures are read', async () => {
    const { page } = await visit();
    await drop(page, { name: '一行.txt', content: '全县义务教育均衡发展工作稳步推进，'.repeat(20_000) });
    expect(await refusals(page)).toEqual([]);
    const rows = Array.from({ length: 1500 }, (_, index) => [`第${index}小学`, String(index), String(2 * index), '12']);
    await drop(page, {
      name: '大表.docx',
      content: buildDocx({
        body:
          paragraph('表') +
          table([['学校', '教师', '学生', '班'], ...rows]) +
          paragraph('全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。'),
      }),
    });
    expect(await refusals(page)).toEqual([]);
    expect(await paper(page).getByRole('row').count()).toBe(1501);
    await finding(page, 1)
      .getByRole('button', { name: /^第\d+段/u })
      .click();
  });
});
