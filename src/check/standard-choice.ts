import type { Report } from '../model/report.ts';
import type { Relation } from '../relations/index.ts';
import { isInForce } from '../standards/in-force.ts';
import type { Standard } from '../standards/standard.ts';
import { reportDate } from './report-date.ts';
import { claimsOn } from './standard-claims.ts';
import { limitsOn } from './standard-limits.ts';
import { surveyOn } from './standard-survey.ts';

/**
 * The regulations that apply to a report: of its kind (quality balance where it says so, basic balance otherwise; those without
 * a kind apply to all), and in force on its day. A report without a date is held against what is in force still.
 */
export function standardsFor(report: Report, standards: readonly Standard[]): Standard[] {
  const head = `${report.title ?? ''}${report.manuscript.text.slice(0, 800)}`;
  const wanted =
    /优质均衡/.test(report.title ?? '') || (/优质均衡发展(?:县|区|市|督导)/.test(head) && !/基本均衡/.test(head))
      ? 'county-quality'
      : 'county-basic';
  const date = reportDate(report);
  return standards.filter(
    ({ kinds, effective }) => (kinds.length === 0 || kinds.includes(wanted)) && isInForce(effective, date),
  );
}

/** What regulations have to say of a report: limits on its figures, claims that figures do not bear out, the survey's sample. */
export function standardRelations(report: Report, standards: readonly Standard[]): readonly Relation[] {
  return standards.flatMap((standard) => relationsUnder(report, standard));
}

/** Asked for the check and again for its summary; to look for them is a tenth of a check's time. */
const known = new WeakMap<Report, Map<Standard, readonly Relation[]>>();

function relationsUnder(report: Report, standard: Standard): readonly Relation[] {
  const ofReport = known.get(report) ?? new Map<Standard, readonly Relation[]>();
  known.set(report, ofReport);
  const before = ofReport.get(standard);
  if (before !== undefined) return before;
  const date = reportDate(report);
  const found = [
    ...limitsOn(report, standard, date),
    ...surveyOn(report, standard),
    ...claimsOn(report, standard, date),
  ];
  ofReport.set(standard, found);
  return found;
}

/**
 * The standards to name in a summary: those by which the county is judged, and of the others (money, class sizes, staff) those
 * that touched a figure. To name them all would say that more was tested than was.
 */
export function standardsUsed(report: Report, standards: readonly Standard[]): Standard[] {
  return standardsFor(report, standards).filter(
    (standard) => standard.kinds.length > 0 || standardRelations(report, [standard]).length > 0,
  );
}
