import type { SchoolRow } from '../../model/dataset.ts';
import type { Decimal } from '../../model/decimal.ts';
import { exactly } from '../../quantities/interval.ts';
import { SHARED_AMOUNTS } from '../../read/workbook/shared-conditions.ts';
import { type PerPupilIndicator, perPupilIndicatorOf } from '../../standards/school-indicators.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import type { CountyValue } from './county-values.ts';
import { named, rowRanges, sumOf } from './school-sums.ts';

/**
 * What the table gives for one school: an amount, or a value per pupil. Both parts of a combined school count together; of what
 * it states as a whole (areas, books…) its parts are told divided, and whole, since texts do either.
 * @param stated the table as entered, @param divided the same rows after the division
 */
export function valuesOfSchool(
  stated: readonly SchoolRow[],
  divided: readonly SchoolRow[],
  rows: readonly SchoolRow[],
  id: string,
): CountyValue[] {
  const [first] = rows;
  if (first === undefined) return [];
  const perPupil = perPupilIndicatorOf(id);
  const amount = perPupil?.amount ?? id;
  const parts = stated.filter(({ name }) => name === first.name);
  const isWhole = rows.some(({ conditions }) => conditions === 'whole') && SHARED_AMOUNTS.includes(amount);
  const told = (value: Decimal | null, formula: string | null, of: readonly SchoolRow[]): CountyValue[] =>
    value === null
      ? []
      : [
          {
            value,
            interval: exactly(value),
            unit: indicatorOf(id)?.unit ?? null,
            cells: rowRanges(of),
            formula,
            definition: null,
            because: null,
          },
        ];
  const ratio = perPupil ? `${named(perPupil.amount)}÷在校生数` : null;
  if (!isWhole) {
    const value = perPupil === undefined ? sumOf(rows, id) : perPupilOf(rows, perPupil);
    return told(value, ratio ?? (rows.length > 1 ? '各学段之和' : null), rows);
  }
  const whole = wholeOf(parts, amount);
  const pupils = allPupils(parts);
  const ofWhole = perPupil === undefined ? whole : whole && pupils && whole.times(perPupil.per).div(pupils);
  const found = told(ofWhole, ratio && `全校${ratio}`, parts);
  if (rows.length === parts.length && rows.length > 1) return found;
  const share = rows.flatMap((row) => divided[stated.indexOf(row)] ?? []);
  const ofPart = perPupil === undefined ? sumOf(share, id) : perPupilOf(share, perPupil);
  return [...told(ofPart, ratio ?? '全校数按学段折算', rows), ...found];
}

/** Stated in the row of one part or alike in all. */
function wholeOf(parts: readonly SchoolRow[], amount: string): Decimal | null {
  const values = parts.flatMap(({ amounts }) => amounts.get(amount) ?? []);
  const [first] = values;
  return first !== undefined && values.every((value) => value.eq(first)) ? first : null;
}

/** Those of the senior stage among them, since they use the same rooms. */
function allPupils(parts: readonly SchoolRow[]): Decimal | null {
  const own = sumOf(parts, 'pupils');
  const [senior] = parts.flatMap(({ amounts }) => amounts.get('senior-pupils') ?? []);
  const all = own?.plus(senior ?? 0) ?? null;
  return all?.gt(0) ? all : null;
}

function perPupilOf(rows: readonly SchoolRow[], { amount, per }: PerPupilIndicator): Decimal | null {
  const [above, pupils] = [sumOf(rows, amount), sumOf(rows, 'pupils')];
  return above === null || pupils === null || pupils.lte(0) ? null : above.times(per).div(pupils);
}
