import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, gapOf, onlyFigure, passagesOf, sameUnit } from './context.ts';
import type { Quotient } from './relation.ts';

const IS = /(?:是|为|相当于|达到?)([^，。；]*)$/;
const OF_YEAR = /(?:是|为|相当于|达到?)((?:19|20)\d\d)年(?:同期)?的$/;
const DOUBLED = /翻了?(?:近|约|将近)?$|实现了?翻$/;
const SINCE_LAST = /[比较](?:上一?年|去年)/;
/** How far a whole multiple may lie from the quotient: 3倍 for 2.9, and 翻一番 for what is nearly or a little over double. */
const WHOLE_MULTIPLE = 0.05;
const DOUBLE = { low: 0.95, high: 1.1 };
/** Nothing grows by more than this many doublings in a report. */
const MOST_DOUBLINGS = 4;
const FARTHEST = 40;

/** 6.8平方米，是城区学校4平方米的1.7倍; 2023年达到3000万元，是2020年的2.5倍; 比上年翻了一番. */
export function findMultiples(report: Report): Quotient[] {
  return passagesOf(report).flatMap(({ rows }) =>
    rows.flatMap((row, index) => {
      const result = onlyFigure(row);
      if (!result || (result.unit !== '倍' && result.unit !== '番')) return [];
      const before = rows.slice(Math.max(0, index - FARTHEST), index);
      const found = result.unit === '番' ? doubled(report, before, row) : multiple(report, before, row);
      if (!found || found.of.value.isZero() || found.level === found.of) return [];
      const told = result.unit === '番' ? doublings(result) : times(result);
      return told ? [quotient(found, told)] : [];
    }),
  );
}

interface Pair {
  readonly level: Figure;
  readonly of: Figure;
}

function multiple(report: Report, before: readonly Row[], row: Row): Pair | null {
  const gap = gapOf(report, row);
  const year = OF_YEAR.exec(gap)?.[1];
  if (year !== undefined) {
    const level = levelOf(before.at(-1));
    if (!level || /[。；;]/.test(gap)) return null;
    const of = before.flatMap((other) => levelOf(other) ?? []).filter((figure) => figure.period === year);
    return pairOf(
      level,
      of.filter((figure) => isSameThing(figure, level)),
    );
  }
  // 是城区学校3.92平方米的1.74倍: what it is a multiple of stands right before 的
  const base = before.at(-1);
  const of = base ? onlyFigure(base) : null;
  if (gap !== '的' || !base || !of || !IS.test(clauseOf(base)) || /[。；;]/.test(gapOf(report, base))) return null;
  const level = levelOf(before.at(-2));
  return level && sameUnit(level.unit, of.unit) && level.kind === of.kind ? { level, of } : null;
}

/** 由300万元增加到620万元，翻了一番; 2022年投入300万元，2023年投入620万元，比上年翻了一番. */
function doubled(report: Report, before: readonly Row[], row: Row): Pair | null {
  const gap = gapOf(report, row);
  if (!DOUBLED.test(gap) || /[。；;]/.test(gap)) return null;
  const level = levelOf(before.at(-1));
  const base = before.at(-2);
  const of = base ? onlyFigure(base) : null;
  if (!level || !base || !of || !sameUnit(level.unit, of.unit)) return null;
  if (base.role === 'base' && /到|至|为/.test(clauseOf(before.at(-1) as Row)) && !SINCE_LAST.test(gap))
    return { level, of };
  const year = Number(level.period);
  const apart = SINCE_LAST.test(gap) && base.role === 'level' && Number(of.period) === year - 1;
  return apart && isSameThing(of, level) ? { level, of } : null;
}

function levelOf(row: Row | undefined): Figure | null {
  const figure = row ? onlyFigure(row) : null;
  return figure && row?.role === 'level' && figure.bound === null ? figure : null;
}

function isSameThing(a: Figure, b: Figure): boolean {
  return a.label === b.label && a.stage === b.stage && a.scope === b.scope && sameUnit(a.unit, b.unit);
}

function pairOf(level: Figure, others: readonly Figure[]): Pair | null {
  const [of] = others;
  return of && others.length === 1 ? { level, of } : null;
}

/** A whole multiple is said of what is near it; one with decimals is meant as printed. */
function times(result: Figure): Figure {
  if (result.bound !== null || !result.value.isInteger() || result.text.includes('.')) return result;
  const off = result.value.times(WHOLE_MULTIPLE);
  const interval = { low: result.value.minus(off), high: result.value.plus(off) };
  return { ...result, kind: 'ratio', interval };
}

/** One doubling is twice as much, two are four times. */
function doublings(result: Figure): Figure | null {
  if (result.bound !== null || !result.value.isInteger() || result.value.lt(1) || result.value.gt(MOST_DOUBLINGS))
    return null;
  const value = new Decimal(2).pow(result.value);
  const interval = { low: value.times(DOUBLE.low), high: value.times(DOUBLE.high) };
  return { ...result, value, interval, unit: '倍', kind: 'ratio', text: `翻${result.text}（${value.toFixed()}倍）` };
}

function quotient({ level, of }: Pair, result: Figure): Quotient {
  return {
    type: 'quotient',
    assertion: 'implied',
    dividend: [level],
    divisor: of,
    times: 1,
    result,
    span: around(level.span, of.span, result.span),
  };
}
