import type { Decimal } from '../model/decimal.ts';
import type { Figure, Stage } from '../model/figure.ts';
import type { Interval } from '../model/interval.ts';
import type { Report } from '../model/report.ts';
import { meets } from '../standards/assess.ts';
import type { ClaimTest } from '../standards/standard.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { show } from './operand.ts';
import { lastYearOf } from './report-date.ts';
import { isState } from './standard-words.ts';

/** What contradicts a claim: the figures, and the arithmetic in a few words. */
export interface Against {
  readonly figures: readonly Figure[];
  readonly reason: string;
}

/**
 * The figures of the report that a claim does not stand against; null where it stands, or where nothing tells.
 *
 * @param stages those that the claim names; empty where it speaks of all
 * @param date the report's day, see report-date
 */
export function refute(
  report: Report,
  test: ClaimTest,
  stages: readonly (Stage | null)[],
  date: string | null,
): Against | null {
  switch (test.form) {
    case 'growth-above':
      return slowGrowth(report, test);
    case 'rising':
    case 'not-falling':
      return (
        fall(seriesOf(report, test.indicator, test.stage), test.form === 'rising') ??
        fallInList(report, figuresOf(report, test.indicator, test.stage), test.form === 'rising')
      );
    case 'not-below':
      return below(report, test);
    case 'quotient':
      return quotient(report, test);
    case 'level':
      return level(report, test, stages, date);
  }
}

function figuresOf(report: Report, indicator: string | null, stage: string | null): Figure[] {
  const kind = indicatorOf(indicator)?.kind;
  return report.figures.filter(
    (figure) =>
      figure.indicator === indicator &&
      figure.stage === stage &&
      (kind === undefined || figure.kind === kind) &&
      isState(report, figure),
  );
}

/** One value a year, in order; a year that the text tells twice with two values is left to the rule for that. */
function seriesOf(report: Report, indicator: string, stage: string | null): Map<number, Figure> {
  return byYear(figuresOf(report, indicator, stage));
}

function byYear(figures: readonly Figure[]): Map<number, Figure> {
  const years = new Map<number, Figure[]>();
  for (const figure of figures) {
    if (!/^\d{4}$/u.test(figure.period ?? '')) continue;
    const year = Number(figure.period);
    years.set(year, [...(years.get(year) ?? []), figure]);
  }
  return new Map(
    [...years]
      .filter(([, all]) => all.every(({ value }) => value.eq((all[0] as Figure).value)))
      .map(([year, [figure]]): [number, Figure] => [year, figure as Figure])
      .sort(([a], [b]) => a - b),
  );
}

function fall(series: ReadonlyMap<number, Figure>, strictly: boolean): Against | null {
  for (const [year, figure] of series) {
    const before = series.get(year - 1);
    if (before === undefined) continue;
    const same = strictly && figure.value.eq(before.value) && figure.text === before.text;
    if (!same && !figure.interval.high.lt(before.interval.low)) continue;
    return {
      figures: [before, figure],
      reason: `${nameOf(figure)}${year}年${figure.text}，${same ? '与' : '低于'}${year - 1}年${same ? '持平' : before.text}`,
    };
  }
  return null;
}

/** 2016—2018年…分别为a、b、c: an undated list of three or more is year after year. */
function fallInList(report: Report, figures: readonly Figure[], strictly: boolean): Against | null {
  for (const figure of figures) {
    const list = figures.filter(({ series, period }) => period === null && series?.id === figure.series?.id);
    const next = list.find(({ series }) => series?.index === (figure.series?.index ?? 0) + 1);
    if (figure.series === null || list.length < 3 || next === undefined) continue;
    const { text } = report.manuscript;
    const paragraph = text.slice(text.lastIndexOf('\n', figure.span.start) + 1, figure.span.start);
    if (!/年/u.test(paragraph)) continue;
    const same = strictly && next.value.eq(figure.value) && next.text === figure.text;
    if (!same && !next.interval.high.lt(figure.interval.low)) continue;
    return {
      figures: [figure, next],
      reason: `${nameOf(next)}${next.text}，${same ? '与前一年持平' : `低于前一年${figure.text}`}`,
    };
  }
  return null;
}

