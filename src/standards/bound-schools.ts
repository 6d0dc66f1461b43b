import type { Decimal } from '../model/decimal.ts';
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
    whole.set(row.name, other === undefined ? row : { ...other, amounts: added(other.amounts, row.amounts) });
  }
  return [...whole.values()];
}

function added(one: ReadonlyMap<string, Decimal>, other: ReadonlyMap<string, Decimal>): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const [id, value] of one) {
    const more = other.get(id);
    if (more !== undefined) sums.set(id, value.plus(more));
  }
  return sums;
}
