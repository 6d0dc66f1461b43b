import type { Decimal } from '../../model/decimal.ts';
import type { Figure, Stage } from '../../model/figure.ts';
import type { Report } from '../../model/report.ts';
import { nextPeriod } from '../../quantities/next-period.ts';
import { indicatorOf } from '../../vocabulary/index.ts';

/** A quantity of last year's report: one, however often it is printed. */
export interface OldQuantity {
  /** From 1 in reading order; the number by which the workbook to fill in is read back. */
  readonly number: number;
  /** Chinese: the official name, the report's own words, or what the sentence has before the number. */
  readonly name: string;
  readonly indicator: string | null;
  readonly stage: Stage | null;
  /** As told last year; null for the report's own time. */
  readonly period: string | null;
  /** The period that stands in its place a year on; the same for one that stays. */
  readonly next: string | null;
  readonly scope: string | null;
  /** As the report prints it, 万 or 亿 with it: 万元. */
  readonly unit: string;
  /** How many base units one of these is. */
  readonly factor: Decimal;
  /** In the base unit, from the most exact of its prints. */
  readonly value: Decimal;
  /** All places where it is printed, the most exact first. */
  readonly figures: readonly [Figure, ...Figure[]];
}

/** The figures of last year's report sorted out. */
export interface OldQuantities {
  readonly reportYear: number | null;
  /** How many years the report moves on; mostly 1. */
  readonly by: number;
  readonly all: readonly OldQuantity[];
  /** By a figure's id. */
  readonly of: ReadonlyMap<string, OldQuantity>;
  /** Figures that no number of this year takes the place of, and why (Chinese). */
  readonly kept: readonly { readonly figure: Figure; readonly reason: string; readonly silent: boolean }[];
}

const ALIKE_DIGITS = 3;
/** Under the report's own words, so many digits of a rounded print do not agree by chance. */
const SURE_DIGITS = 4;

/**
 * Sorts the figures of last year's report into quantities. Two prints are one quantity where name, stage, time, scope and unit are
 * the same and their values are; small numbers of what was done (新建学校2所) may be equal by chance, and stay apart.
 *
 * @param reportYear the year that the report is about; null where nobody knows, and then no period moves
 * @param by how many years it moves on
 */
export function oldQuantities(report: Report, reportYear: number | null, by = 1): OldQuantities {
  const kept: OldQuantities['kept'][number][] = [];
  const groups: Figure[][] = [];
  const byKey = new Map<string, Figure[][]>();
  for (const figure of report.figures) {
    const reason = reasonToKeep(figure, report.manuscript.text);
    if (reason !== null) {
      kept.push({ figure, ...reason });
      continue;
    }
    const key = keyOf(figure, reportYear);
    const known = byKey.get(key) ?? [];
    const same = known.find(([first]) => first !== undefined && isSame(first, figure));
    if (same) same.push(figure);
    else {
      const group = [figure];
      groups.push(group);
      byKey.set(key, [...known, group]);
    }
  }
  const all = groups.map((figures, index) => quantityOf(report, figures, index + 1, reportYear, by));
  const of = new Map(all.flatMap((quantity) => quantity.figures.map((figure) => [figure.id, quantity] as const)));
  return { reportYear, by, all, of, kept };
}

/** 35岁以下, 56人以上的大班额: classes that things are sorted into. */
const CLASS_BEHIND = /^(?:及|或)?(?:以上|以下)?的?(?:超?大班额|大班)/u;

/** 均达到国家标准（小学不高于0.65）: what stands there is the standard's. */
const STANDARD = /^(?:均|都)?(?:达到|符合|满足)(?:.{0,8}(?:标准|要求|规定))?$/u;

function reasonToKeep(figure: Figure, text: string): { reason: string; silent: boolean } | null {
  const behind = text.slice(figure.span.end, figure.span.end + 10);
  if (figure.text.endsWith('岁') || /^周?岁/u.test(behind) || CLASS_BEHIND.test(behind)) {
    return { reason: '是分类的界限，没有改', silent: true };
  }
  if (figure.role === 'limit') return { reason: '是标准或要求，没有改', silent: true };
  if (figure.valueMax !== null) return { reason: '是一个范围，不是一个数，请手工改', silent: false };
  if (figure.kind === 'duration') return { reason: '是时间长短，没有改', silent: true };
  if (figure.label.endsWith('限值') || STANDARD.test(figure.label))
    return { reason: '是标准或要求，没有改', silent: true };
  return null;
}

