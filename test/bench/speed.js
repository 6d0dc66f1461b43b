// 速度：与同一次运行中的参照相比，只看倍数（本机时钟忽快忽慢，绝对值不可比）。
// Ratios measured in one run, rounds alternating, medians: clocks of shared machines drift by tens of percent.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { understand } from '../../dist/figures/index.js';
import { check } from '../../dist/jobs/check.js';
import { lex } from '../../dist/quantities/lexer.js';
import { readDocument, readWordParts } from '../../dist/read/index.js';
import { commentedWord } from '../../dist/write/word/findings-comments.js';
import { plainDocx } from '../../dist/write/word/plain-docx.js';
import { measurePage } from './page.js';
import { measureDrafting } from './draft.js';
import { compareRecognisers } from './recognisers.js';
import { measurePhrases } from './phrases.js';
import { reportOf } from './report.js';
import { largeCounty } from './county.js';
import { ownText } from './text.js';

const MEGABYTES = 5;
const ROUNDS = 5;
const COLD_ROUNDS = 9;
/** A long report; the 5 MB are so many of them. */
const CHARACTERS_A_REPORT = 20_000;
const PAGES = 20;
const LONG_PAGES = 200;
const PLANTED = 500;
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

const report = reportOf(PAGES);

await compareThroughput();
await compareRecognisers(say);
compareColdStart();
await compareComments();
await measurePage(say);
await compareIndicators();
await measureDrafting(say);
measurePhrases(say, 20_000);

async function compareThroughput() {
  const { texts, manuscripts, characters, bytes } = await readReports();
  const passes = {
    '正则逐个取数 regex digit pass': (_, text) => text.match(/\d+(?:\.\d+)?/g)?.length,
    '找出数字 lex': (_, text) => lex(text).length,
    '找出并命名数字、分章 lex, structure and names': (manuscript) => understand(manuscript).figures.length,
    '从文件到核对结果 read and check': (_, text) => check('报告.txt', new TextEncoder().encode(text), []),
  };
  const times = Object.fromEntries(Object.keys(passes).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, pass] of Object.entries(passes)) {
      const start = performance.now();
      for (const [index, text] of texts.entries()) await pass(manuscripts[index], text);
      times[name].push((performance.now() - start) / 1000);
    }
  }
  say(`${(bytes / 1e6).toFixed(1)} MB，${characters}字，${texts.length}份，${ROUNDS}轮中位数`);
  const reference = median(Object.values(times)[0]);
  for (const [name, seconds] of Object.entries(times)) {
    const speed = characters / median(seconds);
    say(
      `  ${name}：每秒${Math.round(speed / 1000)}千字（最好一轮${Math.round(characters / Math.min(...seconds) / 1000)}千字），参照的${(median(seconds) / reference).toFixed(1)}倍时间`,
    );
  }
}

async function readReports() {
  const texts = [];
  const manuscripts = [];
  let characters = 0;
  let bytes = 0;
  const whole = ownText(MEGABYTES * 1e6);
  for (let from = 0; bytes < MEGABYTES * 1e6; from += CHARACTERS_A_REPORT) {
    const text = whole.slice(from, from + CHARACTERS_A_REPORT);
    const encoded = new TextEncoder().encode(text);
    texts.push(text);
    manuscripts.push(await readDocument('报告.txt', encoded));
    characters += text.length;
    bytes += encoded.length;
  }
  return { texts, manuscripts, characters, bytes };
}

function compareColdStart() {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-bench-'));
  const path = join(folder, '报告.txt');
  writeFileSync(path, report);
  const runs = { 'node -e 0': ['-e', '0'], 'junheng check': [MAIN, 'check', path] };
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < COLD_ROUNDS; round += 1) {
    for (const [name, args] of Object.entries(runs)) {
      const start = performance.now();
      spawnSync(process.execPath, args);
      times[name].push(performance.now() - start);
    }
  }
  rmSync(folder, { recursive: true });
  const reference = median(times['node -e 0']);
  say(`冷启动核对${PAGES}页，${COLD_ROUNDS}轮中位数`);
  for (const [name, all] of Object.entries(times)) {
    say(`  ${name}：${median(all).toFixed(0)} ms，参照的${(median(all) / reference).toFixed(1)}倍`);
  }
}

/** A county of 400 schools and ten years: the whole command, beside a program that does nothing. */
async function compareIndicators() {
  const folder = mkdtempSync(join(tmpdir(), 'junheng-bench-'));
  const path = join(folder, '数据.xlsx');
  writeFileSync(path, await largeCounty());
  const run = [MAIN, 'indicators', path];
  const runs = {
    'node -e 0': ['-e', '0'],
    '基本均衡，指标与缺口 basic': run,
    '优质均衡，另测算今后三年 quality, growth': [...run, '--standard', 'quality-balance-2017', '--growth', '3%'],
    '基本均衡，带图网页 basic, html': [...run, '-o', join(folder, '结果.html')],
  };
  const times = Object.fromEntries(Object.keys(runs).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, args] of Object.entries(runs)) {
      const start = performance.now();
      const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      // a workbook that is refused is refused fast
      if (status === 2) throw new Error(stderr);
      times[name].push(performance.now() - start);
    }
  }
  rmSync(folder, { recursive: true });
  const reference = median(times['node -e 0']);
  say(`400所学校、十年数据的工作簿，测算指标与缺口，${ROUNDS}轮中位数`);
  for (const [name, all] of Object.entries(times)) {
    say(`  ${name}：${median(all).toFixed(0)} ms，参照的${(median(all) / reference).toFixed(1)}倍`);
  }
}

/** Findings put as comments into a long Word file, beside the reading of the same file. */
async function compareComments() {
  const text = new TextEncoder().encode(reportOf(LONG_PAGES, PLANTED));
  const bytes = await plainDocx((await check('报告.txt', text, [])).report);
  const checked = { ...(await check('报告.docx', bytes, [])), standards: [] };
  const passes = {
    '读出 read': () => readWordParts('报告.docx', bytes),
    '写入批注 comment': () => commentedWord(checked, bytes, { date: null, fix: true }),
  };
  const times = Object.fromEntries(Object.keys(passes).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, pass] of Object.entries(passes)) {
      const start = performance.now();
      pass();
      times[name].push(performance.now() - start);
    }
  }
  const reference = median(Object.values(times)[0]);
  say(`${LONG_PAGES}页的 Word 文件，发现${checked.result.findings.length}处，${ROUNDS}轮中位数（最慢一轮）`);
  for (const [name, all] of Object.entries(times)) {
    const slowest = Math.max(...all).toFixed(0);
    say(`  ${name}：${median(all).toFixed(0)} ms（${slowest} ms），参照的${(median(all) / reference).toFixed(1)}倍`);
  }
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
