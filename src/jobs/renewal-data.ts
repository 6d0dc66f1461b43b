import type { Dataset, Datum } from '../model/dataset.ts';
import { InputError } from '../model/manuscript.ts';
import { type NamedBytes, readWorkbookFiles } from '../read/workbook/index.ts';
import { readRenewalSheet, type RenewalRow } from '../read/workbook/renewal-sheet.ts';

/** This year's data: an ordinary workbook, or last year's figures with this year's typed beside them, or both in one file. */
export interface RenewalData {
  /** As the person named it. */
  readonly file: string;
  /** Null where nothing says of which year the data are. */
  readonly year: number | null;
  /** As every job reads the workbook: what its rows say of the county is in it, too. */
  readonly dataset: Dataset;
  /** The rows beside last year's figures; null where the workbook has no such sheet. */
  readonly rows: readonly RenewalRow[] | null;
}

/**
 * Reads the workbook for renewing. One made of last year's report needs nothing but its sheet 今年的数 filled in.
 * @throws InputError with every problem of the workbook at once
 */
export async function renewalData(file: string, files: readonly NamedBytes[]): Promise<RenewalData> {
  let rows: readonly RenewalRow[] | null = null;
  for (const one of files) rows ??= await readRenewalSheet(one.name, one.bytes);
  const { dataset } = await readWorkbookFiles(file, files);
  const year = /^\d{4}$/u.test(dataset.year) ? Number(dataset.year) : null;
  const filled = rows?.some(({ value }) => value !== null) ?? false;
  if (!filled && dataset.data.length === 0 && dataset.schools.length === 0) {
    throw new InputError('nothing-filled', `${file}：“今年数值”一列还没有填，没有可用的数。`);
  }
  return { file, year, dataset, rows };
}

/** What the other sheets say: the rows beside last year's figures are known by their numbers, surer than by their names. */
export function besideRows({ dataset, rows }: RenewalData): Dataset {
  const cells = new Set(rows?.map(({ cell }) => cell));
  const isRow = ({ source }: Datum): boolean => 'cell' in source && cells.has(`${source.sheet}!${source.cell}`);
  return { ...dataset, data: dataset.data.filter((datum) => !isRow(datum)) };
}
