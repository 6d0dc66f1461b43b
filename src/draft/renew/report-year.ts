import type { Report } from '../../model/report.ts';

/**
 * The year that a report is about: that of its title, else the one that most of its figures are dated with, else the one that
 * its text names most; null without any. A guess, which the workbook asks people to look at.
 */
export function yearOf({ title, figures, manuscript }: Report): number | null {
  const named = /(?:19|20)\d\d(?=年)/u.exec(title ?? '')?.[0];
  if (named !== undefined) return Number(named);
  const dated = figures.map(({ period }) => /^(?:\d{4}-)?((?:19|20)\d\d)(?:学年)?$/u.exec(period ?? '')?.[1] ?? '');
  const told = dated.some((year) => year !== '') ? dated : (manuscript.text.match(/(?:19|20)\d\d(?=年)/gu) ?? []);
  const counts = new Map<number, number>();
  for (const year of told) if (year !== '') counts.set(Number(year), (counts.get(Number(year)) ?? 0) + 1);
  const [most] = [...counts].sort(([a, often], [b, oftener]) => oftener - often || b - a);
  return most?.[0] ?? null;
}
