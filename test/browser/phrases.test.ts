import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CHROMIUM, describeInBrowser, launch } from '../support/chromium.ts';
import { REPORTS } from '../phrases/library.ts';
import type { bestPhrase } from './phrases-entry.ts';

const ENTRY = fileURLToPath(new URL('./phrases-entry.ts', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'junheng-browser-'));
let bundle = '';
beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { outDir: folder, lib: { entry: ENTRY, formats: ['iife'], name: 'phrases', fileName: () => 'phrases.js' } },
  });
  bundle = readFileSync(join(folder, 'phrases.js'), 'utf8');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the phrase library holds nothing of Node and no native segmenter', () => {
  expect(bundle.match(/["'`]node:[a-z/_]+|__vite-browser-external|@node-rs\/jieba|nodejieba["'`]/gu)).toBeNull();
});

describeInBrowser(`in ${CHROMIUM}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  test('a report is read, its phrases kept and found', async () => {
    const page = await browser.newPage({ offline: true });
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => complaints.push(message.text()));
    await page.addScriptTag({ content: `${bundle}\nglobalThis.phrases = phrases;` });
    const found = await page.evaluate(
      ([text, query]) =>
        (globalThis as unknown as { phrases: { bestPhrase: typeof bestPhrase } }).phrases.bestPhrase(text, query),
      [REPORTS['青禾.txt'] ?? '', '控缀保学'] as const,
    );
    expect(found).toEqual({ frame: expect.stringContaining('控辍保学'), corrected: '控辍保学' });
    expect(complaints).toEqual([]);
  });
});
