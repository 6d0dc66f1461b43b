import { expect, test } from 'vitest';
import { parseDecisions } from '../../src/check/index.ts';
import { describeInBrowser, profile, ready, visits } from './support/browser.ts';
import { choose, decide, download, finding, listed, openExample, places, tabs, totals, wipe } from './support/steps.ts';

const kept = `(async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const all = await Promise.all(names.map((name) => new Promise((resolve) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => {
      const stores = [...asked.result.objectStoreNames];
      if (stores.length === 0) return resolve([]);
      const request = asked.result.transaction(stores[0]).objectStore(stores[0]).getAllKeys();
      request.onsuccess = () => { asked.result.close(); resolve(request.result); };
    };
  })));
  return [...all.flat(), ...Object.keys(localStorage), ...Object.keys(sessionStorage)];
})()`;

describeInBrowser('what a person decides', () => {
  const visit = visits();
  const open = profile();

  test('is shown, can be taken back, and survives a reload', async () => {
    const { page } = await visit();
    await openExample(page);
    const before = await listed(page);
    const told = await totals(page);
    await decide(page, 1, '不是问题', '含“教学点” <b>&1</b>');
    expect(await listed(page)).toEqual(before.slice(1));
    expect(await places(page, 1).first().getAttribute('class')).toContain('dismissed');
    await decide(page, 2, '属实', '已通知修改');
    expect(await finding(page, 2).textContent()).toContain('已确认属实：已通知修改');
    // what was read and tested is a matter of the report
    expect(await totals(page)).toEqual(told);
    const summary = page.locator('details', { hasText: '小结' }).first();
    await summary.locator('summary').click();
    expect(await summary.innerText()).toMatch(/1(?:处|条)/u);

    await page.reload();
    await ready(page);
    expect(await listed(page)).toEqual(before.slice(1));
    expect(await finding(page, 2).textContent()).toContain('已确认属实：已通知修改');
    await page.getByRole('combobox', { name: '处理' }).selectOption({ label: '已排除的' });
    expect(await finding(page, 1).textContent()).toContain('含“教学点” <b>&1</b>');
    await finding(page, 1).getByRole('button', { name: '撤销' }).click();
    await finding(page, 1).waitFor({ state: 'detached' });
    await page.getByRole('combobox', { name: '处理' }).selectOption({ label: '未排除的' });
    expect(await listed(page)).toEqual(before);
    await finding(page, 2).getByRole('button', { name: '撤销' }).click();
    await finding(page, 2).getByRole('button', { name: '不是问题' }).waitFor();
  });

  test('a whole kind at once, told apart by its rule', async () => {
    const { page } = await visit();
    await choose(page, {
      name: '通知.txt',
      content: '各校布署到位，各镇布署到位。\n各校都作了布署，各镇也作了布署。\n小学巩固率为101.3%。\n',
    });
    const all = await listed(page);
    const kind = page.getByRole('combobox', { name: '类型' });
    await kind.selectOption({ index: 1 });
    const some = await listed(page);
    expect(some.length).toBeGreaterThan(1);
    expect(some.length).toBeLessThan(all.length);
    await page.getByRole('button', { name: `这一类列出的${some.length}处都不是问题` }).click();
    await page.getByRole('textbox', { name: '都不是问题的理由' }).fill('照录原文');
    await page.keyboard.press('Enter');
    await finding(page, some[0] as number).waitFor({ state: 'detached' });
    await kind.selectOption('');
    expect(await listed(page)).toEqual(all.filter((number) => !some.includes(number)));
  });

  test('is in the file of decisions, which says the same again beside the report', async () => {
    const { page } = await visit();
    await openExample(page);
    expect(await page.getByRole('button', { name: '处理意见' }).count()).toBe(0);
    await decide(page, 1, '不是问题', '含教学点');
    await decide(page, 3, '属实');
    const { name, bytes } = await download(page, '处理意见');
    expect(name).toBe('示例报告（含错）.decisions.yaml');
    const { decisions } = parseDecisions(new TextDecoder().decode(bytes), name);
    expect(decisions.map(({ ruling, reason }) => [ruling, reason])).toEqual([
      ['dismissed', '含教学点'],
      ['accepted', null],
    ]);
    const today = new Date().toLocaleDateString('sv-SE');
    expect(decisions.every(({ date }) => date <= today)).toBe(true);
    const shown = await listed(page);

    await wipe(page);
    await openExample(page);
    await choose(page, { name, content: bytes });
    expect(await listed(page)).toEqual(shown);
    expect(await finding(page, 3).textContent()).toContain('已确认属实');
    expect((await download(page, '处理意见')).bytes).toEqual(bytes);
  });

  test('survives the browser being closed, and is gone when all is wiped', async () => {
    const page = await open();
    await choose(page, { name: '报告.txt', content: '全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n' });
    await decide(page, 1, '属实', '待改');
    await page.context().close();

    const again = await open();
    expect(await tabs(again)).toEqual(['报告.txt']);
    expect(await finding(again, 1).textContent()).toContain('已确认属实：待改');
    expect(await again.title()).toContain('核对');
    await wipe(again);
    await again.getByRole('heading', { name: '核对报告里的数字' }).waitFor();
    expect(await again.evaluate(kept)).toEqual([]);
    expect(await again.title()).not.toContain('报告.txt');
    await again.reload();
    await ready(again);
    expect(await again.locator('main').getAttribute('data-phase')).toBe('empty');
  });

  test('wiping while something is being checked leaves nothing, either', async () => {
    const { page } = await visit();
    await choose(page, { name: '报告.txt', content: '全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n' });
    await page.evaluate(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File(['全县现有小学45所，教师1200人。\n'.repeat(20_000)], '大.txt'));
      dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.locator('main[data-phase=working]').waitFor();
    await wipe(page);
    await page.locator('main[data-phase=empty]').waitFor();
    expect(await page.evaluate(kept)).toEqual([]);
    await openExample(page);
    expect(await tabs(page)).toHaveLength(1);
  });
});
