import type { Decimal } from '../../model/decimal.ts';
import { openWorkbook } from './open-workbook.ts';
import { cellName, Problems } from './problems.ts';
import { RENEWAL_HEADINGS, type RenewalTable, renewalTable, renewalValue } from './renewal-table.ts';

/** A filled row. */
export interface RenewalRow {
  /** As {@link OldQuantity.number}. */
  readonly number: number;
  /** The old number as printed, by which a workbook of another report is told. */
  readonly printed: string;
  /** The new value in the base unit; null where the cell is empty. */
  readonly value: Decimal | null;
  /** The period that the row says, as written. */
  readonly next: string;
  /** `今年的数!I7` */
  readonly cell: string;
}

/**
 * Reads back the sheet that `extract --format xlsx` writes, each row by the number of its quantity in last year's report. What the
 * rows say of the county under their names is read by `readRenewalFigures`.
 *
 * @returns null where the workbook has no such sheet
 * @throws InputError with every cell that cannot be read
 */
export async function readRenewalSheet(name: string, bytes: Uint8Array): Promise<readonly RenewalRow[] | null> {
  const { sheets } = await openWorkbook(name, bytes);
  for (const sheet of sheets) {
    const table = renewalTable(sheet);
    if (table === null) continue;
    const problems = new Problems(name);
    const rows = rowsOf(table, problems);
    problems.throwIfAny();
    return rows;
  }
  return null;
}

function rowsOf(table: RenewalTable, problems: Problems): RenewalRow[] {
  const { sheet, headingRow, valueColumn, text } = table;
  const rows: RenewalRow[] = [];
  for (let row = headingRow + 1; row < sheet.rowCount; row++) {
    const number = Number(text(row, 'number'));
    if (!Number.isInteger(number) || number < 1) continue;
    const read = renewalValue(table, row);
    if (read.kind === 'problem') problems.inCell(sheet.name, row, valueColumn, RENEWAL_HEADINGS.value, read.message);
    rows.push({
      number,
      printed: text(row, 'printed'),
      value: read.kind === 'number' ? read.value : null,
      next: text(row, 'next'),
      cell: `${sheet.name}!${cellName(row, valueColumn)}`,
    });
  }
  return rows;
}
