import { reportDate } from '../check/report-date.ts';
import type { Report } from '../model/report.ts';
import { fingerprint } from './fingerprint.ts';
import { countyOfTitle, type Names, namesIn } from './names.ts';
import type { PhraseKind } from './phrase.ts';

/** What is known of a report that phrases are taken from. */
export interface ReportFacts {
  /** Of its text without white space: the same report saved as another file is the same. */
  readonly fingerprint: string;
  readonly kind: PhraseKind;
  readonly county: string | null;
  /** The year that it reports on. */
  readonly year: string | null;
  readonly names: Names;
}

/** Kind, county, year and names of a report. */
export function factsOf(report: Report): ReportFacts {
  const { text } = report.manuscript;
  const county = countyOfTitle(report.title);
  return {
    fingerprint: fingerprint(text.replaceAll(/\s+/g, '')),
    kind: kindOf(report),
    county,
    year: yearOf(report),
    names: namesIn(text, county),
  };
}

/** The year in the title is the one reported on; a date below the signature may lie in the year after. */
function yearOf({ title, ...rest }: Report): string | null {
  const told = /(?:19|20)\d{2}(?=年|—|-|学年)/u.exec(title ?? '')?.[0];
  return told ?? reportDate({ title, ...rest })?.slice(0, 4) ?? null;
}

function kindOf({ kind, title, manuscript }: Report): PhraseKind {
  switch (kind) {
    case 'county-report':
      return /优质均衡/.test(title ?? '') || count(manuscript.text, /优质均衡/g) > count(manuscript.text, /基本均衡/g)
        ? 'county-quality'
        : 'county-basic';
    case 'congress-report':
      return 'congress';
    case 'briefing':
      return 'briefing';
    case 'school-report':
      return 'school';
    default:
      return 'other';
  }
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
