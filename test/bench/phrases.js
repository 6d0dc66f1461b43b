// 短语库：20,000 与 200,000 条自造句子上的装入、查找时间，旁边是逐条查找（includes）。
// The phrase library at two sizes: adding, making the index, loading it, queries; beside them a plain look through all frames.
// `node test/bench/phrases.js [SIZE…]` after a build; `npm run bench` runs it at 20,000.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { openLibrary } from '../../dist/jobs/phrases.js';
import { jiebaSegmenter, search } from '../../dist/phrases/index.js';
import { addReports } from '../../dist/phrases/library.js';
import { printLibrary } from '../../dist/phrases/library-file.js';
import { generatedPhrases, generatedQueries } from './phrase-sentences.js';

const load = createRequire(import.meta.url);
const ROUNDS = 5;
const QUERIES = 600;

/** Measures one size and tells what it found. */
export function measurePhrases(say, size) {
  const started = performance.now();
  const { Jieba } = load('@node-rs/jieba');
  const segmenter = jiebaSegmenter(Jieba.withDict(load('@node-rs/jieba/dict').dict));
  segmenter.cut('义务教育');
  const segmenterTime = performance.now() - started;
  const phrases = generatedPhrases(size);
  const text = printLibrary(phrases);
  const [made, makeTime] = timed(() => openLibrary('库', text, null, segmenter));
  const loads = [];
  let library = made;
  for (let round = 0; round < ROUNDS; round += 1) {
    const [opened, time] = timed(() => openLibrary('库', text, made.madeIndex, segmenter));
    library = opened;
    loads.push(time);
  }
  const queries = generatedQueries(phrases, QUERIES);
  // each query several times, its median counts: other programs on the machine take whole tens of milliseconds now and then
  const rounds = queries.map(() => []);
  const processor = queries.map(() => []);
  let found = 0;
  const request = { filter: {}, purpose: { kind: 'county-basic', year: 2025 }, limit: 10 };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, query] of queries.entries()) {
      const before = process.cpuUsage();
      const [result, time] = timed(() => search([library], { ...request, text: query }, segmenter));
      const { user, system } = process.cpuUsage(before);
      processor[index].push((user + system) / 1000);
      rounds[index].push(time);
      if (round === 0 && result.hits.length > 0) found += 1;
    }
  }
  const times = rounds.map((all) => at(all, 0.5));
  const worked = processor.map((all) => at(all, 0.5));
  const first = rounds.map(([time]) => time);
  const plain = queries.slice(0, 100).map((query) => timed(() => phrases.filter(({ frame }) => frame.includes(query)))[1]);
  const report = { facts: { fingerprint: 'new', names: new Map() }, phrases: generatedPhrases(200).map(asNew) };
  const [, addTime] = timed(() => addReports(phrases, [report]));
  say(`短语库${size}条（${megabytes(text)} MB，索引${megabytes(made.madeIndex ?? '')} MB），${QUERIES}次查找，有结果的${found}次`);
  say(`  分词程序装入 segmenter ${segmenterTime.toFixed(0)} ms，新建索引 index ${makeTime.toFixed(0)} ms，装入 load ${at(loads, 0.5).toFixed(0)} ms`);
  say(`  查找 query 中位${at(times, 0.5).toFixed(1)} ms，p99 ${at(times, 0.99).toFixed(1)} ms，最慢${at(times, 1).toFixed(1)} ms，处理器时间 p99 ${at(worked, 0.99).toFixed(1)} ms（头一遍 p99 ${at(first, 0.99).toFixed(1)} ms）；逐条查找 plain 中位${at(plain, 0.5).toFixed(1)} ms，p99 的${(at(times, 0.99) / at(plain, 0.5)).toFixed(1)}倍`);
  say(`  并入200句 add ${addTime.toFixed(0)} ms，写出 print ${timed(() => printLibrary(phrases))[1].toFixed(0)} ms`);
}

function asNew(phrase) {
  return { ...phrase, sources: phrase.sources.map((source) => ({ ...source, report: 'new' })) };
}

function timed(work) {
  const start = performance.now();
  const result = work();
  return [result, performance.now() - start];
}

function at(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function megabytes(text) {
  return (Buffer.byteLength(text) / 1e6).toFixed(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const sizes = process.argv.slice(2).map(Number);
  for (const size of sizes.length > 0 ? sizes : [20_000]) measurePhrases((line) => process.stdout.write(`${line}\n`), size);
}
