import type { Figure, Mask } from '../model/figure.ts';
import type { Row } from '../model/report.ts';
import { firstOf, isFigure, sameUnit } from './context.ts';

/** A value, the one it is compared with, and what was made of the two (a difference, a rate), member by member. */
export interface Comparison {
  readonly level: Figure | Mask;
  readonly base: Figure | Mask;
  readonly result: Figure;
}

/**
 * What a row of changes compares: 由a增加到b，增加c has its base first; b比上年的a增加c has it between. Several values told one
 * by one (小学4.8、初中6.1，分别比…) are compared one by one.
 */
export function comparisonsOf(rows: readonly Row[], index: number): Comparison[] {
  const row = rows[index] as Row;
  const size = row.members.length;
  const before = rows.slice(0, index);
  const previous = before.at(-1);
  if (!previous) return [];
  if (previous.role === 'base' && previous.members.length === size) {
    return zip(levelsBefore(before.slice(0, -1), previous, size), previous.members, row.members);
  }
  // 由a增加到b，增加c，增长d%: the change between them is passed over
  const levelAt = before.findLastIndex((other) => other.role === 'level' || other.role === 'base');
  const level = before[levelAt];
  const base = before[levelAt - 1];
  if (!level || level.role !== 'level' || base?.role !== 'base' || before.length - levelAt > 2) return [];
  if (level.members.length !== size || base.members.length !== size) return [];
  return zip(level.members, base.members, row.members);
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
