import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countyReport } from '../support/county-report.ts';
import { buildDocx } from '../support/docx.ts';
import { buildPdf, column } from '../support/pdf.ts';
import { describeInBrowser, ready, visits } from './support/browser.ts';
import { choose, decide, download, drop, finding, openExample, wipe } from './support/steps.ts';

/** Stands for the world outside: whatever the browser wants from anywhere, it has to ask here. */
const asked: string[] = [];
const world: Server = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end('reached');
}).on('connect', (request, socket) => {
  asked.push(request.url ?? '');
  socket.end();
});
world.listen(0, '127.0.0.1');
const port = (): number => (world.address() as AddressInfo).port;
afterAll(() => world.close());

describeInBrowser('nothing leaves the page', () => {
  const proxied = () => ({ offline: false, proxy: { server: `http://127.0.0.1:${port()}`, bypass: '<-loopback>' } });
  const visit = visits();
  beforeAll(() => expect(port()).toBeGreaterThan(0));

  test('over a long session nothing is asked for, printed, broken or breached', async () => {
    const { page } = await visit(proxied());
    await openExample(page);
    await finding(page, 1)
      .getByRole('button', { name: /第\d+行/u })
      .click();
    await page.locator('[data-figure]').first().hover();
    await page.locator('[data-figure]').nth(4).click();
    await decide(page, 2, '不是问题', '另有原因');
    await choose(page, { name: '县.docx', content: buildDocx(countyReport()) });
    await drop(page, { name: '表.pdf', content: buildPdf([column(['一、基本情况', '全县现有小学28所。'])]) });
    await choose(page, { name: '图.png', content: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) });
    for (const words of ['带批注的 Word', '问题清单', '网页']) await download(page, words);
    await page.getByRole('button', { name: '帮助' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await ready(page);
    await wipe(page);
    expect(asked).toEqual([]);
  });

  test('the policy refuses every way out and every script that is not its own', async () => {
    const { page, complaints } = await visit(proxied());
    await openExample(page);
    expect(await attempts(page)).toEqual(Object.fromEntries(REFUSED.map((name) => [name, 'refused'])));
    const [worker] = page.workers();
    expect(
      await worker?.evaluate(async () => {
        const outcome = (act: () => Promise<unknown>) =>
          act().then(
            () => 'done',
            () => 'refused',
          );
        return Promise.all([
          outcome(() => fetch('http://example.invalid/worker')),
          outcome(async () =>
            (globalThis as unknown as { importScripts(url: string): void }).importScripts(
              'http://example.invalid/w.js',
            ),
          ),
        ]);
      }),
    ).toEqual(['refused', 'refused']);
    expect(asked).toEqual([]);
    // each was told on the console and asked for nothing; nothing else was
    const violations = complaints.splice(0);
    expect(violations.length).toBeGreaterThanOrEqual(REFUSED.length);
    expect(violations.filter((line) => !/Content Security Policy|example\.invalid/u.test(line))).toEqual([]);
  });

  test('the witness of this is awake: a page without the policy does reach it', async () => {
    const { page, complaints } = await visit(proxied());
    await page.goto('http://example.invalid/witness');
    expect(asked[0]).toBe('http://example.invalid/witness');
    complaints.length = 0;
  });
});

const REFUSED = [
  'fetch',
  'fetch of this file',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'beacon',
  'image',
  'frame',
  'form',
  'eval',
  'inline script',
  'inline handler',
  'inline style',
  'style attribute',
  'script from elsewhere',
  'other worker',
  'base',
];

/** Tries, inside the page and not in the debugger's name, all that markup smuggled into it could try. */
function attempts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const OUT = 'http://example.invalid/';
    const element = (name: string, set: (one: HTMLElement) => void) => {
      const one = document.createElement(name);
      set(one);
      document.body.append(one);
      return one;
    };
    const event = (one: EventTarget, good: string, bad: string) =>
      new Promise((resolve, reject) => {
        one.addEventListener(good, resolve);
        one.addEventListener(bad, () => reject(new Error(bad)));
      });
    /** Refused where the policy says so, before or after it is tried. */
    const breach = async (act: () => void) => {
      const told = new Promise((resolve) => addEventListener('securitypolicyviolation', resolve, { once: true }));
      act();
      await told;
      throw new Error('breach');
    };
    const ran = () => (globalThis as { ran?: boolean }).ran === true;
    const all: Record<string, () => unknown> = {
      fetch: () => fetch(OUT),
      'fetch of this file': () => fetch(location.href),
      XMLHttpRequest: () => {
        const request = new XMLHttpRequest();
        request.open('GET', OUT);
        const over = event(request, 'load', 'error');
        request.send();
        return over;
      },
      WebSocket: () => event(new WebSocket('ws://example.invalid/'), 'open', 'error'),
      EventSource: () => event(new EventSource(OUT), 'open', 'error'),
      beacon: () => breach(() => navigator.sendBeacon(OUT, 'x')),
      image: () => {
        const image = new Image();
        image.src = `${OUT}x.png`;
        return event(image, 'load', 'error');
      },
      frame: () => breach(() => element('iframe', (one) => one.setAttribute('src', OUT))),
      form: () =>
        breach(() => {
          const form = element('form', (one) => one.setAttribute('action', OUT)) as HTMLFormElement;
          form.submit();
        }),
      eval: () => {
        // oxlint-disable-next-line no-eval -- that this is refused is what is tested
        return (0, eval)('1');
      },
      'inline script': () => breach(() => element('script', (one) => (one.textContent = 'globalThis.ran = true'))),
      'inline handler': () =>
        breach(() => element('p', (one) => one.setAttribute('onclick', 'globalThis.ran = true')).click()),
      'inline style': () => breach(() => element('style', (one) => (one.textContent = 'body { color: red }'))),
      'style attribute': () => breach(() => element('p', (one) => one.setAttribute('style', 'color: red'))),
      'script from elsewhere': () => breach(() => element('script', (one) => one.setAttribute('src', `${OUT}x.js`))),
      'other worker': () => event(new Worker(`${OUT}w.js`), 'message', 'error'),
      base: () => breach(() => element('base', (one) => one.setAttribute('href', OUT))),
    };
    const outcomes: Record<string, string> = {};
    for (const [name, act] of Object.entries(all)) {
      // a task of the page's own, to which the debugger lends none of its rights
      outcomes[name] = await new Promise<string>((resolve) =>
        setTimeout(async () => {
          try {
            await act();
            resolve('done');
          } catch {
            resolve(ran() ? 'ran' : 'refused');
          }
        }),
      );
    }
    return outcomes;
  });
}
