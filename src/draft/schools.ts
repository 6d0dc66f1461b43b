import type { CellAddress, Computation, Dataset, SchoolPart, SchoolRow } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { splitCombinedSchools } from '../standards/combined-schools.ts';
import { deduct } from '../standards/deduct.ts';
import { compositeCoefficient, differenceCoefficient } from '../standards/difference-coefficient.ts';
import { PER_PUPIL_INDICATORS, perPupilIndicatorOf, schoolsInScope } from '../standards/school-indicators.ts';
import type { Standard } from '../standards/standard.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { EIGHT, SCHOOL_SUMS } from '../standards/computed.ts';

/** A value computed from the school table, or what the table lacks for it. */
export type SchoolValue =
  | { readonly value: Decimal; readonly source: Computation }
  | { readonly wanted: readonly string[] };

/**
 * What the school table gives for a stage: number of schools in scope, their sums, the means of the per-pupil indicators, single
 * difference coefficients and their mean. Null where the name is none of these.
 *
 * @param standard the one that says which schools count, and what its indicators take off an amount; null for the table's own reading
 */
export function schoolValue(
  dataset: Dataset,
  indicator: string,
  part: SchoolPart,
  standard: Standard | null = null,
): SchoolValue | null {
  const rows = countedSchools(dataset, part, standard);
  // Sums are told as the table has them; only what is worked out per pupil follows the regulation's deductions.
  const measured = deduct(rows, standard?.deductions ?? []).schools;
  if (indicator === 'text:列入测算学校数') {
    if (rows.length === 0) return { wanted: [`学校表中的${part}`] };
    return valueOf(new Decimal(rows.length), `学校表中列入测算的${part}（部）数`, rows);
  }
  const summed = SCHOOL_SUMS.get(indicator);
  if (summed !== undefined) {
    return withAmounts(rows, part, [summed], ([amounts]) =>
      valueOf(total(amounts ?? []), `各校${nameOf(summed)}之和`, rows),
    );
  }
  const mean = perPupilIndicatorOf(indicator);
  if (mean !== undefined) {
    return withAmounts(measured, part, [mean.amount, 'pupils'], ([amounts, pupils]) =>
      valueOf(
        total(amounts ?? [])
          .div(total(pupils ?? []))
          .mul(mean.per),
        `各校${nameOf(mean.amount)}之和÷各校在校生数之和${mean.per === 100 ? '×100' : ''}`,
        rows,
      ),
    );
  }
  // Basic and quality balance share a coefficient of indicators that they name differently.
  const singles = PER_PUPIL_INDICATORS.filter((one) => one.coefficient === indicator);
  const single = singles.find(({ id }) => standard?.coefficients.includes(id)) ?? singles[0];
  if (single !== undefined) {
    // One school alone does not differ from itself: 0.000 would be told as a standard reached, and says nothing.
    if (rows.length === 1) return { wanted: [`学校表中至少两所${part}（现有1所）`] };
    return withAmounts(measured, part, [single.amount, 'pupils'], ([amounts = [], pupils = []]) => {
      const schools = amounts.map((amount, index) => ({ amount, pupils: pupils[index] ?? new Decimal(0) }));
      const spread = differenceCoefficient(schools);
      return spread === null
        ? { wanted: [`学校表中各${part}的${nameOf(single.amount)}`] }
        : valueOf(spread.coefficient, `${nameOf(single.id)}的标准差（按在校生数加权）÷县域均值`, rows);
    });
  }
  return indicator === 'cv-composite' ? composite(dataset, part, rows, standard) : null;
}

/**
 * The school parts of a stage that the coefficients count, combined schools divided.
 *
 * @param standard the one that says which schools count; null for what the table itself says
 */
export function countedSchools(
  { schools }: Dataset,
  part: SchoolPart,
  standard: Standard | null = null,
): readonly SchoolRow[] {
  const split = splitCombinedSchools(schools).schools;
  if (standard !== null) return schoolsInScope(split, part, standard.excludes).counted;
  return split.filter((row) => row.part === part && row.excluded === null && row.leftOut === undefined);
}

function composite(
  dataset: Dataset,
  part: SchoolPart,
  rows: readonly SchoolRow[],
  standard: Standard | null,
): SchoolValue {
  const singles = EIGHT.map((one) => schoolValue(dataset, one.coefficient, part, standard)).filter(
    (one) => one !== null,
  );
  const wanted = [...new Set(singles.flatMap((one) => ('wanted' in one ? one.wanted : [])))];
  if (wanted.length > 0) return { wanted };
  const values = singles.flatMap((one) => ('value' in one ? [one.value] : []));
  const mean = compositeCoefficient(values);
  return mean === null ? { wanted: [`学校表中的${part}`] } : valueOf(mean, '八项指标差异系数的算术平均数', rows);
}

/** Runs the computation only where every school in scope has every amount: a sum with a hole is no sum. */
function withAmounts(
  rows: readonly SchoolRow[],
  part: SchoolPart,
  ids: readonly string[],
  compute: (columns: readonly (readonly Decimal[])[]) => SchoolValue,
): SchoolValue {
  if (rows.length === 0) return { wanted: [`学校表中的${part}`] };
  const wanted = ids
    .filter((id) => rows.some((row) => !row.amounts.has(id)))
    .map((id) => `学校表中各${part}的${nameOf(id)}`);
  if (wanted.length > 0) return { wanted };
  const columns = ids.map((id) => rows.map((row) => row.amounts.get(id) ?? new Decimal(0)));
  const empty = ids.findIndex((_, index) => total(columns[index] ?? []).isZero());
  if (empty >= 0 || (ids.includes('pupils') && rows.some((row) => row.amounts.get('pupils')?.isZero()))) {
    return { wanted: [`学校表中各${part}的${nameOf(ids[Math.max(empty, 0)] ?? 'pupils')}（现为0）`] };
  }
  return compute(columns);
}

function valueOf(value: Decimal, formula: string, rows: readonly SchoolRow[]): SchoolValue {
  return { value, source: { formula, inputs: rowRanges(rows) } };
}

/** The rows as few readable places: `5—12行` instead of one address a school. */
export function rowRanges(rows: readonly SchoolRow[]): readonly CellAddress[] {
  const ranges: { sheet: string; from: number; to: number }[] = [];
  for (const { source } of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && last.sheet === source.sheet && source.row === last.to + 1) last.to = source.row;
    else ranges.push({ sheet: source.sheet, from: source.row, to: source.row });
  }
  return ranges.map(({ sheet, from, to }) => ({ sheet, cell: from === to ? `第${from}行` : `第${from}—${to}行` }));
}

function total(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.add(value), new Decimal(0));
}

function nameOf(id: string): string {
  return indicatorOf(id)?.name ?? id;
}
