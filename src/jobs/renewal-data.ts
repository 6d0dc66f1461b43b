import type { Dataset } from '../model/dataset.ts';
import { InputError } from '../model/manuscript.ts';
import { type NamedBytes, readWorkbookFiles } from '../read/workbook/index.ts';
import { readRenewalSheet, type RenewalRow } from '../read/workbook/renewal-sheet.ts';

/** This year's data: an ordinary workbook, or last year's figures with this year's typed beside them, or both in one file. */
export interface RenewalData {
  /** As the person named it. */
  readonly file: string;
  /** Null where nothing says of which year the data are. */
  readonly year: number | null;
  readonly dataset: Dataset;
  /** The rows beside last year's figures; null where the workbook has no such sheet. */
  readonly rows: readonly RenewalRow[] | null;
}

const EMPTY: Dataset = { county: '', year: '', schools: [], data: [] };

/**
 * Reads the workbook for renewing. One made of last year's report needs nothing but its sheet 今年的数 filled in: what its other
 * sheets lack (a county that the report itself leaves out, schools) is no fault there.
 * @throws InputError with every problem of the workbook at once
 */
export async function renewalData(file: string, files: readonly NamedBytes[]): Promise<RenewalData> {
  let rows: readonly RenewalRow[] | null = null;
  for (const one of files) rows ??= await readRenewalSheet(one.name, one.bytes);
  const dataset = await datasetOf(file, files, rows !== null);
  const year = /^\d{4}$/u.test(dataset.year) ? Number(dataset.year) : null;
  const filled = rows?.some(({ value }) => value !== null) ?? false;
  if (!filled && dataset.data.length === 0 && dataset.schools.length === 0) {
    throw new InputError('nothing-filled', `${file}：“今年数值”一列还没有填，没有可用的数。`);
  }
  return { file, year, dataset, rows };
}

async function datasetOf(file: string, files: readonly NamedBytes[], lenient: boolean): Promise<Dataset> {
  try {
    return (await readWorkbookFiles(file, files)).dataset;
  } catch (error) {
    if (lenient && error instanceof InputError && error.code === 'workbook-problems' && onlyBasics(error.message)) {
      return EMPTY;
    }
    throw error;
  }
}

function onlyBasics(message: string): boolean {
  return message.split('\n').every((line) => line.includes('「基本信息」') || line.includes('缺少工作表'));
}
