import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { check, parseStandard } from '../../src/jobs/index.ts';
import { countyReport } from '../support/county-report.ts';
import { buildDocx } from '../support/docx.ts';
import { buildPdf, column } from '../support/pdf.ts';
import { describeInBrowser } from '../support/chromium.ts';
import { builtPage, openPages, until, withScript } from './support/altered-page.ts';
import { FORGET_EVERYWHERE } from './support/newer-functions.ts';

const NATIONAL = ['basic-balance-2012', 'quality-balance-2017'];
const wrong = '　　全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。';
const docx = countyReport();
const OLD_WORD = fileURLToPath(new URL('../fixtures/files/旧版.doc', import.meta.url));

const FILES: readonly (readonly [name: string, content: Uint8Array])[] = [
  ['报告.txt', readFileSync(new URL('../../corpus/sample/示例报告（含错）.txt', import.meta.url))],
  ['报告.docx', buildDocx({ ...docx, body: `${docx.body}<w:p><w:r><w:t>${wrong}</w:t></w:r></w:p>` })],
  ['报告.pdf', buildPdf([column(['一、基本情况', wrong])])],
];

describeInBrowser('in a browser without what came after Chromium 86', () => {
  const { openText } = openPages();

  test.each(FILES)('%s: checked as elsewhere, decided, downloaded', async (name, content) => {
    const { page, complaints } = await openText(withScript(builtPage(), FORGET_EVERYWHERE));
    await until(page, 'empty');
    const knows = () => 'groupBy' in Object || 'Segmenter' in Intl || 'fromAsync' in Array;
    expect([await page.evaluate(knows), await page.workers()[0]?.evaluate(knows)]).toEqual([false, false]);

    await page.getByLabel('选择报告文件').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
    await until(page, 'shown');
    const { result } = await check(name, content, standards());
    expect(result.findings.length).toBeGreaterThan(0);
    const messages = await page.locator('[id^=finding-] .message').allTextContents();
    expect(messages).toEqual(result.findings.map(({ message }) => message));

    const first = page.locator('#finding-1');
    await first.getByRole('button', { name: '不是问题' }).click();
    await first.getByRole('button', { name: '不是问题' }).click();
    for (const words of ['处理意见', '带批注的 Word', '问题清单', '网页']) {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: words, exact: true }).click();
      expect(readFileSync(await (await download).path()).length).toBeGreaterThan(100);
    }
    await page.getByRole('button', { name: '帮助' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    expect(complaints).toEqual([]);
  });

  test('an old Word file is read', async () => {
    const { page, complaints } = await openText(withScript(builtPage(), FORGET_EVERYWHERE));
    await until(page, 'empty');
    await page.getByLabel('选择报告文件').setInputFiles(OLD_WORD);
    await until(page, 'shown');
    expect(await page.getByRole('article').locator('[data-figure]').count()).toBeGreaterThan(0);
    expect(complaints).toEqual([]);
  });
});

function standards() {
  return NATIONAL.map((name) =>
    parseStandard(
      `${name}.yaml`,
      readFileSync(new URL(`../../src/standards/national/${name}.yaml`, import.meta.url), 'utf8'),
    ),
  );
}
