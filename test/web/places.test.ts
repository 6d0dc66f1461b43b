import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { describeInBrowser, visits } from './support/browser.ts';
import { choose, decide, figure, finding, findings, listed, openExample, paper, places } from './support/steps.ts';

const TWICE =
  '一、基本情况\n全县初中三年巩固率为98.6%。\n\n二、存在问题\n全县初中三年巩固率为96.8%，会议要求抓好控缀保学工作。\n全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n';

/** Texts of the figures that are lit up in one of the ways. */
const lit = (page: Page, how: string) => paper(page).locator(`[data-figure].${how}`).allInnerTexts();
const isInView = (page: Page, selector: string) =>
  page.waitForFunction((selector) => {
    const { top, bottom } = document.querySelector(selector)?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && bottom <= innerHeight;
  }, selector);

describeInBrowser('from the list to the place and back', () => {
  const visit = visits();

  test('every finding leads to its places, and from there back to it', async () => {
    const { page } = await visit({ reducedMotion: 'reduce' });
    await openExample(page);
    const numbers = await listed(page);
    expect(numbers.length).toBeGreaterThan(6);
    for (const number of numbers) {
      await finding(page, number)
        .getByRole('button', { name: /^第\d+行/u })
        .first()
        .click();
      await isInView(page, `#place-${number}-0`);
      await expect.poll(() => places(page, number).first().getAttribute('class')).toContain('selected');
      await expect.poll(() => finding(page, number).getAttribute('aria-current')).toBe('true');
    }
    for (const number of numbers.toReversed()) {
      await paper(page)
        .getByRole('link', { name: `第${number}条`, exact: true })
        .click();
      await isInView(page, `#finding-${number}`);
      await expect.poll(() => finding(page, number).getAttribute('aria-current')).toBe('true');
      expect(await page.locator('[aria-current=true][id^=finding-]').count()).toBe(1);
    }
  });

  test('the other place of a contradiction can be gone to', async () => {
    const { page } = await visit({ reducedMotion: 'reduce' });
    await choose(page, { name: '报告.txt', content: TWICE });
    const first = await findings(page).filter({ hasText: '98.6' }).first().getAttribute('id');
    const number = Number(first?.replace('finding-', ''));
    await finding(page, number).getByRole('paragraph').filter({ hasText: '另见' }).getByRole('button').click();
    await isInView(page, `#place-${number}-1`);
    expect(await places(page, number).allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('98.6%')]),
    );
  });

  test('a figure pointed at lights up those it belongs to; so does a finding', async () => {
    const { page } = await visit();
    await choose(page, { name: '报告.txt', content: TWICE });
    await figure(page, '28所').hover();
    expect(await lit(page, 'near')).toEqual(['43所', '28所', '9所', '5所']);
    await page.getByRole('heading', { level: 1 }).first().hover();
    expect(await lit(page, 'near')).toEqual([]);
    await findings(page).filter({ hasText: '28+9+5' }).hover();
    expect(await lit(page, 'pointed')).toEqual(['43所', '28所', '9所', '5所']);
  });

  test('a figure clicked tells its name, its interval and its relations, and leads on', async () => {
    const { page } = await visit();
    await choose(page, { name: '报告.txt', content: `${TWICE}\n全县总人口31.6万人。\n` });
    await figure(page, '43所').click();
    const panel = page.getByRole('region', { name: '数字43所' });
    const words = await panel.innerText();
    for (const expected of ['学校数', '正好43所', '28+9+5=42≠43', '参与的关系', '不符'])
      expect(words).toContain(expected);
    await panel.getByRole('button', { name: '9所' }).click();
    expect(await page.getByRole('region', { name: '数字9所' }).innerText()).toContain('初中');
    await figure(page, '31.6').click();
    const other = page.getByRole('region', { name: /数字31\.6/u });
    expect(await other.innerText()).toContain('315,500 至 316,500人');
    expect(await other.innerText()).toContain('没有找到与它有关、可以核对的数');
    await other.getByRole('button', { name: '关闭' }).click();
    await other.waitFor({ state: 'detached' });
  });
});

describeInBrowser('the filters', () => {
  const visit = visits();

  test('by severity, type, section and state show exactly what they say', async () => {
    const { page } = await visit();
    await openExample(page);
    const cards = await findings(page).evaluateAll((all) =>
      all.map((card) => ({
        number: Number(card.id.replace('finding-', '')),
        text: card.textContent ?? '',
        title: card.querySelector('summary')?.textContent ?? '',
        section: card.querySelector('.path')?.textContent?.trim() ?? '',
      })),
    );
    const numbersOf = (test: (card: (typeof cards)[number]) => boolean) =>
      cards.filter(test).map(({ number }) => number);

    const severities = page.getByRole('group', { name: '级别' });
    const errors = numbersOf(({ text }) => text.startsWith('错误'));
    expect(await severities.getByRole('button', { name: /错误/u }).innerText()).toContain(String(errors.length));
    await severities.getByRole('button', { name: /错误/u }).click();
    expect(await listed(page)).toEqual(numbersOf(({ text }) => !text.startsWith('错误')));
    await severities.getByRole('button', { name: /错误/u }).click();
    expect(await listed(page)).toEqual(numbersOf(() => true));

    const type = page.getByRole('combobox', { name: '类型' });
    for (const title of new Set(cards.map((card) => card.title))) {
      const own = numbersOf((card) => card.title === title);
      await type.selectOption({ label: `${title}（${own.length}）` });
      expect(await listed(page)).toEqual(own);
    }
    await type.selectOption({ label: '全部类型' });

    const section = page.getByRole('combobox', { name: '章节' });
    const headings = await section.getByRole('option').allInnerTexts();
    const seen: number[] = [];
    for (const heading of headings.slice(1)) {
      await section.selectOption({ label: heading });
      const own = await listed(page);
      expect(own).toEqual(numbersOf((card) => card.section.startsWith(heading)));
      seen.push(...own);
    }
    expect(seen.length).toBeGreaterThan(0);
    await section.selectOption({ label: '全部章节' });

    await decide(page, 1, '不是问题');
    await decide(page, 2, '属实');
    const all = cards.map(({ number }) => number);
    const state = page.getByRole('combobox', { name: '处理' });
    for (const [label, expected] of [
      ['未排除的', all.slice(1)],
      ['还没有处理的', all.slice(2)],
      ['属实的', [2]],
      ['已排除的', [1]],
    ] as const) {
      await state.selectOption({ label });
      expect(await listed(page), label).toEqual(expected);
    }
  });

  test('what the report leads to is shown whatever the filter, also a second time', async () => {
    const { page } = await visit();
    await openExample(page);
    const hide = async () => {
      for (const name of ['错误', '提醒']) {
        await page
          .getByRole('group', { name: '级别' })
          .getByRole('button', { name: new RegExp(name, 'u'), pressed: true })
          .click();
      }
      expect(await listed(page)).toEqual([]);
    };
    for (let time = 0; time < 2; time += 1) {
      await hide();
      await paper(page).getByRole('link', { name: '第3条', exact: true }).click();
      await isInView(page, '#finding-3');
    }
  });
});
