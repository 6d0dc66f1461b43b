// 速度：与同一次运行中的参照相比，只看倍数（本机时钟忽快忽慢，绝对值不可比）。
// Ratios measured in one run, rounds alternating, medians: clocks of shared machines drift by tens of percent.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '../../dist/jobs/extract.js';
import { check } from '../../dist/jobs/check.js';
import { lex } from '../../dist/quantities/lexer.js';

const MEGABYTES = 5;
const ROUNDS = 3;
const COLD_ROUNDS = 9;
/** GB/T 9704: 22 lines of 28 characters. */
const CHARACTERS_A_PAGE = 22 * 28;
const PAGES = 20;
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

const report = reportOf(PAGES);
const bytes = new TextEncoder().encode(report);
const copies = Math.ceil((MEGABYTES * 1e6) / bytes.length);

await compareThroughput();
compareColdStart();

async function compareThroughput() {
  const passes = {
    '正则逐个取数 regex digit pass': () => report.match(/\d+(?:\.\d+)?/g)?.length,
    '词法 lex': () => lex(report).length,
    '读取、分章、命名 extract': () => extract('报告.txt', bytes),
    '核对 check': () => check('报告.txt', bytes, []),
  };
  const times = Object.fromEntries(Object.keys(passes).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, pass] of Object.entries(passes)) {
      const start = performance.now();
      for (let copy = 0; copy < copies; copy += 1) await pass();
      times[name].push((performance.now() - start) / 1000);
    }
  }
  say(`${((bytes.length * copies) / 1e6).toFixed(1)} MB（${copies}份，每份${PAGES}页），${ROUNDS}轮中位数`);
  const reference = median(Object.values(times)[0]);
  for (const [name, seconds] of Object.entries(times)) {
    const speed = (bytes.length * copies) / 1e6 / median(seconds);
    say(`  ${name}：${speed.toFixed(1)} MB/s，参照的${(median(seconds) / reference).toFixed(1)}倍时间`);
  }
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

/** A report of so many pages in the manner of the genre; figures differ from paragraph to paragraph, and all relations hold. */
function reportOf(pages) {
  const parts = ['清河县义务教育均衡发展自评报告'];
  for (let index = 1; parts.join('\n').length < pages * CHARACTERS_A_PAGE; index += 1) {
    const [primary, junior] = [3000 + index * 7, 1800 + index * 3];
    parts.push(
      `（${index}）第${index}片区情况`,
      `第${index}片区现有在校生${primary + junior}人（小学${primary}人、初中${junior}人），专任教师${180 + index}人，生师比为${(14 + (index % 9) / 10).toFixed(1)}:1。`,
      `近三年累计投入${1200 + index * 5}万元，新建、改扩建校舍${(1.2 + (index % 30) / 10).toFixed(1)}万平方米，生均公用经费逐年增长，分别为${650 + index}元、${680 + index}元、${720 + index}元。`,
      `片区内小学巩固率为100%，初中巩固率为${(98 + (index % 10) / 10).toFixed(1)}%，适龄残疾儿童少年入学率达到${(95 + (index % 20) / 10).toFixed(1)}%以上。`,
    );
  }
  return parts.join('\n');
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

function say(line) {
  process.stdout.write(`${line}\n`);
}
