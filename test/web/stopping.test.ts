import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, visits } from './support/browser.ts';
import { choose, decide, download, drop, finding, listed, tabs } from './support/steps.ts';

const WRONG = '全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n';

/** A report of some megabytes, made in the page itself, dropped. */
function dropLarge(page: Page, name: string): Promise<unknown> {
  return page.evaluate((name) => {
    const line = (index: number) =>
      `第${index}项：全县现有学校${index + 42}所：小学28所、初中9所、九年一贯制学校5所，投入${index * 3 + 7}万元，比上年增长12.5%。\n`;
    const text = Array.from({ length: 40_000 }, (_, index) => line(index)).join('');
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], name));
    dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, name);
}

describeInBrowser('a report that takes long', () => {
  const visit = visits();

  test('is named while it is checked, leaves the page free, and can be stopped: what was there is there again', async () => {
    const { page } = await visit();
    await choose(page, { name: '报告.txt', content: WRONG });
    await decide(page, 1, '属实', '待改');
    await dropLarge(page, '巨大的报告.txt');
    await page.getByRole('status').filter({ hasText: '巨大的报告.txt（第2份，共2份）' }).waitFor();
    // frames are drawn, and the help is opened and closed meanwhile
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    await page.getByRole('button', { name: '帮助' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '关闭' }).click();
    expect(await page.locator('main').getAttribute('data-phase')).toBe('working');
    await page.getByRole('button', { name: '停止' }).click();
    await page.locator('main[data-phase=shown]').waitFor();
    expect(await tabs(page)).toEqual(['报告.txt']);
    expect(await finding(page, 1).textContent()).toContain('已确认属实：待改');

    // the worker is a new one, and knows what is shown
    await finding(page, 1).getByRole('button', { name: '撤销' }).click();
    await finding(page, 1).getByRole('button', { name: '不是问题' }).waitFor();
    expect((await download(page, '问题清单')).name).toBe('报告-问题清单.xlsx');
    await drop(page, { name: '另一份.txt', content: WRONG });
    expect(await tabs(page)).toEqual(['报告.txt', '另一份.txt']);
    expect(await listed(page)).toContain(1);
  });

  test('stopped at the start, the start is there again; stopped twice, what was there still is', async () => {
    const { page } = await visit();
    await dropLarge(page, '大.txt');
    await page.getByRole('button', { name: '停止' }).click();
    await page.getByRole('heading', { name: '核对报告里的数字' }).waitFor();
    await choose(page, { name: '报告.txt', content: WRONG });
    for (let time = 0; time < 2; time += 1) {
      await dropLarge(page, '大.txt');
      await page.getByRole('button', { name: '停止' }).click();
      await page.locator('main[data-phase=shown]').waitFor();
    }
    expect(await tabs(page)).toEqual(['报告.txt']);
    await decide(page, 1, '不是问题');
  });
});
