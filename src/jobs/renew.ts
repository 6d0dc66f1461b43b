import { oldQuantities, planRenewal, yearOf } from '../draft/renew/index.ts';
import type { GivenData } from '../check/data/index.ts';
import { InputError } from '../model/manuscript.ts';
import type { Renewal } from '../model/renewal.ts';
import type { DocumentReaders } from '../read/index.ts';
import type { Standard } from '../standards/standard.ts';
import { type Checked, checkExtracted } from './check.ts';
import { checkData } from './check-data.ts';
import { extract } from './extract.ts';
import { isEcho, misread, newFindings, openPoints, renewedFigures } from './renew-points.ts';
import { besideRows, type RenewalData } from './renewal-data.ts';
import { askedFor } from './renewal-request.ts';
import { writePlan } from './renewed-document.ts';

export interface RenewRequest {
  /** Last year's report. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly data: RenewalData;
  readonly standards: readonly Standard[];
  /** Word as tracked changes in the same file, or a text with marks. */
  readonly as: 'word' | 'text';
  /** Of the tracked changes and comments; null writes none. */
  readonly date: string | null;
  readonly readers?: DocumentReaders;
}

export interface Renewed {
  readonly bytes: Uint8Array;
  /** The text form of the result, all changes made. */
  readonly text: string;
  readonly renewal: Renewal;
  /** The result as `check --data` finds it. */
  readonly checked: Checked;
  /** Last year's report and this year's; null where the report does not say of which year it is. */
  readonly years: { readonly from: number; readonly to: number } | null;
}

/** How often a plan is made anew without what came out otherwise than meant. */
const TRIES = 4;

/**
 * Puts this year's figures into last year's report: what the workbook gives, what follows from it through the report's own
 * relations, and what last year's report says itself of the year before. No word is changed; what is left to a person is told at
 * its place. Every new number is read back, and one that would be read as something else is left as it was.
 * @throws InputError where report and workbook are of different counties, or the workbook is not of a later year
 */
export async function renew(request: RenewRequest): Promise<Renewed> {
  const { file, bytes, data, standards, readers = {} } = request;
  const extracted = await extract(file, bytes, readers);
  const { report } = extracted;
  const year = yearOf(report);
  const by = yearsOn(file, data, year);
  const quantities = oldQuantities(report, year, Math.max(by, 1));
  const asked = askedFor(request, report, quantities, by);
  const refused = new Set<string>();
  let plan = planRenewal({ ...asked, refused });
  let written = await writePlan(request, report, plan);
  for (let left = TRIES; left > 0; left -= 1) {
    const wrong = misread(written, plan, quantities);
    if (wrong.length === 0) break;
    for (const id of wrong) refused.add(id);
    plan = planRenewal({ ...asked, refused });
    written = await writePlan(request, report, plan);
  }
  const old = checkExtracted(file, extracted, standards);
  const fresh = checkExtracted(file, { report: written.report, messages: [] }, standards);
  // the rows are dated a year on; where the report moves on by more, their dates are not those of the new report
  const given: GivenData = { file: data.file, dataset: by > 1 ? besideRows(data) : data.dataset };
  const checked = checkData(fresh, given, standards);
  const open = openPoints(
    plan,
    written,
    newFindings(old, checked).filter((one) => !isEcho(one, data)),
  );
  const comments = open.filter(({ kind, span }) => span !== null && kind !== 'kept');
  const renewal: Renewal = {
    renewed: renewedFigures(plan, written),
    open,
    unchanged: plan.unchanged,
    ...(by > 0
      ? { years: plan.changes.filter(({ how, span }) => how === 'year' && written.applied(span)).length }
      : {}),
  };
  const from = quantities.reportYear;
  return {
    bytes: written.finish(comments),
    text: written.report.manuscript.text,
    renewal,
    checked,
    years: from === null ? null : { from, to: from + by },
  };
}

/** How many years the report moves on; none where it does not say of which year it is. */
function yearsOn(file: string, { file: workbook, year }: RenewalData, from: number | null): number {
  if (from === null) return 0;
  if (year === null) return 1;
  if (year > from) return year - from;
  throw new InputError(
    'not-later',
    `${file}：报告写的是${from}年，${workbook} 是${year}年的数据；续写要用比报告晚的数据，请核对工作簿“基本信息”的年份。`,
  );
}
