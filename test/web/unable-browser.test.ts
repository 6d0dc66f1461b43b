import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeInBrowser } from '../support/chromium.ts';
import { builtPage, openPages, until, withMain, withScript } from './support/altered-page.ts';

const NOTICE = readFileSync(new URL('../../src/web/unable-notice.js', import.meta.url), 'utf8');

/** What browsers lack that cannot run the page. */
const LACKING: readonly (readonly [lacking: string, script: string])[] = [
  ['script modules', 'delete HTMLScriptElement.prototype.noModule;'],
  ['windows over the page', 'delete HTMLDialogElement.prototype.showModal;'],
  ['style sheets out of a script', 'delete Document.prototype.adoptedStyleSheets;'],
  ['a second thread', 'delete window.Worker;'],
];

const NO_WORKER: readonly (readonly [how: string, alter: (page: string) => string])[] = [
  ['by the policy', (page) => page.replace('worker-src blob:', "worker-src 'none'")],
  ['when it is made', (page) => withScript(page, 'window.Worker = function () { throw new Error(); };')],
  [
    'when it starts',
    (page) =>
      withScript(
        page,
        'const B = Blob; window.Blob = class extends B { constructor(p, o) { super(/javascript/.test(o && o.type) ? ["throw 1"] : p, o); } };',
      ),
  ],
];

test('the notice is written in a language that every browser knows', () => {
  const code = NOTICE.replaceAll(/\/\/.*|'[^']*'/gu, '');
  expect(code.match(/=>|`|\b(?:const|let|class|async|await)\b|\?\?|\?\.|\.\.\./gu)).toBeNull();
});

describeInBrowser('a browser that cannot run the page says what to do', () => {
  const { openText } = openPages();

  test.each(LACKING)('without %s', async (_, script) => {
    const { page } = await openText(withScript(builtPage(), script));
    const told = page.getByRole('alert');
    await told.waitFor();
    expect(await told.textContent()).toMatch(/打不开.*请用 Edge 或 Chrome（109 版以上）.*“极速模式”/u);
    expect(await page.locator('main').count()).toBe(0);
  });

  test.each([
    ['a script that it does not understand', 'class {'],
    ['a script that breaks at its start', 'throw new Error();'],
    ['a script that does not run', ''],
  ])('with %s', async (_, main) => {
    const { page } = await openText(withMain(builtPage(), main));
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').textContent()).toContain('打不开');
  });

  test.each(NO_WORKER)('where the second thread is refused %s', async (_, alter) => {
    const { page } = await openText(alter(builtPage()));
    await page.locator('#page[data-engine=refused]').waitFor();
    const refused = page.getByRole('status').filter({ hasText: '浏览器不让本页在后台核对' });
    await refused.waitFor();
    await until(page, 'empty');
    // asked for something it answers, and is asked again
    for (let time = 0; time < 2; time += 1) {
      await page.getByRole('button', { name: '打开一份示例报告' }).click();
      await expect.poll(() => refused.count()).toBe(2);
      await until(page, 'empty');
    }
  });
});
