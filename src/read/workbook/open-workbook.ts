import { parseCsv } from 'hucre/csv';
import { readOds } from 'hucre/ods';
import { readXls, readXlsx } from 'hucre/xlsx';
import type { Cell, CellValue, Sheet, Workbook } from 'hucre/xlsx';
import { InputError } from '../../model/manuscript.ts';
import { recogniseContainer } from './container.ts';
import { withPlainRows } from './ods-rows.ts';

/** A cell as the spreadsheet holds it. */
export interface RawCell {
  readonly value: CellValue;
  /** `#DIV/0!` and its like; null for a sound cell. */
  readonly error: string | null;
  /** A formula without a stored result. */
  readonly uncalculated: boolean;
  /** Formatted as per cent; null where the file format does not tell. */
  readonly percent: boolean | null;
}

/** A sheet as a grid; rows and columns from 0. */
export interface RawSheet {
  readonly name: string;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Null for an empty cell. */
  cell(row: number, column: number): RawCell | null;
  /** The cell that a merged range shows in this place; the cell itself outside of merged ranges. */
  shown(row: number, column: number): RawCell | null;
}

export interface RawWorkbook {
  /** csv has one sheet without a name of its own. */
  readonly format: 'xlsx' | 'xls' | 'ods' | 'csv';
  readonly sheets: readonly RawSheet[];
}

const ERROR_TEXT = /^#(?:DIV\/0!|N\/A|REF!|NAME\?|VALUE!|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)$/;

/**
 * Opens a spreadsheet of any common kind. The only place that knows the library, so that another can take its place.
 *
 * @param name as the user knows the file; its ending decides only between text that is a table (.csv) and other text
 * @throws InputError `workbook-…` with a Chinese message where the bytes are no readable workbook
 */
export async function openWorkbook(name: string, bytes: Uint8Array): Promise<RawWorkbook> {
  const container = recogniseContainer(name, bytes);
  if (container.kind === 'csv') return { format: 'csv', sheets: [gridOf(csvSheet(container.text), true)] };
  const read = { xlsx: readXlsx, xls: readXls, ods: readOds }[container.kind];
  let workbook: Workbook;
  try {
    workbook = await read(container.kind === 'ods' ? withPlainRows(name, bytes) : bytes, { readStyles: true });
  } catch {
    // What the library says is English and about its own inside; that the file cannot be read is all that helps here.
    throw new InputError(
      'workbook-damaged',
      `${name}：文件已损坏或不完整，无法读取；请重新复制，或用 Excel、WPS 打开后另存为 .xlsx。`,
    );
  }
  // The reader of the old binary format gives no number formats.
  const styled = container.kind !== 'xls';
  return { format: container.kind, sheets: workbook.sheets.map((sheet) => gridOf(sheet, styled)) };
}

function csvSheet(text: string): Sheet {
  return { name: '', rows: parseCsv(text) };
}

function gridOf(sheet: Sheet, styled: boolean): RawSheet {
  const columnCount = sheet.rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cell = (row: number, column: number): RawCell | null => {
    const value = sheet.rows[row]?.[column] ?? null;
    return rawCell(value, sheet.cells?.get(`${row},${column}`), styled);
  };
  const shown = (row: number, column: number): RawCell | null => {
    const range = sheet.merges?.find(
      ({ startRow, endRow, startCol, endCol }) =>
        row >= startRow && row <= endRow && column >= startCol && column <= endCol,
    );
    return range ? cell(range.startRow, range.startCol) : cell(row, column);
  };
  return { name: sheet.name, rowCount: sheet.rows.length, columnCount, cell, shown };
}

function rawCell(value: CellValue, detail: Cell | undefined, styled: boolean): RawCell | null {
  const isError = detail?.type === 'error' || (typeof value === 'string' && ERROR_TEXT.test(value));
  const hasFormula = detail?.formula !== undefined;
  if ((value === null || value === '') && !isError && !hasFormula) return null;
  return {
    value: isError ? null : value,
    error: isError ? String(value ?? '#ERROR') : null,
    uncalculated: hasFormula && !isError && (value === null || value === ''),
    percent: styled ? isPercentFormat(detail?.style?.numFmt) : null,
  };
}

/** A % outside of quotes and brackets: `0.00%`, but not `0"%"`, which shows a sign without scaling. */
function isPercentFormat(format: string | undefined): boolean {
  return format !== undefined && format.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]/gu, '').includes('%');
}
