import { Decimal } from '../../model/decimal.ts';
import { exactly } from '../../quantities/interval.ts';
import type { CountyValue } from './county-values.ts';
import { eachYear, yearsOf, yearsOfSchoolYear } from './years.ts';

/** The times at which a workbook may tell a figure. */
export interface Periods {
  readonly same: readonly { readonly period: string; readonly years: number }[];
  /** Why the same name may still be of another time. */
  readonly open: string | null;
}

/**
 * The periods of a workbook that may tell a figure's: its own label; the years of a school year; 近三年 for a span of three years,
 * and for a figure without a year, which may be of any of them.
 */
export function periodsFor(
  dated: string | null,
  period: string,
  spans: readonly number[],
  said: number | null,
): Periods {
  const years = yearsOf(period);
  const own = { period, years: 1 };
  if (dated === null && said !== null) {
    return { same: spans.filter((count) => count === said).map((count) => ({ period, years: count })), open: null };
  }
  if (dated === null) return { same: [own, ...spans.map((count) => ({ period, years: count }))], open: null };
  if (years && !years.schoolYear && years.to > years.from) {
    const length = years.to - years.from + 1;
    return {
      same: [own, ...(spans.includes(length) ? [{ period: String(years.to), years: length }] : [])],
      open: null,
    };
  }
  const schoolYear = yearsOfSchoolYear(period);
  if (schoolYear.length === 0) return { same: [own], open: null };
  return {
    same: [own, ...schoolYear.map((one) => ({ period: one, years: 1 }))],
    open: '文中按学年、工作簿按年度，统计时点可能不同',
  };
}

/** The years up to one: 2024, 3 → 2022, 2023, 2024. */
export function lastYears(period: string, count: number): readonly string[] {
  return /^\d{4}$/u.test(period) ? eachYear(`${Number(period) - count + 1}-${period}`) : [];
}

/** Several years together; null where one of them is missing. */
export function summed(parts: readonly (CountyValue | null)[]): CountyValue | null {
  const [first] = parts;
  if (!first || parts.length < 2 || parts.includes(null)) return null;
  const all = parts as readonly CountyValue[];
  const value = all.reduce((sum, one) => sum.plus(one.value), new Decimal(0));
  const formula = all.map((one) => one.value.toFixed()).join('＋');
  return { ...first, value, interval: exactly(value), cells: all.flatMap(({ cells }) => cells), formula };
}