/** What is told without a year is of the report's own; of an official name the unit is one, however it is printed. */
function keyOf({ indicator, stage, period, scope, unit, kind, role }: Figure, reportYear: number | null): string {
  const own = period ?? (reportYear === null ? null : String(reportYear));
  const known = indicatorOf(indicator) !== undefined && unit !== '个百分点';
  return [indicator, stage, own, scope, role, ...(known ? [] : [unit, kind])].join('|');
}

function isSame(one: Figure, other: Figure): boolean {
  if (one.indicator === null) return false;
  // members of one list are different things, whatever their values
  if (one.series !== null && one.series.id === other.series?.id) return false;
  const known = indicatorOf(one.indicator);
  const digits = Math.min(digitsOf(one), digitsOf(other));
  if (one.value.eq(other.value)) return (known !== undefined && known.nature !== 'flow') || digits >= ALIKE_DIGITS;
  // 142318万元 and 14.23亿元, 1:16.66 and 0.06: the one is the other, rounded
  return one.bound === other.bound && digits >= (known === undefined ? SURE_DIGITS : 2) && isRounding(one, other);
}

function isRounding(one: Figure, other: Figure): boolean {
  const [exact, rough] = width(one).lte(width(other)) ? [one, other] : [other, one];
  const { low, high } = rough.interval;
  return width(exact).times(2).lt(width(rough)) && exact.value.gte(low) && exact.value.lte(high);
}

function digitsOf({ text, value }: Figure): number {
  const digits = text.replaceAll(/[^\d]/gu, '').replace(/^0+/u, '');
  return digits === '' ? value.precision() : digits.length;
}

function quantityOf(
  report: Report,
  figures: readonly Figure[],
  number: number,
  reportYear: number | null,
  by: number,
): OldQuantity {
  const sorted = [...figures].sort((a, b) => width(a).cmp(width(b)) || a.span.start - b.span.start);
  const [first] = sorted as [Figure, ...Figure[]];
  const period = sorted.find((figure) => figure.period !== null)?.period ?? null;
  const known = indicatorOf(first.indicator);
  const own = first.indicator?.replace(/^text:/u, '') || first.label;
  const name = known?.name ?? (own === '' ? wordsBefore(report, first) : own);
  const multiplier = /^[-\d.,，０-９．]+((?:[千百十]?[万亿])|[千百](?=元))/u.exec(first.text)?.[1] ?? '';
  const factor = multiplierOf(multiplier, first.value);
  return {
    number,
    name,
    indicator: first.indicator,
    stage: first.stage,
    period,
    next: movedPeriod(period, reportYear, by),
    scope: first.scope,
    unit: `${multiplier}${first.unit ?? ''}`,
    factor,
    value: first.value,
    figures: sorted as [Figure, ...Figure[]],
  };
}

function movedPeriod(period: string | null, reportYear: number | null, by: number): string | null {
  const next = nextPeriod(period, reportYear);
  if (next === period || next === null) return next;
  return next.replaceAll(/\d{4}/gu, (year) => String(Number(year) + by - 1));
}

function width({ interval }: Figure): Decimal {
  return interval.high.minus(interval.low);
}

const POWERS: Readonly<Record<string, number>> = { 千: 3, 百: 2, 十: 1, 万: 4, 亿: 8 };

function multiplierOf(multiplier: string, like: Decimal): Decimal {
  const power = [...multiplier].reduce((sum, character) => sum + (POWERS[character] ?? 0), 0);
  return like.times(0).plus(10).pow(power);
}

function wordsBefore({ manuscript: { text } }: Report, { span }: Figure): string {
  const before = text.slice(Math.max(0, span.start - 16), span.start);
  return /[^，。；：、\n\d]*$/u.exec(before)?.[0].trim() || '（未命名）';
}

/** A quantity as it is told to people: 小学在校生数（2023年）. */
export function toldName({
  name,
  stage,
  scope,
  period,
}: Pick<OldQuantity, 'name' | 'stage' | 'scope' | 'period'>): string {
  const staged = stage !== null && !name.includes(stage) ? stage : '';
  const year = period === null ? '' : `（${/\d$/u.test(period) ? `${period}年` : period}）`;
  return `${scope ?? ''}${staged}${name}${year}`;
}
