import { yearOfReport } from '../../check/data/report-claims.ts';
import type { Report } from '../../model/report.ts';

/**
 * The year that a report is about: that of its title, else the last of those that most of its figures are dated with, else of those
 * that its text names most; none later than the check takes it for; null without any. A guess, which the workbook asks people to look at.
 */
export function yearOf(report: Report): number | null {
  const { title, figures, manuscript } = report;
  const named = /(?:19|20)\d\d(?=年)/u.exec(title ?? '')?.[0];
  if (named !== undefined) return Number(named);
  const dated = figures.map(({ period }) => /^(?:\d{4}-)?((?:19|20)\d\d)(?:学年)?$/u.exec(period ?? '')?.[1] ?? '');
  const told = dated.some((year) => year !== '') ? dated : (manuscript.text.match(/(?:19|20)\d\d(?=年)/gu) ?? []);
  const counts = new Map<number, number>();
  for (const year of told) if (year !== '') counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  // a plan for next year is dated, too; the check takes the last year that dates a state
  const latest = Number(yearOfReport(report) ?? Number.MAX_SAFE_INTEGER);
  for (const year of counts.keys()) if (year > latest) counts.delete(year);
  // of a series (2020年、2021年、2022年) the last year is the report's, though another may be named more often
  const most = Math.max(0, ...counts.values());
  const years = [...counts].filter(([, count]) => count * 2 >= most).map(([year]) => year);
  return years.length === 0 ? null : Math.max(...years);
}
