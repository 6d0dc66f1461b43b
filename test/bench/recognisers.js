// 与通用识别器 @microsoft/recognizers-text-suite 的中文模型（数、百分比、货币、量纲）相比：同一段文字、同一次运行。
// Beside the Chinese models of a general recogniser, on the same text in the same run: how fast, and how many values and units
// of our own annotated reports are right.
import {
  Culture,
  recognizeCurrency,
  recognizeDimension,
  recognizeNumber,
  recognizePercentage,
} from '@microsoft/recognizers-text-suite';
import { understand } from '../../dist/figures/index.js';
import { extract } from '../../dist/jobs/extract.js';
import { readDocument } from '../../dist/read/index.js';
import { ownReports, ownText } from './text.js';

const BYTES = 50_000;
const ROUNDS = 9;
/** The models begin slowly; what they do once is not held against them. */
const WARM_UP = 400;

const MODELS = [recognizeCurrency, recognizeDimension, recognizePercentage, recognizeNumber];

/** Their names of the units that reports use. */
const UNITS = {
  'Chinese yuan': '元',
  'Square meter': '平方米',
  'Square kilometer': '平方公里',
  Hectare: '公顷',
  Mu: '亩',
  Ton: '吨',
  Kilometer: '公里',
  Meter: '米',
  Year: '年',
  Month: '个月',
  Day: '天',
  Hour: '小时',
  Minute: '分钟',
};

/** Tells both comparisons, a line each. */
export async function compareRecognisers(say) {
  await compareSpeed(say);
  await compareResults(say);
}

async function compareSpeed(say) {
  const text = cutTo(BYTES, ownText(BYTES));
  const manuscript = await readDocument('报告.txt', new TextEncoder().encode(text));
  recogniseAll(text.slice(0, WARM_UP));
  const theirs = timeOf(() => recogniseAll(text));
  understand(manuscript);
  const ours = median(Array.from({ length: ROUNDS }, () => timeOf(() => understand(manuscript))));
  say(`${BYTES / 1000} kB，${text.length}字，与 recognizers-text-suite 相比`);
  say(`  识别器（数、百分比、货币、量纲）：每秒${Math.round(text.length / theirs)}字`);
  say(`  本程序（找出并命名）：每秒${Math.round(text.length / ours)}字，快${Math.round(theirs / ours)}倍`);
}

async function compareResults(say) {
  const counts = { total: 0, ourValues: 0, ourUnits: 0, theirValues: 0, theirUnits: 0 };
  for (const { text, figures } of ownReports()) {
    const { report } = await extract('报告.txt', new TextEncoder().encode(text));
    const starts = lineStarts(text);
    const own = new Map(report.figures.map((figure) => [figure.span.start, figure]));
    const found = linesOf(text).map(recogniseAll);
    for (const { line, start, value, unit } of figures) {
      counts.total += 1;
      const mine = own.get(starts[line - 1] + start);
      const isMine = mine !== undefined && same(mine.value.toNumber(), value);
      counts.ourValues += isMine ? 1 : 0;
      counts.ourUnits += isMine && mine.unit === unit ? 1 : 0;
      // The kindest reading: any model's result that begins where the figure does.
      const others = (found[line - 1] ?? []).filter((one) => one.start === start && same(one.value, value));
      counts.theirValues += others.length > 0 ? 1 : 0;
      counts.theirUnits += others.some((one) => one.unit === (unit ?? null)) ? 1 : 0;
    }
  }
  const share = (count) => `${count}/${counts.total}（${((100 * count) / counts.total).toFixed(1)}%）`;
  say('自编标注文本中的数字');
  say(`  识别器：数值对 ${share(counts.theirValues)}，数值和单位都对 ${share(counts.theirUnits)}`);
  say(`  本程序：数值对 ${share(counts.ourValues)}，数值和单位都对 ${share(counts.ourUnits)}`);
}

function recogniseAll(text) {
  return linesOf(text).flatMap((line) =>
    MODELS.flatMap((model) =>
      model(line, Culture.Chinese).map(({ start, resolution }) => {
        const printed = String(resolution?.value ?? '');
        return {
          start,
          value: Number.parseFloat(printed),
          unit: printed.endsWith('%') ? '%' : (UNITS[resolution?.unit] ?? null),
        };
      }),
    ),
  );
}

function same(a, b) {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

function linesOf(text) {
  return text.split('\n');
}

function lineStarts(text) {
  let start = 0;
  return linesOf(text).map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

/** The beginning of a text that takes at most so many bytes. */
function cutTo(bytes, text) {
  let length = Math.floor(bytes / 2);
  while (new TextEncoder().encode(text.slice(0, length)).length > bytes) length -= 100;
  return text.slice(0, length);
}

function timeOf(work) {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
