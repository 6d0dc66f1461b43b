import type { RawSheet } from '../open-workbook.ts';
import { cellText } from '../table.ts';
import { tidy } from '../units.ts';
import { headingPath, meaningOf } from './heading-path.ts';

/** A place of a form that holds a value, with all that is said about what it is. */
export interface Field {
  readonly row: number;
  readonly column: number;
  /** Heading storeys, or the words left of the value. */
  readonly path: readonly string[];
  /** Number of the printed code (L17 → 17); null where there is none. */
  readonly code: number | null;
}

const CODE = /^L(?:1[_-])?(\d{1,2})$/iu;
const TOTAL = /^(?:全[县市区]|合计|总计|全[县市区](?:合计|总计))$/u;
/** So many fields must be known before a sheet counts as a form. */
const ENOUGH = 3;

/** The fields of a form, whichever way it lies; null where the sheet is none. */
export function fieldsOf(sheet: RawSheet): readonly Field[] | null {
  const found = [codedColumns, codedRows, namedColumns, namedRows]
    .map((find) => find(sheet))
    .find((fields) => fields.filter(({ path, code }) => code !== null || meaningOf(path) !== null).length >= ENOUGH);
  return found ?? null;
}

function codeAt(sheet: RawSheet, row: number, column: number): number | null {
  const code = CODE.exec(tidy(cellText(sheet.cell(row, column))))?.[1];
  return code === undefined ? null : Number(code);
}

/** A row of codes, headings above it, the county's values in one row below it. */
function codedColumns(sheet: RawSheet): Field[] {
  for (let row = 0; row < sheet.rowCount; row++) {
    const columns = indices(sheet.columnCount).filter((column) => codeAt(sheet, row, column) !== null);
    if (columns.length < ENOUGH) continue;
    const values = valueRow(sheet, row + 1, columns);
    if (values === null) return [];
    return columnFields(sheet, columns, row, values).map((field) => ({
      ...field,
      code: codeAt(sheet, row, field.column),
    }));
  }
  return [];
}

/** A column of codes, the name beside it, the value to the right. */
function codedRows(sheet: RawSheet): Field[] {
  for (let column = 0; column < sheet.columnCount; column++) {
    const rows = indices(sheet.rowCount).filter((row) => codeAt(sheet, row, column) !== null);
    if (rows.length < ENOUGH) continue;
    return rows.flatMap((row) => rowField(sheet, row, codeAt(sheet, row, column)));
  }
  return [];
}

/** Headings over one row of values, without codes. */
function namedColumns(sheet: RawSheet): Field[] {
  for (let row = 1; row < Math.min(sheet.rowCount, 20); row++) {
    const columns = indices(sheet.columnCount).filter((column) => isNumeric(sheet, row, column));
    if (columns.length < ENOUGH) continue;
    const values = valueRow(sheet, row, columns);
    if (values === null) return [];
    return columnFields(sheet, columns, row, values);
  }
  return [];
}

/** The fields of columns with the headings above `until`; a title that stands over all of them says nothing of any. */
function columnFields(sheet: RawSheet, columns: readonly number[], until: number, row: number): Field[] {
  const paths = columns.map((column) => headingPath(sheet, column, 0, until));
  const common = paths[0]?.filter((word) => columns.length > 1 && paths.every((path) => path.includes(word))) ?? [];
  return columns.map((column, index) => ({
    row,
    column,
    path: (paths[index] ?? []).filter((word) => !common.includes(word)),
    code: null,
  }));
}

/** A name and, to its right, a value. */
function namedRows(sheet: RawSheet): Field[] {
  return indices(sheet.rowCount).flatMap((row) => rowField(sheet, row, null));
}

function rowField(sheet: RawSheet, row: number, code: number | null): Field[] {
  const column = indices(sheet.columnCount).find(
    (one) => one > 0 && isNumeric(sheet, row, one) && words(sheet, row, one).length > 0,
  );
  if (column === undefined) return [];
  return [{ row, column, path: words(sheet, row, column), code }];
}

/** The words left of a value; a serial number and a code are none. */
function words(sheet: RawSheet, row: number, until: number): string[] {
  return indices(until)
    .map((column) => cellText(sheet.shown(row, column)).replaceAll(/\s+/gu, ''))
    .filter(
      (word, index, all) =>
        word !== '' && !CODE.test(tidy(word)) && !/^[\d.,]+$/u.test(word) && word !== all[index - 1],
    );
}

/** The row of the whole county, or the only one with values. */
function valueRow(sheet: RawSheet, from: number, columns: readonly number[]): number | null {
  const rows = indices(sheet.rowCount).filter(
    (row) => row >= from && columns.some((column) => isNumeric(sheet, row, column)),
  );
  const whole = rows.filter((row) =>
    indices(columns[0] ?? 0).some((column) => TOTAL.test(tidy(cellText(sheet.cell(row, column))))),
  );
  if (whole.length === 1) return whole[0] ?? null;
  return rows.length === 1 ? (rows[0] ?? null) : null;
}

function isNumeric(sheet: RawSheet, row: number, column: number): boolean {
  const cell = sheet.cell(row, column);
  if (cell === null) return false;
  if (typeof cell.value === 'number' || cell.error !== null) return true;
  return typeof cell.value === 'string' && /^[+-]?[\d,]+(?:\.\d+)?%?$/u.test(tidy(cell.value));
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
