import type { CellAddress, Computation, Dataset, SchoolPart, SchoolRow } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { splitCombinedSchools } from '../standards/combined-schools.ts';
import { compositeCoefficient, differenceCoefficient } from '../standards/difference-coefficient.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { EIGHT, SCHOOL_SUMS } from '../standards/computed.ts';

/** A value computed from the school table, or what the table lacks for it. */
export type SchoolValue =
  | { readonly value: Decimal; readonly source: Computation }
  | { readonly wanted: readonly string[] };

/**
 * What the school table gives for a stage: number of schools in scope, their sums, the means of the eight indicators, single
 * difference coefficients and their mean. Null where the name is none of these.
 */
export function schoolValue(dataset: Dataset, indicator: string, part: SchoolPart): SchoolValue | null {
  const rows = countedSchools(dataset, part);
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
  const mean = EIGHT.find((one) => one.id === indicator);
  if (mean !== undefined) {
    return withAmounts(rows, part, [mean.amount, 'pupils'], ([amounts, pupils]) =>
      valueOf(
        total(amounts ?? [])
          .div(total(pupils ?? []))
          .mul(mean.per),
        `各校${nameOf(mean.amount)}之和÷各校在校生数之和${mean.per === 100 ? '×100' : ''}`,
        rows,
      ),
    );
  }
  const single = EIGHT.find((one) => one.coefficient === indicator);
  if (single !== undefined) {
    return withAmounts(rows, part, [single.amount, 'pupils'], ([amounts = [], pupils = []]) => {
      const schools = amounts.map((amount, index) => ({ amount, pupils: pupils[index] ?? new Decimal(0) }));
      const spread = differenceCoefficient(schools);
      return spread === null
        ? { wanted: [`学校表中各${part}的${nameOf(single.amount)}`] }
        : valueOf(spread.coefficient, `${nameOf(single.id)}的标准差（按在校生数加权）÷县域均值`, rows);
    });
  }
  return indicator === 'cv-composite' ? composite(dataset, part, rows) : null;
}

/** The school parts of a stage that the coefficients count, combined schools divided. */
export function countedSchools({ schools }: Dataset, part: SchoolPart): readonly SchoolRow[] {
  return splitCombinedSchools(schools).schools.filter(
    (row) => row.part === part && row.excluded === null && row.leftOut === undefined,
  );
}

function composite(dataset: Dataset, part: SchoolPart, rows: readonly SchoolRow[]): SchoolValue {
  const singles = EIGHT.map((one) => schoolValue(dataset, one.coefficient, part)).filter((one) => one !== null);
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
