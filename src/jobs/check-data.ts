import { compareData, type GivenData } from '../check/data/index.ts';
import { readWorkbook } from '../read/workbook/index.ts';
import type { Checked } from './check.ts';
import { withCompared } from './compare-reports.ts';

/**
 * Reads a data workbook that reports are to be held against.
 * @throws InputError with every problem of the workbook at once
 */
export async function givenData(file: string, bytes: Uint8Array): Promise<GivenData> {
  return { file, dataset: await readWorkbook(file, bytes) };
}

/** Holds every named figure of a checked report against a county's data. */
export function checkData(checked: Checked, given: GivenData): Checked {
  const compared = compareData(checked.report, given);
  const { result, ...rest } = withCompared(checked, [compared]);
  return { ...rest, result: { ...result, data: compared.summary } };
}
