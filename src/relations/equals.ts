import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { clauseStart, isFigure, partOf, sameUnit } from './context.ts';
import { coverOf, isOfSome, isOneSentence, standsBeforeNoun, WHOLE } from './counted.ts';
import { isPast, lastYear } from './past.ts';
import type { Equal } from './relation.ts';
import { stateClaims } from './states.ts';

const FIRST_COMPARED = 12;
/** Kindergartens and senior schools add more than this to what compulsory education has. */
const HARDLY_MORE = 1.15;
/** The same quantity told again: figures of one name, stage, period and scope, each against the first of them. */
export function findEquals(report: Report): Equal[] {
  const byName = new Map<string, Figure[]>();
  for (const { key, figure } of stateClaims(report)) {
    const within = `${partOf(report, figure.span.start)}|${key}`;
    const group = byName.get(within);
    if (group) group.push(figure);
    else byName.set(within, [figure]);
  }
  const found: Equal[] = [];
  const now = lastYear(report);
  for (const group of byName.values()) {
    const known: Figure[] = [];
    const unclear = notDealtOut(group);
    group.forEach((figure, at) => {
      // 学校98所，其中义务教育学校62所: the wider total has only the name of the part that the others mean
      const wider = known.findLastIndex(
        (other, index) => index >= known.length - FIRST_COMPARED && isAmong(report, other, figure),
      );
      if (wider >= 0) known.splice(wider, 1);
      const recent = known.slice(-FIRST_COMPARED);
      if (unclear.has(figure) || recent.some((other) => isPartOfSentence(report, other, figure))) return;
      const past = isPast(report, figure, now, group[at - 1], group[at + 1]);
      const fits = known
        .slice(0, FIRST_COMPARED)
        .filter(
          (other) =>
            isSamePeriod(other, figure) &&
            other.bound === figure.bound &&
            sameUnit(other.unit, figure.unit) &&
            !inOneSeries(other, figure) &&
            !(other.period === null && past(other)) &&
            !(figure.period === null && isPast(report, other, now)(figure)),
        );
      // a value told before is told again, whatever other year or slip stands between
      const partner = fits.findLast((other) => other.value.eq(figure.value)) ?? fits.at(-1);
      if (partner) found.push(equal(report, partner, figure));
      known.push(figure);
    });
  }
  return found;
}

/** 分别为24316人、10872人和6518人: members of one row that nothing tells apart are not one quantity told three times. */
function notDealtOut(group: readonly Figure[]): ReadonlySet<Figure> {
  const unclear = new Set<Figure>();
  const first = new Map<string, Figure>();
  for (const figure of group) {
    if (!figure.series) continue;
    const key = `${figure.series.id}|${figure.period}`;
    const other = first.get(key);
    if (other) unclear.add(other).add(figure);
    else first.set(key, figure);
  }
  return unclear;
}

/** Years that differ, or a series beside a single value, are no contradiction; a year beside none may be. */
function isSamePeriod(a: Figure, b: Figure): boolean {
  return a.period === b.period || ((a.period === null || b.period === null) && !a.series && !b.series);
}

/**
 * 33个乡镇中，27个乡镇设有…，6个乡镇…: a smaller count before the same noun, in one sentence, is some of them; of two counts
 * before it (1名教师获评…，4名教师获评…) each is.
 */
function isPartOfSentence(report: Report, first: Figure, second: Figure): boolean {
  const { text } = report.manuscript;
  if (!standsBeforeNoun(text, second) || !isOneSentence(text, [first, second])) return false;
  return second.value.lt(first.value) || (standsBeforeNoun(text, first) && !second.value.eq(first.value));
}

function isAmong(report: Report, total: Figure, part: Figure): boolean {
  const { text } = report.manuscript;
  return (
    part.value.lt(total.value) &&
    isOneSentence(text, [total, part]) &&
    /其中|包括/.test(text.slice(total.span.end, part.span.start))
  );
}

/**
 * 中小学校70所 and 义务教育学校62所 are called alike and cover other schools. Schools without a word for it may be either; pupils
 * and teachers without one may be those of all schools, unless they are hardly more.
 */
function isSameCover(text: string, first: Figure, second: Figure): boolean {
  const [a, b] = [coverOf(text, first), coverOf(text, second)];
  if (a === b) return true;
  if (a !== null && b !== null) return false;
  const [less, more] = first.value.lt(second.value) ? [first.value, second.value] : [second.value, first.value];
  return first.indicator === 'school-count' || more.lt(less.times(HARDLY_MORE));
}

function inOneSeries(a: Figure, b: Figure): boolean {
  return a.series !== null && b.series !== null && a.series.id === b.series.id;
}

function told(period: string | null): string {
  if (period === null) return '一处未写明';
  return `一处为${/\d$/.test(period) ? `${period}年` : period}`;
}

function equal(report: Report, first: Figure, second: Figure): Equal {
  const vocabulary = indicatorOf(first.indicator) !== undefined;
  const { text } = report.manuscript;
  const whole = (figure: Figure): boolean =>
    WHOLE.test(text.slice(clauseStart(text, figure.span.start), figure.span.start));
  const explanation =
    first.period !== second.period
      ? `统计时间可能不同（${told(first.period)}，${told(second.period)}）`
      : vocabulary && whole(first) === whole(second) && !isUndatedCell(report, first) && !isUndatedCell(report, second)
        ? null
        : '统计口径或范围可能不同';
  return {
    type: 'equal',
    // a name of the text's own words may hide another scope, and so may a count of some before their noun: it only confirms
    assertion:
      vocabulary &&
      (first.period === second.period || second.period === null || first.period === null) &&
      !isOfSome(text, first) &&
      !isOfSome(text, second) &&
      isSameCover(text, first, second)
        ? 'implied'
        : 'possible',
    first,
    second,
    explanation,
    span: second.span,
  };
}

/** A table without a year, or of other schools than the text means, may tell another count of the same name. */
function isUndatedCell(report: Report, figure: Figure): boolean {
  return figure.period === null && cellsOf(report).has(figure.id);
}

const cellsOfReport = new WeakMap<Report, ReadonlySet<string>>();

function cellsOf(report: Report): ReadonlySet<string> {
  const known = cellsOfReport.get(report);
  if (known) return known;
  const cells = report.tables.flatMap((table) => table.cells.flat());
  const ids = new Set(cells.flatMap((cell) => (cell && isFigure(cell) ? [cell.id] : [])));
  cellsOfReport.set(report, ids);
  return ids;
}
