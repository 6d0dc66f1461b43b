import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { isPair } from './compared-rows.ts';
import { clauseOf, firstOf, gapOf, isFigure, likeness, sameUnit } from './context.ts';

/** A value, the one it is compared with, and what was made of the two (a difference, a rate), member by member. */
export interface Comparison {
  readonly level: Figure | Mask;
  readonly base: Figure | Mask;
  readonly result: Figure;
  /** The change says itself what it is counted from (较上年), and nothing tells whether the base is that. */
  readonly unsure?: boolean;
}

/** 共减少11所 adds up the changes told before it. */
const TOGETHER = /(?:一共|总共|合计|总计|共计|两[者项]共|共)(?:净)?(?:增|减|提|降|撤|压|下)[^，。；]{0,4}$/;
/** What a clause says of a change besides whose it is. */
const NOT_A_SUBJECT =
  /^.*?(?:[比较](?!例|重)|同比|环比)|分别|依次|累计|其中|同期|期间|相应|年均|平均|每年|逐年|现已|实际|大幅|明显|增幅|降幅|幅度|增速|增长率|增长|增加|减少|提高|下降|降低|上升|提升|缩小|扩大|扩充|压减|新增|净增|净减|回落|撤并|撤销|裁撤|精简|消除|化解|增设|递增|递减|总数|数量|人数|个数|达到|[均各又再也则共约近了为达增减多少高低升降间来内年]/g;

/**
 * What a row of changes compares: 由a增加到b，增加c has its base first; b比上年的a增加c has it between. Several values told one
 * by one (小学4.8、初中6.1，分别比…) are compared one by one. Nothing reaches over a ； or past a name of its own
 * (由52所减少到47所，在校生减少742人).
 */
export function comparisonsOf(report: Report, rows: readonly Row[], index: number): Comparison[] {
  const row = rows[index] as Row;
  const size = row.members.length;
  const before = rows.slice(0, index);
  const previous = before.at(-1);
  if (!previous || isApart(report, row) || TOGETHER.test(clauseOf(row))) return [];
  if (previous.role === 'base' && previous.members.length === size) {
    return zip(levelsBefore(before.slice(0, -1), previous, size), previous.members, row.members);
  }
  // 小学由a增加到b，初中由c增加到d，分别增加e和f
  const pairs = size > 1 && !/(?:[高低多]|(?<!减)少)$/.test(clauseOf(row)) ? pairsBefore(report, before, size) : null;
  if (pairs)
    return zip(
      pairs.map((pair) => firstOf(pair.level)),
      pairs.map((pair) => firstOf(pair.base)),
      row.members,
    );
  // 由a增加到b，增加c，增长d%: the change between them is passed over
  const levelAt = before.findLastIndex((other) => other.role === 'level' || other.role === 'base');
  const level = before[levelAt];
  const base = before[levelAt - 1];
  if (!level || level.role !== 'level' || base?.role !== 'base' || before.length - levelAt > 2) return [];
  if (level.members.length !== size || base.members.length !== size) return [];
  const between = before.slice(levelAt + 1);
  if (between.some((other) => isApart(report, other) || !isOf(other, base, level)) || !isOf(row, base, level))
    return [];
  const since = sinceOf(report, row, base, level);
  if (since === 'other') return [];
  const found = zip(level.members, base.members, row.members);
  return since === 'same' ? found : found.map((comparison) => ({ ...comparison, unsure: true }));
}

/** 由600元提高到650元，较上年增加20元: whether what a change is counted from is the base before it. */
function sinceOf(report: Report, row: Row, base: Row, level: Row): 'same' | 'other' | 'unsure' {
  const [, last, year] = /[比较](?:(上一?年|去年)|((?:19|20)\d\d)年)/.exec(gapOf(report, row)) ?? [];
  if (last === undefined && year === undefined) return 'same';
  const from = base.periods.length === 1 ? base.periods[0] : undefined;
  if (year !== undefined) return from === undefined ? 'unsure' : from === year ? 'same' : 'other';
  if (/上一?年|去年/.test(clauseOf(base))) return 'same';
  const to = level.periods.length === 1 ? level.periods[0] : undefined;
  if (from === undefined || to === undefined || from === to) return 'unsure';
  return Number(to) - Number(from) === 1 ? 'same' : 'other';
}

/** Whether a ； or a 。 stands right before a row's clause. */
export function isApart(report: Report, row: Row): boolean {
  return /[；;。]/.test(gapOf(report, row));
}

/** Whether a change names nothing of its own, or what went from one value to the other. */
function isOf(row: Row, base: Row, level: Row): boolean {
  const subject = clauseOf(row).replaceAll(NOT_A_SUBJECT, '').trim();
  if (subject.length < 2) return true;
  const named = `${base.clauses.join('')}${base.label}${level.label}`;
  return named.includes(subject) || likeness(subject, named) >= 0.5;
}

interface Pair {
  readonly base: Row;
  readonly level: Row;
}

/** The last n pairs 由a增加到b, told one after the other right before. */
function pairsBefore(report: Report, before: readonly Row[], size: number): Pair[] | null {
  // 床位由a增至b，净增c；餐位由d增加到e: each pair may have its own change told behind it
  const last = before.filter((row) => row.role !== 'change' && row.role !== 'change-rate').slice(-2 * size);
  if (last.length < 2 * size || isApart(report, before.at(-1) as Row)) return null;
  const pairs: Pair[] = [];
  for (let at = 0; at < last.length; at += 2) {
    const [base, level] = [last[at], last[at + 1]];
    if (!base || !level || !isPair(base, level) || base.members.length > 1 || level.members.length > 1) return null;
    pairs.push({ base, level });
  }
  return pairs;
}

/** The values that a row of n changes speaks of: the last row of n, or the last n rows of one, in the unit of the base. */
export function levelsBefore(before: readonly Row[], like: Row, size: number): readonly (Figure | Mask)[] {
  const unit = firstOf(like).unit;
  const isValue = (row: Row): boolean => (row.role === 'level' || row.role === 'share') && row.head === like.head;
  const last = before.findLast((row) => isValue(row) && sameUnit(firstOf(row).unit, unit));
  if (last?.members.length === size) return last.members;
  const singles = before.filter((row) => isValue(row) && row.members.length === 1 && sameUnit(firstOf(row).unit, unit));
  return singles.length >= size ? singles.slice(-size).map(firstOf) : [];
}

function zip(
  levels: readonly (Figure | Mask)[],
  bases: readonly (Figure | Mask)[],
  results: readonly (Figure | Mask)[],
): Comparison[] {
  return results.flatMap((result, index) => {
    const level = levels[index];
    const base = bases[index];
    return level && base && isFigure(result) && sameUnit(level.unit, base.unit) ? [{ level, base, result }] : [];
  });
}
