import type { Figure } from '../../model/figure.ts';
import type { Report } from '../../model/report.ts';
import { nameOf } from '../data/names.ts';
import { reportClaims, yearOfReport } from '../data/report-claims.ts';
import { LAST_YEARS, yearsOf } from '../data/years.ts';

/** A quantity as one report tells it. */
export interface Telling {
  /** Name, stage, scope and kind; two reports tell the same quantity where these agree. */
  readonly name: string;
  readonly figure: Figure;
  /** Its years counted from the report's own (0 the report's year, -1 the one before, -2..0 three years); null for others. */
  readonly offset: string | null;
  /** The calendar year of a value of one year; null where it has none. */
  readonly year: number | null;
}

/** A report's tellings, each quantity and time once, in the order of the text. */
export interface Told {
  readonly year: string | null;
  readonly tellings: readonly Telling[];
}

/** Reads what a report tells of named quantities; where it tells one twice, the surer telling stands, else the first. */
export function tellingsOf(report: Report): Told {
  const year = yearOfReport(report);
  const own = year === null ? null : Number(year);
  const found = new Map<string, { telling: Telling; firm: boolean }>();
  for (const { figure, firm, times, sentence } of reportClaims(report, year)) {
    if (figure.role === 'change' || figure.bound !== null) continue;
    // 同期…分别为: of which year each is, only the workbook can tell
    if (times.length > 0 && figure.series !== null) continue;
    // 三年共招聘教师63人 is no value of a year
    if (figure.period === null && LAST_YEARS.test(sentence)) continue;
    const { id } = nameOf(figure.indicator ?? '', '', figure.kind);
    const name = [id, figure.stage, figure.scope, figure.unit === '比' ? null : figure.kind].join('|');
    const telling = { name, figure, offset: offsetOf(figure, own), year: yearOf(figure, own) };
    const key = `${name}|${telling.offset ?? figure.period}`;
    const known = found.get(key);
    if (known === undefined || (firm && !known.firm)) found.set(key, { telling, firm });
  }
  return {
    year,
    tellings: [...found.values()]
      .map(({ telling }) => telling)
      .sort((a, b) => a.figure.span.start - b.figure.span.start),
  };
}

function offsetOf({ period }: Figure, own: number | null): string | null {
  if (period === null) return '0';
  const years = yearsOf(period);
  if (years === null || own === null) return null;
  // 2023-2024学年 is of the report's year where that is its end
  if (years.schoolYear) return String(years.to - own);
  return years.from === years.to ? String(years.to - own) : `${years.from - own}..${years.to - own}`;
}

function yearOf({ period }: Figure, own: number | null): number | null {
  if (period === null) return own;
  const years = yearsOf(period);
  return years !== null && (years.schoolYear || years.from === years.to) ? years.to : null;
}
