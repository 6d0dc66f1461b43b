import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { COMMENT_AUTHOR } from '../../src/write/word/findings-comments.ts';
import { countyReport } from '../support/county-report.ts';
import { buildDocx, paragraph } from '../support/docx.ts';
import { commentsOf, partsOf } from '../support/word-comments.ts';
import { describeInBrowser, visits } from './support/browser.ts';
import { choose, decide, download, drop, findings, listed, openExample, said } from './support/steps.ts';

const WRONG = '全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。';

describeInBrowser('downloads', () => {
  const visit = visits();

  test('the Word file is the report with comments, and nothing else in it has changed', async () => {
    const { page } = await visit();
    const county = countyReport();
    const original = buildDocx({ ...county, body: county.body + paragraph(WRONG) });
    await choose(page, { name: '自评报告.docx', content: original });
    const { name, bytes } = await download(page, '带批注的 Word');
    expect(name).toBe('自评报告-批注.docx');
    expect(await said(page)).toMatch(/已下载“自评报告-批注\.docx”。写入批注\d+处。原文件没有改动。/u);
    expect((await readDocument(name, bytes)).text).toBe((await readDocument('自评报告.docx', original)).text);
    const [comment] = commentsOf(bytes).filter(({ anchored }) => anchored === '43所');
    expect(comment).toMatchObject({ author: COMMENT_AUTHOR, text: expect.stringContaining('28+9+5=42≠43') });
    expect(partsOf(bytes)['word/numbering.xml']).toBe(partsOf(original)['word/numbering.xml']);
  });

  test('of a text, a Word file with its lines', async () => {
    const { page } = await visit();
    await choose(page, { name: '报告.txt', content: `自评报告\n${WRONG}\n` });
    const { name, bytes } = await download(page, '带批注的 Word');
    expect(name).toBe('报告-批注.docx');
    expect((await readDocument(name, bytes)).text.trim()).toBe(`自评报告\n${WRONG}`);
    expect(commentsOf(bytes).map(({ anchored }) => anchored)).toContain('43所');
    expect(await said(page)).toContain('原文件不是 .docx');
  });

  test('the list and the page hold the findings that are left; a reason stays with those that are so', async () => {
    const { page } = await visit();
    await openExample(page);
    await decide(page, 1, '不是问题');
    await decide(page, 2, '属实', '已通知修改');
    const messages = await findings(page).evaluateAll((all) =>
      all.map((card) => card.querySelector('p:nth-of-type(2)')?.textContent ?? ''),
    );
    expect(messages).toHaveLength((await listed(page)).length);

    const list = await download(page, '问题清单');
    expect(list.name).toBe('示例报告（含错）-问题清单.xlsx');
    const { sheets } = await readXlsx(list.bytes);
    expect(sheets.map((sheet) => sheet.name)).toEqual(['问题清单', '核对小结']);
    const [headings = [], ...rows] = sheets[0]?.rows ?? [];
    const column = (heading: string) => rows.map((row) => row[headings.indexOf(heading)]);
    expect(column('问题').toSorted()).toEqual(messages.toSorted());
    expect(new Set(column('处理结果'))).toEqual(new Set([null]));

    const shown = await download(page, '网页');
    expect(shown.name).toBe('示例报告（含错）-核对结果.html');
    const html = new TextDecoder().decode(shown.bytes);
    for (const message of messages) expect(html).toContain(message.replaceAll('"', '&quot;'));
    expect(html).toContain('已由人确认属实：已通知修改');
    expect(html).not.toMatch(/<script|https?:\/\//u);
  });

  test('of several files, one list and one page of all; each its own Word file', async () => {
    const { page } = await visit();
    await drop(page, { name: '甲.txt', content: WRONG }, { name: '乙.txt', content: `乙\n${WRONG}` });
    const list = await download(page, '问题清单');
    expect(list.name).toBe('甲等2份-问题清单.xlsx');
    const { sheets } = await readXlsx(list.bytes);
    expect(sheets[0]?.rows.slice(1).map((row) => row[1])).toEqual(['甲.txt', '乙.txt']);
    expect((await download(page, '网页')).name).toBe('甲等2份-核对结果.html');
    await page.getByTitle('乙.txt').click();
    expect((await download(page, '带批注的 Word')).name).toBe('乙-批注.docx');
  });

  test('a signed file is not written into: a sentence says so', async () => {
    const { page } = await visit();
    await choose(page, {
      name: '签.docx',
      content: buildDocx({ body: paragraph(WRONG), parts: { '_xmlsignatures/origin.sigs': '' } }),
    });
    await page.getByRole('button', { name: '带批注的 Word' }).click();
    await page.getByRole('status').filter({ hasText: '电子签名' }).waitFor();
    expect((await download(page, '问题清单')).name).toBe('签-问题清单.xlsx');
  });
});
