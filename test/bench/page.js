// 网页的速度：与空白网页、与 Node 里的同一核对相比。
// The page in a real browser: beside an empty page, and beside the same check in Node.
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { check } from '../../dist/jobs/check.js';
import { plainDocx } from '../../dist/write/word/plain-docx.js';
import { watchPage } from './page-watch.js';
import { reportOf } from './report.js';

/** Debian's; another one may be named by the environment. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';
const PAGE = fileURLToPath(new URL('../../dist/web/junheng.html', import.meta.url));
const LARGEST = 5 * 2 ** 20;
const ROUNDS = 7;
const LONG_ROUNDS = 3;
const PAGES = 20;
const LONG_PAGES = 200;
const FINDINGS = 200;

/** @param {(line: string) => void} say */
export async function measurePage(say) {
  const { size } = statSync(PAGE);
  say(`网页文件：${(size / 2 ** 20).toFixed(2)} MB，上限5 MB的${((100 * size) / LARGEST).toFixed(0)}%`);
  if (!existsSync(CHROMIUM)) {
    say(`  没有找到 ${CHROMIUM}，网页的速度没有测`);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'junheng-bench-'));
  try {
    await measureOpening(folder, say);
    for (const [name, content, rounds] of await reports()) await measureCheck(name, content, rounds, say);
    await measureHandling(say);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opened by a browser that was not there before and has kept nothing. */
async function measureOpening(folder, say) {
  const empty = join(folder, '空白.html');
  writeFileSync(empty, '<!doctype html><meta charset="utf-8"><main data-phase="empty">空白</main>');
  const times = { blank: [], shown: [], ready: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.blank.push(await opened(empty, 'shown'));
    times.shown.push(await opened(PAGE, 'shown'));
    times.ready.push(await opened(PAGE, 'ready'));
  }
  const blank = median(times.blank);
  say(`冷启动打开网页（新开的浏览器），${ROUNDS}轮中位数`);
  say(`  空白网页：${told(times.blank)}`);
  say(`  看得见首页：${told(times.shown)}，参照的${(median(times.shown) / blank).toFixed(1)}倍`);
  say(`  可以核对：${told(times.ready)}，参照的${(median(times.ready) / blank).toFixed(1)}倍`);
}

async function opened(path, what) {
  return inPage(path, (page) => page.evaluate((what) => globalThis.watch.when(what), what));
}

async function reports() {
  const word = async (pages) => {
    const text = reportOf(pages, pages / 2, 'markdown');
    return plainDocx((await check('报告.md', new TextEncoder().encode(text), [])).report);
  };
  const plain = (pages) => new TextEncoder().encode(reportOf(pages, pages / 2, 'tabs'));
  return [
    [`${PAGES}页.txt`, plain(PAGES), ROUNDS],
    [`${PAGES}页.docx`, await word(PAGES), ROUNDS],
    [`${LONG_PAGES}页.txt`, plain(LONG_PAGES), LONG_ROUNDS],
    [`${LONG_PAGES}页.docx`, await word(LONG_PAGES), LONG_ROUNDS],
  ];
}

/** From the file given to the findings painted; the first check after opening, and one more in the same page. */
async function measureCheck(name, content, rounds, say) {
  const times = { first: [], again: [], block: [], node: [] };
  const { characters, found } = await measured(name, content);
  for (let round = 0; round < rounds; round += 1) {
    await inPage(PAGE, async (page) => {
      await page.evaluate(() => globalThis.watch.when('ready'));
      const first = await given(page, name, content);
      const again = await given(page, name, content);
      times.first.push(first.time);
      times.again.push(again.time);
      times.block.push(Math.max(first.block, again.block));
    });
    const start = performance.now();
    await check(name, content, []);
    times.node.push(performance.now() - start);
  }
  const node = median(times.node);
  say(`在网页里核对${name}（${characters}字，发现${found}处），${rounds}轮中位数`);
  say(`  Node 里同一核对：${told(times.node)}`);
  say(`  打开网页后第一次：${told(times.first)}，参照的${(median(times.first) / node).toFixed(1)}倍`);
  say(`  再次：${told(times.again)}，参照的${(median(times.again) / node).toFixed(1)}倍`);
  say(`  页面最长一次不应答：${told(times.block)}`);
}

async function measured(name, content) {
  const { report, result } = await check(name, content, []);
  return { characters: report.manuscript.text.length, found: result.findings.length };
}

async function given(page, name, content) {
  const input = page.locator('input[type=file]').first();
  await input.setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) });
  return page.evaluate(() => globalThis.watch.checked());
}

/** What a person does with many findings before them: until the page has been painted anew. */
async function measureHandling(say) {
  const content = new TextEncoder().encode(reportOf(FINDINGS / 2, FINDINGS));
  const acts = { hover: [], point: [], decide: [], filter: [] };
  let found = 0;
  await inPage(PAGE, async (page) => {
    await page.evaluate(() => globalThis.watch.when('ready'));
    await given(page, `${FINDINGS}处.txt`, content);
    found = await page.evaluate(() => document.querySelectorAll('[id^=finding-]').length);
    for (const act of Object.keys(acts)) {
      for (let round = 1; round <= ROUNDS; round += 1) {
        acts[act].push(await page.evaluate(([act, round]) => globalThis.watch.act(act, round), [act, round]));
      }
    }
  });
  say(`列出${found}处问题时的一次操作，到画面更新为止，${ROUNDS}轮中位数（最慢一轮）`);
  const words = { hover: '指向数字', point: '指向清单的一条', filter: '筛选', decide: '判定一条' };
  for (const [act, all] of Object.entries(acts)) say(`  ${words[act]}：${told(all)}`);
}

/** A browser of its own, so that nothing compiled before is at hand. */
async function inPage(path, use) {
  const args = ['--no-sandbox', '--headless=new', '--disable-gpu', '--disable-dev-shm-usage'];
  const browser = await chromium.launch({ executablePath: CHROMIUM, args });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    await page.addInitScript(watchPage);
    await page.goto(pathToFileURL(path).href, { waitUntil: 'commit' });
    return await use(page);
  } finally {
    await browser.close();
  }
}

function told(values) {
  return `${median(values).toFixed(0)} ms（最慢${Math.max(...values).toFixed(0)} ms）`;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
