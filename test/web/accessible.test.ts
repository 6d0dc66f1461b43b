import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, NARROW, SMALL_SCREEN, visits } from './support/browser.ts';
import { drop, figure, findings, openExample, shown } from './support/steps.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Serious faults of the view at hand, each with its first place. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary ?? ''}`,
    );
}

describeInBrowser.each([
  ['on a small screen', SMALL_SCREEN],
  ['at 200 %', NARROW],
] as const)('axe finds nothing serious %s', (_, viewport) => {
  const visit = visits({ viewport });

  test('from the start to the wiping', async () => {
    const { page } = await visit();
    const found: Record<string, readonly string[]> = {};
    const look = async (view: string) => {
      found[view] = await faults(page);
    };
    await look('start');
    await page.getByRole('button', { name: '帮助' }).click();
    await look('help');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '清除全部' }).click();
    await look('wipe');
    await page.keyboard.press('Escape');

    await drop(page, { name: '空.docx', content: '' });
    await look('unread files');
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['全县现有小学45所，教师1200人。\n'.repeat(100_000)], '大.txt'));
      dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByRole('progressbar').waitFor();
    await look('working');
    await page.getByRole('button', { name: '停止' }).click();

    await openExample(page);
    await shown(page);
    await look('result');
    await findings(page).first().getByRole('button', { name: '不是问题' }).click();
    await look('reason');
    await page.getByRole('textbox').press('Enter');
    await page.getByRole('combobox', { name: '处理' }).selectOption({ label: '已排除的' });
    await look('decided');
    const pane = page.getByRole('group', { name: '看哪一边' }).getByRole('button', { name: '原文' });
    if (await pane.isVisible()) await pane.click();
    await look('report');
    await figure(page, '34所').click();
    await page.getByRole('region', { name: '数字34所' }).waitFor();
    await look('figure');
    expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).toEqual([]);
  });
});
