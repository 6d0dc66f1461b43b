import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, NARROW, visits } from './support/browser.ts';
import { EXAMPLE, finding, findings, listed, shown, tabs } from './support/steps.ts';

/** What the keyboard stands on: its name where it has one, else its text. */
const standing = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null;
    return at === null || at === document.body
      ? 'body'
      : (at.getAttribute('aria-label') ?? at.innerText ?? at.tagName).trim();
  });

/** Presses the Tab key until the keyboard stands on something of this name. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < 200; step += 1) {
    await page.keyboard.press(key);
    const at = await standing(page);
    if (name.test(at)) return;
    passed.push(at.slice(0, 20));
  }
  throw new Error(`${String(name)} is not to be reached; passed ${passed.join(' | ')}`);
}

/** The keyboard stands on something that is shown, and comes to stand there by itself. */
async function stands(page: Page, where: RegExp): Promise<void> {
  await page.waitForFunction(
    ([source]) => {
      const at = document.activeElement as HTMLElement | null;
      if (at === null || at === document.body || at.getClientRects().length === 0) return false;
      return new RegExp(source ?? '', 'u').test(at.getAttribute('aria-label') ?? at.innerText);
    },
    [where.source],
  );
}

describeInBrowser('without a mouse', () => {
  const visit = visits();

  test('the whole job', async () => {
    const { page } = await visit();
    await tabTo(page, /^打开一份示例报告$/u);
    await page.keyboard.press('Enter');
    await shown(page);
    await stands(page, /./u);

    // through the figures, and into what one of them means
    await tabTo(page, /^报告原文/u);
    await page.keyboard.press('ArrowRight');
    const first = await standing(page);
    await page.keyboard.press('ArrowRight');
    expect(await standing(page)).not.toBe(first);
    await page.keyboard.press('ArrowLeft');
    expect(await standing(page)).toBe(first);
    await page.keyboard.press('Enter');
    await stands(page, new RegExp(`^数字${first}$`, 'u'));
    await page.keyboard.press('Escape');
    await stands(page, new RegExp(`^${first}$`, 'u'));

    // to a finding, to its place, and a decision about it
    await tabTo(page, /^第\d+行/u);
    await page.keyboard.press('Enter');
    expect(await finding(page, 1).getAttribute('aria-current')).toBe('true');
    await stands(page, /^第\d+行/u);
    await tabTo(page, /^不是问题$/u);
    await page.keyboard.press('Enter');
    await stands(page, /^不是问题的理由$/u);
    await page.keyboard.press('Escape');
    await page.getByRole('textbox').waitFor({ state: 'detached' });
    await stands(page, /./u);
    await tabTo(page, /^不是问题$/u);
    await page.keyboard.press('Enter');
    await page.keyboard.type('含教学点');
    await page.keyboard.press('Enter');
    await finding(page, 1).waitFor({ state: 'detached' });
    // on the next one
    await stands(page, /^(?:错误|提醒|说明)\s*2\b/u);
    await tabTo(page, /^属实$/u);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await finding(page, 2).getByText('已确认属实').waitFor();
    await stands(page, /^(?:错误|提醒|说明)\s*2\b/u);
    await tabTo(page, /^撤销$/u);
    await page.keyboard.press('Enter');
    await finding(page, 2).getByRole('button', { name: '属实' }).waitFor();
    await stands(page, /^(?:错误|提醒|说明)\s*2\b/u);

    // a filter, a download, the help, and the end
    await tabTo(page, /^处理$/u, 'Shift+Tab');
    await page.getByRole('combobox', { name: '处理' }).press('End');
    await page.waitForFunction(() => document.querySelectorAll('[id^=finding-]').length === 1);
    expect(await listed(page)).toEqual([1]);
    await tabTo(page, /^问题清单$/u, 'Shift+Tab');
    const started = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await started).suggestedFilename()).toContain('问题清单');
    await stands(page, /^问题清单$/u);
    await tabTo(page, /^帮助$/u, 'Shift+Tab');
    for (const close of ['Escape', 'Enter']) {
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press(close);
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await stands(page, /^帮助$/u);
    }
    await tabTo(page, new RegExp(`^关闭${EXAMPLE.replaceAll(/[（）.]/gu, '.')}`, 'u'));
    await tabTo(page, /^清除全部$/u, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await tabTo(page, /^清除$/u);
    await page.keyboard.press('Enter');
    await page.getByText('已清除').waitFor();
    await page.locator('main[data-phase=empty]').waitFor();
    await stands(page, /^清除全部$/u);
    expect(await findings(page).count()).toBe(0);
  });

  test('on a narrow screen, where one side is seen at a time', async () => {
    const { page } = await visit({ viewport: NARROW });
    await tabTo(page, /^打开一份示例报告$/u);
    await page.keyboard.press('Enter');
    await shown(page);
    await tabTo(page, /^第\d+行/u);
    await page.keyboard.press('Enter');
    // the list is gone: on the place
    await stands(page, /所/u);
    await page.keyboard.press('Enter');
    // the report is gone: on what the figure means, or on the finding
    await stands(page, /^(?:数字|错误|提醒|说明)/u);
    await page.keyboard.press('Escape');
    await stands(page, /./u);
  });

  test('closing a file leaves the keyboard on the page', async () => {
    const { page } = await visit();
    await tabTo(page, /^打开一份示例报告$/u);
    await page.keyboard.press('Enter');
    await shown(page);
    await tabTo(page, /^关闭示例/u);
    await page.keyboard.press('Enter');
    await page.locator('main[data-phase=empty]').waitFor();
    await stands(page, /核对报告里的数字/u);
    expect(await tabs(page)).toEqual([]);
  });
});
