import type { SchoolRow } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import { indicatorOf } from '../../vocabulary/index.ts';

const FINEST = 12;

/** A sum with a hole in it is none. */
export function sumOf(rows: readonly SchoolRow[], id: string): Decimal | null {
  if (rows.length === 0 || rows.some(({ amounts }) => !amounts.has(id))) return null;
  // the shares of a whole are no round numbers, their sum is one again
  return rows.reduce((sum, { amounts }) => sum.plus(amounts.get(id) ?? 0), new Decimal(0)).toDecimalPlaces(FINEST);
}

/** Rows as few readable places. */
export function rowRanges(rows: readonly SchoolRow[]): string[] {
  const ranges: { sheet: string; from: number; to: number }[] = [];
  for (const { source } of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && last.sheet === source.sheet && source.row === last.to + 1) last.to = source.row;
    else ranges.push({ sheet: source.sheet, from: source.row, to: source.row });
  }
  return ranges.map(({ sheet, from, to }) => `${sheet}!${from === to ? `第${from}行` : `第${from}—${to}行`}`);
}

export function named(id: string): string {
  return indicatorOf(id)?.name ?? id.replace(/^text:/u, '');
}
