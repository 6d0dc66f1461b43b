import { Decimal } from '../model/decimal.ts';
import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { gapOf, isFigure, onlyFigure, type Passage, sameUnit } from './context.ts';
import { totalNamed } from './earlier-totals.ts';
import { addable, BY_KIND, isRate, partsFrom } from './parts.ts';
import type { Sum } from './relation.ts';
import { sum } from './told-sums.ts';

/** How near a list must come to the total that it is held against, where several totals stand before it. */
const NEAR = 0.3;
/** So near that no larger total comes into question. */
const CLOSE = 0.05;
/** Fewer parts that stay below a total may be only some of them. */
const LEAST_PARTS = 3;
/** Of the totals of a paragraph, how many are tried: a list far from its total has no reader either. */
const MOST_TOTALS = 24;

/**
 * 专任教师2944人。从职称看，…；从学历看，…: lists that each take the same total apart, told once before the first of them.
 * The total is the one of those before that the list adds up to; where it adds up to none, the nearest that is not itself a
 * part of something.
 */
export function byKindLists(
  report: Report,
  earlier: readonly Passage[],
  passage: Passage,
  wholes: ReadonlyMap<Figure, Figure>,
): Sum[] {
  const { rows } = passage;
  if (listedByKind(report, rows).length === 0) return [];
  const found: Sum[] = [];
  const listed = new Set([...earlier, passage].flatMap((before) => listedByKind(report, before.rows)));
  const isPart = (figure: Figure): boolean => wholes.has(figure) || listed.has(figure);
  // 义务教育学校中，小学a所、…；按办学体制分，…: what the sentence begins with is the whole of all its lists
  const opening = rows[0];
  const subject = opening
    ? totalNamed(
        earlier.flatMap((before) => before.rows),
        opening,
      )
    : null;
  for (const [index, row] of rows.entries()) {
    if (row.head !== null || !BY_KIND.test(gapOf(report, row))) continue;
    const list = rows.slice(index).filter((other) => other.head === null);
    const counted = list.find((other) => !isBandUnit(other)) ?? row;
    const direct = subject ?? directTotal(report, rows.slice(0, index), row, isPart);
    if (direct) {
      const members = partsFrom(report, direct, list).flatMap((other) => other.members);
      if (members.length > 1) found.push(sum(direct, members, false, subject ? 'implied' : 'stated'));
      if (members.length > 1) continue;
    }
    const totals = totalsBefore(
      report,
      [...earlier.flatMap((before) => before.rows), ...rows.slice(0, index)],
      counted,
    );
    const told = fitting(report, totals, list) ?? nearTopic(report, totals, list, isPart);
    if (told) found.push(told);
  }
  return found;
}

/** 在校生26318人，按学段分，…: the only figure of its kind right before the list leaves no doubt. */
function directTotal(
  report: Report,
  before: readonly Row[],
  list: Row,
  isPart: (figure: Figure) => boolean,
): Figure | null {
  const row = before.at(-1);
  const total = row && row.head === null && row.role === 'level' ? onlyFigure(row) : null;
  if (!row || !total || isPart(total) || isRate(report, total) || !addable(report, total, row)) return null;
  if (/[；;。]/.test(gapOf(report, list))) return null;
  const sibling = before.at(-2);
  return sibling && addable(report, total, sibling) && /^[^；;。]*$/.test(gapOf(report, row)) ? null : total;
}

/** What stands behind the first 按…分 of a sentence is a member of some list. */
function listedByKind(report: Report, rows: readonly Row[]): (Figure | Mask)[] {
  const first = rows.findIndex((row) => row.head === null && BY_KIND.test(gapOf(report, row)));
  return first < 0 ? [] : rows.slice(first).flatMap((row) => row.members);
}

/** 从年龄看，35岁及以下a人: the ages only say who is counted. */
function isBandUnit(row: Row): boolean {
  return row.members[0]?.unit === '岁';
}

/** The figures before a list that could be its total, the nearest first. */
function totalsBefore(report: Report, rows: readonly Row[], list: Row): Figure[] {
  const [first] = list.members;
  const totals: Figure[] = [];
  for (const row of rows.toReversed()) {
    if (totals.length >= MOST_TOTALS) break;
    if (row.head !== null || row.role !== 'level') continue;
    for (const member of row.members.toReversed())
      if (
        isFigure(member) &&
        sameUnit(member.unit, first?.unit ?? null) &&
        !member.value.isZero() &&
        !isRate(report, member) &&
        addable(report, member, row)
      )
        totals.push(member);
  }
  return totals;
}

function fitting(report: Report, totals: readonly Figure[], list: readonly Row[]): Sum | null {
  for (const total of totals) {
    const members = partsFrom(report, total, list).flatMap((row) => row.members);
    if (members.length > 1 && valueOf(members)?.eq(total.value)) return sum(total, members, false, 'implied');
  }
  return null;
}

/** 9 kinds of figures may stand before the list; the one it takes apart is no part itself: 学校76所，其中…；按区域分，…. */
function nearTopic(
  report: Report,
  totals: readonly Figure[],
  list: readonly Row[],
  isPart: (figure: Figure) => boolean,
): Sum | null {
  const topics = totals.filter((candidate) => !isPart(candidate) && candidate.series === null);
  let nearest: { told: Sum; value: Decimal; off: Decimal } | null = null;
  for (const total of topics) {
    const members = partsFrom(report, total, list).flatMap((row) => row.members);
    const value = valueOf(members);
    if (members.length < 2 || value === null) continue;
    if (value.lt(total.value) && members.length < LEAST_PARTS) continue;
    const off = value.div(total.value).minus(1).abs();
    if (off.lt(nearest?.off ?? NEAR)) nearest = { told: sum(total, members, false, 'implied'), value, off };
  }
  if (!nearest) return null;
  // 教师2016人，女教师1290人。从年龄看，a人，b人: perhaps only some of the larger number
  const { told, value, off } = nearest;
  const larger = topics.some(
    (other) => other !== told.total && other.value.gte(value) && other.value.lt(value.times(2)),
  );
  return larger && off.gt(CLOSE) ? null : told;
}

function valueOf(members: Row['members']): Decimal | null {
  let value = new Decimal(0);
  for (const member of members) {
    if (!isFigure(member)) return null;
    value = value.plus(member.value);
  }
  return value;
}