/** Growth rates as printed where the text gives them, else those that follow from the amounts. */
function slowGrowth(report: Report, test: ClaimTest): Against | null {
  const than = test.than ?? '';
  const printed = [test.indicator, than].map((id) => byYear(ratesOf(report, id)));
  for (const [year, rate] of printed[0] ?? []) {
    const other = printed[1]?.get(year);
    if (other === undefined || !rate.interval.high.lt(other.interval.low)) continue;
    return {
      figures: [rate, other],
      reason: `${year}年${nameOf(rate)}${rate.text}，低于${nameOf(other)}${other.text}`,
    };
  }
  const [amounts, others] = [test.indicator, than].map((id) => seriesOf(report, id, test.stage));
  for (const [year, figure] of amounts ?? []) {
    const [before, other, earlier] = [amounts?.get(year - 1), others?.get(year), others?.get(year - 1)];
    if (!before || !other || !earlier || before.interval.low.lte(0) || earlier.interval.low.lte(0)) continue;
    const [own, theirs] = [growth(before, figure), growth(earlier, other)];
    if (!own.high.lt(theirs.low)) continue;
    const percents = [percent(before, figure), percent(earlier, other)];
    return {
      figures: [before, figure, earlier, other],
      reason: `${year}年${nameOf(figure)}增长${percents[0]}%，低于${nameOf(other)}增长${percents[1]}%`,
    };
  }
  return null;
}

function ratesOf(report: Report, id: string): Figure[] {
  const known = indicatorOf(id);
  const names = known === undefined ? [] : [known.name, ...known.aliases].map((name) => `${name}增长率`);
  return report.figures.filter(
    (figure) =>
      figure.unit === '%' &&
      figure.scope === null &&
      (figure.indicator === `${id}-growth` || names.includes(figure.label)),
  );
}

function growth(from: Figure, to: Figure): Interval {
  return { low: to.interval.low.div(from.interval.high), high: to.interval.high.div(from.interval.low) };
}

function percent(from: Figure, to: Figure): string {
  return show(to.value.minus(from.value).times(100).div(from.value), 1, 2);
}

function below(report: Report, test: ClaimTest): Against | null {
  for (const figure of figuresOf(report, test.indicator, test.stage)) {
    const other = figuresOf(report, test.than, test.stage).find(({ period }) => period === figure.period);
    if (other === undefined || !figure.interval.high.lt(other.interval.low)) continue;
    return { figures: [figure, other], reason: `${nameOf(figure)}${figure.text}，低于${nameOf(other)}${other.text}` };
  }
  return null;
}

function quotient(report: Report, test: ClaimTest): Against | null {
  if (test.value === null || test.comparison === null) return null;
  for (const figure of figuresOf(report, test.indicator, test.stage)) {
    const other = figuresOf(report, test.than, test.stage).find(({ period }) => period === figure.period);
    if (other === undefined || other.interval.low.lte(0)) continue;
    const low = figure.interval.low.div(other.interval.high);
    const high = figure.interval.high.div(other.interval.low);
    if (canMeet(low, high, test)) continue;
    return {
      figures: [figure, other],
      reason: `${nameOf(figure)}${figure.text}÷${nameOf(other)}${other.text}=${show(figure.value.div(other.value), 1, 2)}，${WORDS[test.comparison]}${show(test.value)}`,
    };
  }
  return null;
}

/** A state that the report tells of now: undated, or of the report's year or the one before. */
function level(
  report: Report,
  test: ClaimTest,
  stages: readonly (Stage | null)[],
  date: string | null,
): Against | null {
  const figures = report.figures.filter(
    (figure) =>
      (figure.indicator === test.indicator || figure.label.endsWith(indicatorOf(test.indicator)?.name ?? '\n')) &&
      (test.stage === null || figure.stage === test.stage) &&
      (stages.length === 0 || stages.includes(figure.stage)) &&
      isState(report, figure),
  );
  const years = figures.flatMap(({ period }) => lastYearOf(period) ?? []);
  const latest = years.reduce((a, b) => (a > b ? a : b), date === null ? '' : String(Number(date.slice(0, 4)) - 1));
  for (const figure of figures) {
    const year = lastYearOf(figure.period);
    if (year !== null && (date === null || year < latest)) continue;
    if (canMeet(figure.interval.low, figure.interval.high, test) || test.value === null) continue;
    return { figures: [figure], reason: `${nameOf(figure)}${figure.text}` };
  }
  return null;
}

function canMeet(low: Decimal, high: Decimal, { comparison, value }: ClaimTest): boolean {
  if (comparison === null || value === null) return true;
  return meets(comparison.startsWith('<') ? low : high, comparison, value);
}

const WORDS = { '<=': '高于', '<': '不低于', '>=': '低于', '>': '不高于' } as const;

function nameOf({ stage, label }: Figure): string {
  return `${stage !== null && !label.includes(stage) ? stage : ''}${label}`;
}
