/** The years that a period's words name, in order; a school year is named by its two. */
export interface Years {
  readonly from: number;
  readonly to: number;
  readonly schoolYear: boolean;
}

/** Reads `2024`, `2022-2024`, `2023-2024学年`; null for what names no closed time (2016年以来). */
export function yearsOf(period: string | null): Years | null {
  const match = /^(\d{4})(?:-(\d{4}))?(学年度?)?$/u.exec(period ?? '');
  if (match === null) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return to < from ? null : { from, to, schoolYear: match[3] !== undefined };
}

/** `2024` a year earlier is `2023`, `2023-2024学年` is `2022-2023学年`. */
export function yearBefore(period: string): string {
  return period.replaceAll(/\d{4}/gu, (digits) => String(Number(digits) - 1));
}

/** The labels of the single years of a span: `2022-2024` → 2022, 2023, 2024. Empty for a single year and for school years. */
export function eachYear(period: string): readonly string[] {
  const years = yearsOf(period);
  if (years === null || years.schoolYear || years.from === years.to) return [];
  return Array.from({ length: years.to - years.from + 1 }, (_, index) => String(years.from + index));
}

/** The years that a school year's count may stand under in a workbook kept by years: counts of its autumn, rates of its summer. */
export function yearsOfSchoolYear(period: string): readonly string[] {
  const years = yearsOf(period);
  return years?.schoolYear && years.to === years.from + 1 ? [String(years.from), String(years.to)] : [];
}

/** 2024年, 2023-2024学年. */
export function told(period: string): string {
  return /\d$/u.test(period) ? `${period}年` : period;
}

/** The sentence before a figure that is told of several years together without naming them: 三年共招聘教师63人. */
export const LAST_YEARS = /(?:^|[^一二三四五六七八九十\d第])([两三四五])年(?:来|间)?(?:共|累计|合计|总共)[^，。；]*$/u;
