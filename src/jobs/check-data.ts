import { compareData, type GivenData } from '../check/data/index.ts';
import { subjectOf } from '../check/other-reports/other-report.ts';
import { InputError } from '../model/manuscript.ts';
import { type NamedBytes, readWorkbookFiles } from '../read/workbook/index.ts';
import type { Standard } from '../standards/standard.ts';
import type { Checked } from './check.ts';
import { withCompared } from './compare-reports.ts';

/**
 * Reads a data workbook, or the files of a folder that together are one, that reports are to be held against.
 * @throws InputError with every problem of the workbook at once
 */
export async function givenData(file: string, bytes: Uint8Array | readonly NamedBytes[]): Promise<GivenData> {
  const files = bytes instanceof Uint8Array ? [{ name: file, bytes }] : bytes;
  return { file, dataset: (await readWorkbookFiles(file, files)).dataset };
}

/**
 * Holds every named figure of a checked report against a county's data.
 * @param standards as given to the check itself: the one in force says which schools the coefficients and means count
 * @throws InputError where the report's title names another county than the workbook
 */
export function checkData(checked: Checked, given: GivenData, standards: readonly Standard[] = []): Checked {
  const county = checked.report.kind === 'school-report' ? null : subjectOf(checked.report);
  const other = given.dataset.county;
  if (county !== null && other !== '' && !county.includes(other) && !other.includes(county)) {
    throw new InputError(
      'other-county',
      `${checked.file}：报告写的是${county}，工作簿《${given.file}》是${other}的数据，不能对照；请给出${county}的工作簿。`,
    );
  }
  const compared = compareData(checked.report, given, checked.result.relations, standards);
  const { result, ...rest } = withCompared(checked, [compared]);
  return { ...rest, result: { ...result, data: compared.summary } };
}
