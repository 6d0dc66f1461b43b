import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, describeInBrowser, launch } from '../support/chromium.ts';
import { oldWordInBrowser } from '../../src/web/build/old-word.vite.js';
import { buildOldWord } from '../support/compound.ts';
import { HOSTILE_FILES, OLD_WORD_FILE, spoiltFiles } from '../support/old-word-files.ts';
import { judge } from './old-word-entry.ts';

const ENTRY = fileURLToPath(new URL('old-word-entry.ts', import.meta.url));

const revised = buildOldWord({
  text: '全县现有学校43所，其中小学28所。\r\u0013 PAGE \u00143\u0015\r页眉\r',
  runs: [
    [0, 2],
    [2, 4],
  ],
  properties: [0x00, 0x08, 1],
  headers: [0, 3, 9, 0],
}).bytes;

const folder = mkdtempSync(join(tmpdir(), 'junheng-old-word-'));
let bundle = '';
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [oldWordInBrowser()],
    build: { outDir: folder, lib: { entry: ENTRY, formats: ['iife'], name: 'oldWord', fileName: () => 'worker.js' } },
  });
  bundle = readFileSync(join(folder, 'worker.js'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the bundle holds nothing of Node, sets no global and is small', () => {
  expect(
    bundle.match(
      /["'`]node:[a-z/_]+|__vite-browser-external|\brequire\(["'`]|globalThis\.Buffer|\beval\(|new Function/gu,
    ),
  ).toBeNull();
  expect(bundle.length).toBeLessThan(100_000);
});

describeInBrowser(`in a worker of ${CHROMIUM}`, () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage({ offline: true });
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.setContent(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' blob:; worker-src blob:">`,
    );
  });
  afterAll(() => browser?.close());

  /** What the worker says of files, all in one go. */
  function answers(files: readonly Uint8Array[]): Promise<string[]> {
    return page.evaluate(
      ([source, encoded]) => {
        const worker = new Worker(URL.createObjectURL(new Blob([source])));
        return new Promise<string[]>((resolve, reject) => {
          worker.addEventListener('message', ({ data }: MessageEvent<string[]>) => resolve(data));
          worker.addEventListener('error', ({ message }) => reject(new Error(message)));
          const decoded = encoded.map((base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
          worker.postMessage(decoded);
        });
      },
      [bundle, files.map((file) => Buffer.from(file).toString('base64'))] as const,
    );
  }

  test('sound files: the same texts as in Node', async () => {
    const files = [OLD_WORD_FILE, revised];
    const expected = await Promise.all(files.map(judge));
    expect(expected[0]).toContain('全县现有学校43所：小学28所、初中9所、九年一贯制学校6所。');
    expect(expected[1]).not.toContain('全县');
    expect(await answers(files)).toEqual(expected);
  });

  test('hostile files: the same refusals as in Node', async () => {
    const refused = await answers(HOSTILE_FILES.map(([, , file]) => file));
    expect(new Set(refused).size).toBe(1);
    expect(refused[0]).toMatch(/^报告\.doc：这份旧版 Word\/WPS 文档（\.doc\/\.wps）读不出来/);
  });

  test('files with random bytes written over them: the same as in Node', async () => {
    const files = fc.sample(spoiltFiles, { numRuns: 500, seed: 6 });
    const expected = await Promise.all(files.map(judge));
    expect(expected.filter((answer) => answer.startsWith('[')).length).toBeGreaterThan(50);
    expect(await answers(files)).toEqual(expected);
  });

  test('nobody complained', () => {
    expect(complaints).toEqual([]);
  });
});
