import { Decimal } from '../model/decimal.ts';
import type { SchoolRow } from '../model/dataset.ts';
import type { Limit } from './standard.ts';

/**
 * The schools that a limit binds, out of rows that each are one stage of a school: those of its types, and for a limit on whole
 * schools the rows of one name as one, their amounts added up. An amount that a row lacks is not known of the whole either.
 */
export function boundSchools(rows: readonly SchoolRow[], limit: Limit): SchoolRow[] {
  const bound = rows.filter(({ type }) => limit.types.length === 0 || limit.types.includes(type));
  if (!limit.wholeSchool) return bound;
  const whole = new Map<string, SchoolRow>();
  for (const row of bound) {
    const other = whole.get(row.name);
    whole.set(row.name, other === undefined ? row : { ...other, amounts: added(other, row) });
  }
  return [...whole.values()];
}

function added(one: SchoolRow, other: SchoolRow): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  const isShared = one.conditions === 'whole' && other.conditions === 'whole';
  for (const id of new Set([...one.amounts.keys(), ...other.amounts.keys()])) {
    const [value, more] = [one.amounts.get(id), other.amounts.get(id)];
    const smallest = /^smallest-(.+)-room-area$/u.exec(id)?.[1];
    if (smallest !== undefined) {
      // the smallest room of two parts; a part without rooms of the kind has none
      const sizes = [one, other].map((row) => sizeIn(row, id, `${smallest}-rooms`));
      const known = sizes.filter((size) => size instanceof Decimal);
      if (!sizes.includes('unknown') && known.length > 0) sums.set(id, Decimal.min(...known));
    } else if (value !== undefined && more !== undefined) {
      // rooms told twice as the whole school's are the same rooms
      sums.set(id, isShared && COUNTED_ONCE.has(id) ? Decimal.max(value, more) : value.plus(more));
    }
  }
  return sums;
}

const COUNTED_ONCE: ReadonlySet<string> = new Set(['music-rooms', 'art-rooms']);

function sizeIn({ amounts }: SchoolRow, id: string, rooms: string): Decimal | 'none' | 'unknown' {
  return amounts.get(id) ?? (amounts.get(rooms)?.isZero() ? 'none' : 'unknown');
}
