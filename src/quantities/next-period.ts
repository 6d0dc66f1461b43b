/** Reports look back over five years at most; what is dated earlier is an event or a base year and stays where it is. */
const rolling = 5;

/**
 * The period that stands in next year's report where this one stood in the report of `reportYear`: `2023` → `2024`,
 * `2022-2023学年` → `2023-2024学年`; null stays null, and so does what is no year.
 *
 * @param period as {@link Figure.period}
 * @param reportYear the year that the old report is about; null where nobody knows, and then nothing moves
 */
export function nextPeriod(period: string | null, reportYear: number | null): string | null {
  const match = period === null ? null : /^(\d{4})(?:-(\d{4}))?(学年)?$/u.exec(period);
  if (match === null || reportYear === null) return period;
  const [, from = '', until, school = ''] = match;
  const year = Number(from);
  if (year <= reportYear - rolling || year > reportYear + 1) return period;
  return `${year + 1}${until === undefined ? '' : `-${Number(until) + 1}`}${school}`;
}
