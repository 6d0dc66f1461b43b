import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Head, TableLine } from '../model/table.ts';
import { divide, exactly, meet, multiply, subtract } from '../quantities/interval.ts';
import { around, isFigure } from './context.ts';
import type { Difference, Growth } from './relation.ts';
import { assertionBy, evidenceOf, sameMeasure, type TableView, type Trial } from './table-view.ts';

interface Step {
  readonly from: Figure;
  readonly to: Figure;
  readonly change: Figure;
  /** 年均增长 compounds over so many years; 1 for the whole change. */
  readonly years: number;
}

const HUNDRED = exactly(new Decimal(100));

/** Columns (or rows) of growth rates and of increases against the values of the years that they compare. */
export function tableGrowths(view: TableView): (Growth | Difference)[] {
  return view.along.flatMap((line) => {
    const { head } = line;
    if (head.role !== 'change-rate' && head.role !== 'change') return [];
    const steps = [...besideYears(view, line), ...underYears(view, line)];
    const trials = steps.map((step): Trial<Step> => ({ made: step, fits: fits(head, step) }));
    const assertion = assertionBy(evidenceOf(trials), 'stated');
    return trials.map(({ made: { from, to, change, years } }): Growth | Difference => {
      const span = around(from.span, to.span, change.span);
      if (head.role === 'change-rate') {
        return { type: 'growth', assertion, from, to, rate: change, falling: head.falling, years, span };
      }
      const [minuend, subtrahend] = head.falling ? [from, to] : [to, from];
      return { type: 'difference', assertion, minuend, subtrahend, result: change, plus: 0, span };
    });
  });
}

function fits(head: Head, { from, to, change, years }: Step): boolean {
  if (head.role === 'change') {
    const difference = subtract(to.interval, from.interval);
    return meet(difference, head.falling ? multiply(change.interval, exactly(new Decimal(-1))) : change.interval);
  }
  const whole = divide(to.interval, from.interval);
  if (!whole || whole.low.lte(0)) return false;
  const root = new Decimal(1).div(years);
  const ratio = years === 1 ? whole : { low: whole.low.pow(root), high: whole.high.pow(root) };
  const rate = multiply(subtract(ratio, exactly(new Decimal(1))), HUNDRED);
  return meet(head.falling ? multiply(rate, exactly(new Decimal(-1))) : rate, change.interval);
}

/** 2022年｜2023年｜增长率: the years stand on the same axis as the rate. */
function besideYears(view: TableView, line: TableLine): Step[] {
  const at = view.along.indexOf(line);
  const levels = view.along.filter(
    ({ head }) => head.role === 'level' && !head.among && timeOf(head) !== null && head.name === line.head.name,
  );
  const ends = endsOf(line.head, levels, view.along.slice(0, at));
  if (!ends) return [];
  const [from, to] = ends;
  const years = isYearly(line.head) ? (yearOf(to.head) ?? 0) - (yearOf(from.head) ?? 0) : 1;
  if (years < 1) return [];
  return view.across.flatMap((across) => stepOf(view, [from, across], [to, across], [line, across], years));
}

/** The last year before the rate's own column and the one before it, unless the header names the years. */
function endsOf(
  rate: Head,
  levels: readonly TableLine[],
  before: readonly TableLine[],
): readonly [from: TableLine, to: TableLine] | null {
  const now = levels.find(({ head }) => head.relative === 'this-year');
  const last = levels.find(({ head }) => head.relative === 'last-year');
  if (now && last) return [last, now];
  const dated = levels.filter(({ head }) => yearOf(head) !== null);
  const own = rate.period ? Number(rate.period) : null;
  const earlier = dated.filter((level) => before.includes(level));
  const years = (earlier.length > 1 ? earlier : dated).map(({ head }) => yearOf(head) ?? 0);
  const to = own && Number.isInteger(own) ? own : Math.max(...years);
  const first = (years.length === 2 && !own) || isYearly(rate);
  const from = rate.since ? Number(rate.since) : first ? Math.min(...years) : to - 1;
  const find = (year: number): TableLine | undefined => dated.find(({ head }) => yearOf(head) === year);
  const [start, end] = [find(from), find(to)];
  return start && end && start !== end ? [start, end] : null;
}

/** 教育经费 over 增长率, a column a year: the years stand on the other axis. */
function underYears(view: TableView, line: TableLine): Step[] {
  const at = view.along.indexOf(line);
  const level = view.along
    .slice(0, at)
    .findLast(
      ({ head }) =>
        head.role === 'level' &&
        !head.silent &&
        timeOf(head) === null &&
        head.name === line.head.name &&
        head.path.length > 0,
    );
  if (!level || isYearly(line.head) || level.head.stages.join() !== line.head.stages.join()) return [];
  const byYear = new Map(
    view.across.flatMap((across) => (yearOf(across.head) === null ? [] : [[yearOf(across.head), across]])),
  );
  return view.across.flatMap((across) => {
    const year = yearOf(across.head);
    const before = year === null ? undefined : byYear.get(year - 1);
    return before ? stepOf(view, [level, before], [level, across], [line, across], 1) : [];
  });
}

type Place = readonly [along: TableLine, across: TableLine];

function stepOf(view: TableView, start: Place, end: Place, rate: Place, years: number): Step[] {
  const from = view.at(...start);
  const to = view.at(...end);
  const change = view.at(...rate);
  if (!from || !to || !change || !isFigure(from) || !isFigure(to) || !isFigure(change)) return [];
  if (change.role !== 'change-rate' && change.role !== 'change') return [];
  // a rate of a rate is told in percentage points, by whatever name
  if (!sameMeasure(from, to) || (change.role === 'change-rate' && from.kind === 'percent')) return [];
  return [{ from, to, change, years }];
}

function isYearly(head: Head): boolean {
  return head.path.some((part) => part.includes('年均'));
}

function yearOf(head: Head): number | null {
  const year = /^((?:19|20)\d\d)(?:-(?:19|20)\d\d学年)?$/.exec(head.period ?? '')?.[1];
  return year ? Number(year) : null;
}

function timeOf(head: Head): string | number | null {
  return head.relative ?? yearOf(head);
}
