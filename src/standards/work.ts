import type { Dataset, WorkItem } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import type { Item, Standard } from './standard.ts';

/** The items of one group, or of all, added up. */
export interface WorkSum {
  readonly group: string;
  readonly count: number;
  /** Null where an item has none. */
  readonly points: Decimal | null;
  readonly score: Decimal | null;
  /** Scores of those that have one, so that a half-filled sheet shows how far it is. */
  readonly scored: number;
}

/** The county government's self-assessment held against the items of a standard. */
export interface WorkAssessment {
  readonly groups: readonly WorkSum[];
  readonly total: WorkSum;
  /** The score as of a hundred points, where the points are another sum; null where they are a hundred or not known. */
  readonly outOfHundred: Decimal | null;
  readonly overScored: readonly WorkItem[];
  readonly withoutEvidence: readonly WorkItem[];
  readonly unscored: readonly WorkItem[];
  /** Items of the standard that no row of the sheet reads like. */
  readonly missing: readonly Item[];
}

/** Two wordings of one item share this much of their neighbouring characters. */
const ALIKE = 0.6;

/**
 * The sheet 工作自评 added up by group and in all.
 *
 * @returns null where the workbook has no scores, or the standard does not judge by a score
 */
export function assessWork({ workItems }: Dataset, standard: Standard): WorkAssessment | null {
  if (workItems === undefined || !standard.limits.some(({ indicator }) => indicator === 'work-score')) return null;
  const groups = [...new Set(workItems.map(({ group }) => group))];
  const total = sumOf('合计', workItems);
  const { points, score } = total;
  const isOther = points !== null && points.gt(0) && !points.eq(100);
  return {
    groups: groups.map((group) =>
      sumOf(
        group === '' ? '未分组' : group,
        workItems.filter((item) => item.group === group),
      ),
    ),
    total,
    outOfHundred: isOther && score !== null ? score.times(100).div(points) : null,
    overScored: workItems.filter(({ points: most, score: own }) => most !== null && own?.gt(most)),
    withoutEvidence: workItems.filter(({ evidence, score: own }) => own?.gt(0) && evidence === ''),
    unscored: workItems.filter((item) => item.score === null),
    missing: standard.items.filter(({ text }) => !workItems.some(({ name }) => isAlike(name, text))),
  };
}

function sumOf(group: string, items: readonly WorkItem[]): WorkSum {
  const add = (values: readonly (Decimal | null)[]) =>
    values.reduce<Decimal | null>(
      (sum, value) => (sum === null || value === null ? null : sum.plus(value)),
      new Decimal(0),
    );
  return {
    group,
    count: items.length,
    points: add(items.map(({ points }) => points)),
    score: add(items.map(({ score }) => score)),
    scored: items.filter(({ score }) => score !== null).length,
  };
}

/** Whether two wordings are one item: provinces shorten and complete them, and number them as they like. */
function isAlike(one: string, other: string): boolean {
  const [short, long] = [one, other]
    .map((text) => text.replaceAll(/[^\p{Script=Han}\d]/gu, '').replaceAll('了', ''))
    .sort((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short === '') return false;
  const pairs = (text: string) => new Set(Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2)));
  const [own, others] = [pairs(short), pairs(long)];
  const shared = [...own].filter((pair) => others.has(pair)).length;
  return long.includes(short) || shared >= own.size * ALIKE;
}
