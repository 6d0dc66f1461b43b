import { execFileSync, spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../cli/program.ts';
import { describeInBrowser, visits } from './support/browser.ts';
import { decide, EXAMPLE_TEXT, figure, findings, openExample } from './support/steps.ts';

/** A screen of 1366×768 at 125, 150 and 200 %. */
const ZOOMED = [
  ['125 %', { width: 1093, height: 614 }],
  ['150 %', { width: 911, height: 512 }],
  ['200 %', { width: 683, height: 384 }],
] as const;

/** Buttons and choices that cannot be pressed: beyond the edge or beneath something, even once they are scrolled to. */
const unreachable = (page: Page) =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll<HTMLElement>('button, select, summary, input:not([hidden])')];
    const failed: string[] = [];
    for (const element of all) {
      if (element.getClientRects().length === 0) continue;
      element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      // of several lines: the first
      const { left, top, width, height } = element.getClientRects()[0] ?? element.getBoundingClientRect();
      const hit = document.elementFromPoint(left + Math.min(width / 2, 40), top + height / 2);
      if (hit === null || !(element.contains(hit) || hit.contains(element)))
        failed.push(`${element.innerText} beneath ${hit?.className}`);
    }
    return failed;
  });

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describeInBrowser('zoomed in', () => {
  const visit = visits();

  test.each(ZOOMED)('at %s nothing is cut off or out of reach', async (_, viewport) => {
    const { page } = await visit({ viewport });
    const check = async (view: string) => {
      expect(await overflow(page), view).toBeLessThanOrEqual(0);
      expect(await unreachable(page), view).toEqual([]);
    };
    await check('start');
    await openExample(page);
    await check('result');
    await findings(page).first().getByRole('button', { name: '属实' }).click();
    await check('reason');
    const pane = page.getByRole('group', { name: '看哪一边' }).getByRole('button', { name: '原文' });
    if (await pane.isVisible()) await pane.click();
    await check('report');
    await figure(page, '34所').click();
    await page.getByRole('region', { name: '数字34所' }).waitFor();
    await check('figure');
    for (const name of ['帮助', '清除全部']) {
      await page.getByRole('button', { name, exact: true }).click();
      const box = await page.getByRole('dialog').boundingBox();
      expect(box?.y, name).toBeGreaterThanOrEqual(0);
      expect((box?.y ?? 0) + (box?.height ?? 0), name).toBeLessThanOrEqual(viewport.height);
      await page.getByRole('dialog').getByRole('button').last().click();
    }
  });
});

const hasReader = spawnSync('pdftotext', ['-v']).status === 0;
if (!hasReader) process.stderr.write('未找到 pdftotext，跳过打印的测试。\n');

describeInBrowser('on paper', () => {
  const visit = visits();
  const folder = temporaryFolder();

  test.skipIf(!hasReader)('the summary, every finding and the whole report; nothing to press', async () => {
    const { page } = await visit();
    await openExample(page);
    await decide(page, 2, '属实', '已通知修改');
    const messages = await findings(page).evaluateAll((all) =>
      all.map((card) => card.querySelector('p:nth-of-type(2)')?.textContent ?? ''),
    );
    const path = folder.write('打印.pdf', await page.pdf({ format: 'A4' }));
    const squeezed = (text: string) => text.replaceAll(/\s+/gu, '');
    const printed = squeezed(execFileSync('pdftotext', ['-raw', path, '-'], { encoding: 'utf8' }));
    for (const words of ['读出数字', '核对关系', '对照标准', '已确认属实：已通知修改'])
      expect(printed).toContain(words);
    for (const message of messages) expect(printed).toContain(squeezed(message));
    // the numbers of the findings stand between the words of the report
    const wordsOf = (text: string) => squeezed(text).replaceAll(/\d/gu, '');
    const lines = EXAMPLE_TEXT.split('\n').filter((line) => line !== '' && !/\d/u.test(line));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(wordsOf(printed)).toContain(wordsOf(line));
    for (const words of ['帮助', '清除全部', '打开文件', '不是问题', '撤销', '问题清单', '全部类型'])
      expect(printed).not.toContain(words);
  });
});
