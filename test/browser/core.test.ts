import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as core from '../../src/jobs/index.ts';
import { countyReport } from '../support/county-report.ts';
import { CHROMIUM, describeInBrowser, launch } from '../support/chromium.ts';
import { buildDocx, paragraph, table } from '../support/docx.ts';
import { buildPdf, column } from '../support/pdf.ts';

const ENTRY = fileURLToPath(new URL('../../src/jobs/index.ts', import.meta.url));
const STANDARD = readFileSync(new URL('../../src/standards/national/basic-balance-2012.yaml', import.meta.url), 'utf8');

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex.replaceAll(' ', ''), 'hex'));
const planted = new URL('../../corpus/sample/示例报告（含错）.txt', import.meta.url);

const FILES: readonly (readonly [name: string, content: Uint8Array])[] = [
  ['文本.txt', utf8('一、基本情况\n全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。\n')],
  ['带标记.txt', utf8('\ufeff全县小学巩固率为100.3%。\r\n生师比为16.4:1。')],
  ['国标编码.txt', bytes('c8ab cfd8 d3d0 d0a1 d1a7 3435 cbf9 a1a3')],
  [
    '报告.md',
    utf8(
      '# 报告\n\n## 一、基本情况\n\n近三年生均公用经费分别为650元、**680**元。\n\n| 学校 | 人数 |\n| - | - |\n| 东关小学 | 12人 |\n',
    ),
  ],
  ['小.docx', buildDocx({ body: paragraph('全县教师75人，其中本科48人，占74%。') + table([['小学', '28所']]) })],
  ['全.docx', buildDocx(countyReport())],
  ['示例报告（含错）.txt', readFileSync(planted)],
  ['空.txt', new Uint8Array()],
  ['文本.docx', utf8('全县有小学45所。')],
  ['截断.docx', buildDocx({ body: paragraph('全县有小学45所。') }).slice(0, 300)],
  ['报告.pdf', buildPdf([column(['一、基本情况', '　　全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。'])])],
  ['坏.pdf', utf8('%PDF-1.7\n')],
  // Without a reader handed in, here and there the answer is how to convert them; with one: old-word.test.ts.
  ['旧版.doc', readFileSync(new URL('../fixtures/files/旧版.doc', import.meta.url))],
];

/** What the core says of one file; runs in Node and, as its source text, in the page: it must not reach for anything outside. */
async function judge(library: typeof core, name: string, content: Uint8Array, standard: string): Promise<string> {
  try {
    const checked = await library.check(name, content, [library.parseStandard('标准.yaml', standard)]);
    const extracted = await library.extract(name, content);
    return JSON.stringify([
      library.checkedJson(checked),
      checked.result.summary,
      library.extractedJson(name, extracted.report),
      extracted.messages,
      (await library.preview(name, content)).content,
    ]);
  } catch (error) {
    return `${(error as core.InputError).code}：${(error as Error).message}`;
  }
}

async function bundleOf(entry: string, folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { outDir: folder, lib: { entry, formats: ['iife'], name: 'junheng', fileName: () => 'core.js' } },
  });
  expect(readdirSync(folder)).toEqual(['core.js']);
  return readFileSync(join(folder, 'core.js'), 'utf8');
}

const folder = mkdtempSync(join(tmpdir(), 'junheng-browser-'));
let bundle = '';
beforeAll(async () => {
  bundle = await bundleOf(ENTRY, folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('the bundle of the core holds nothing of Node', () => {
  expect(bundle.match(/["'`]node:[a-z/_]+|__vite-browser-external|\brequire\(["'`]/gu)).toBeNull();
});

describeInBrowser(`in ${CHROMIUM}`, () => {
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await launch();
    page = await browser.newPage({ offline: true });
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addScriptTag({
      content: `${bundle}\nglobalThis.junheng = junheng;\nglobalThis.judge = ${judge.toString()};`,
    });
  });
  afterAll(() => browser?.close());

  test.each(FILES)('%s: the same as in Node', async (name, content) => {
    const expected = await judge(core, name, content, STANDARD);
    const actual = await page.evaluate(
      ([name, base64, standard]) => {
        const { judge: run, junheng } = globalThis as unknown as { judge: typeof judge; junheng: typeof core };
        const content = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        return run(junheng, name, content, standard);
      },
      [name, Buffer.from(content).toString('base64'), STANDARD] as const,
    );
    expect(actual).toBe(expected);
  });

  test('the page asked for nothing and complained about nothing', () => {
    expect([requests, complaints]).toEqual([[], []]);
  });
});
