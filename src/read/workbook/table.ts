import { Decimal } from '../../model/decimal.ts';
import type { Column } from './columns.ts';
import type { RawCell, RawSheet } from './open-workbook.ts';
import { cellName, type Problems } from './problems.ts';
import { compatible, parseUnit, tidy } from './units.ts';

/** Title lines, filling instructions and the like may stand above the heading row. */
const HEADING_WITHIN = 20;

/** A column as found in a sheet. */
export interface FoundColumn {
  readonly column: Column;
  readonly index: number;
  /** The heading as it stands there. */
  readonly heading: string;
  /** By which its numbers are multiplied, from a unit in the heading (万元). */
  readonly factor: Decimal;
}

/** A sheet whose heading row has been found. */
export interface Table {
  readonly sheet: RawSheet;
  /** From 0. */
  readonly headingRow: number;
  readonly columns: ReadonlyMap<string, FoundColumn>;
  /** Indices of the rows below the heading that hold anything, without totals and remarks. */
  readonly rows: readonly number[];
  /** Indices of the rows that say 合计 and the like. */
  readonly totals: readonly number[];
}

const TOTALS = /^(?:全[县市区]|小学|初中|本页)?(?:合计|总计|小计|共计)(?:数)?$/u;
const REMARK =
  /^(?:注|备注|说明|填表说明|填表人|审核人|制表人?|填报人|填报日期|负责人|单位负责人)(?:\d*[:：、.]|\(\d+\)|$)/u;

/** Columns that cannot be listed beforehand, such as one for each year, and what they make needless. */
export interface OpenColumns {
  /** The column that a tidied heading stands for; null for others. */
  readonly columnOf: (heading: string) => Column | null;
  /** Keys of required columns that nobody needs where there is such a column. */
  readonly replaces: readonly string[];
}

/**
 * Finds the heading row and which column is what, whatever their order, with extra columns and title lines around them.
 *
 * @param key the column that names a row; a heading row without it is none
 * @returns null where no heading row is found; told in `problems`
 */
export function findTable(
  sheet: RawSheet,
  columns: readonly Column[],
  key: string,
  problems: Problems,
  open: OpenColumns | null = null,
): Table | null {
  const sheetName = sheet.name;
  let best: { row: number; found: FoundColumn[] } | null = null;
  for (let row = 0; row < Math.min(sheet.rowCount, HEADING_WITHIN); row++) {
    const found = headingsOf(sheet, row, columns, open);
    if (found.some(({ column }) => column.key === key) && found.length > (best?.found.length ?? 1))
      best = { row, found };
  }
  if (best === null) {
    const wanted = columns.filter(({ required }) => required).map(({ heading }) => heading);
    problems.inSheet(sheetName, `找不到表头。应有一行依次写着${wanted.join('、')}。`);
    return null;
  }
  const byKey = new Map<string, FoundColumn>();
  for (const found of best.found) {
    const earlier = byKey.get(found.column.key);
    if (earlier === undefined) byKey.set(found.column.key, found);
    else {
      const where = `${cellName(best.row, earlier.index)}“${earlier.heading}”和${cellName(best.row, found.index)}“${found.heading}”`;
      problems.inSheet(sheetName, `${where}都是“${found.column.heading}”列，请只保留一列。`);
    }
  }
  const known = new Set(columns.map((column) => column.key));
  const opened = [...byKey.keys()].some((found) => !known.has(found));
  const waived = new Set(opened ? open?.replaces : []);
  const missing = columns.filter((column) => column.required && !byKey.has(column.key) && !waived.has(column.key));
  for (const { heading } of missing) problems.inSheet(sheetName, `缺少“${heading}”列（表头在第${best.row + 1}行）。`);
  for (const found of byKey.values()) checkUnit(found, best.row, sheetName, problems);
  return { sheet, headingRow: best.row, columns: byKey, ...rowsBelow(sheet, best.row + 1, byKey, key) };
}

/** The text of a cell, tidied at its ends; empty for an empty cell. Merged names count for every row they span. */
export function textAt(table: Table, row: number, key: string): string {
  const found = table.columns.get(key);
  return found === undefined ? '' : cellText(table.sheet.shown(row, found.index));
}

export function cellText(cell: RawCell | null): string {
  const value = cell?.value ?? null;
  if (value === null) return '';
  if (value instanceof Date) return `${value.getUTCFullYear()}年${value.getUTCMonth() + 1}月${value.getUTCDate()}日`;
  return String(value).trim();
}

function headingsOf(sheet: RawSheet, row: number, columns: readonly Column[], open: OpenColumns | null): FoundColumn[] {
  const found: FoundColumn[] = [];
  for (let index = 0; index < sheet.columnCount; index++) {
    const heading = cellText(sheet.cell(row, index));
    const match = heading === '' ? null : matchHeading(heading, columns, open);
    if (match) found.push({ ...match, index, heading });
  }
  return found;
}

/** Which of the columns a heading stands for, with the multiplier of a unit in it (万元); null for none. */
export function matchHeading(
  heading: string,
  columns: readonly Column[],
  open: OpenColumns | null = null,
): { readonly column: Column; readonly factor: Decimal } | null {
  const word = tidy(heading).replaceAll('*', '');
  const bracket = /^(.+?)[([]([^()[\]]*)[)\]]$/u.exec(word);
  const trailing = /^(.+?)[:/,、]?((?:[万亿千百]*)(?:元|人|台|册|平方米|m2|个|间|名))$/u.exec(word);
  const one = new Decimal(1);
  const opened = open?.columnOf(word) ?? null;
  if (opened !== null) return { column: opened, factor: one };
  const candidates: [name: string, unit: string][] = [[word, '']];
  if (bracket) candidates.push([bracket[1] ?? '', bracket[2] ?? '']);
  if (trailing) candidates.push([trailing[1] ?? '', trailing[2] ?? '']);
  for (const [name, unit] of candidates) {
    const column = columns.find(({ heading, aliases }) => [heading, ...aliases].some((known) => tidy(known) === name));
    if (column) return { column, factor: parseUnit(unit)?.factor ?? one };
  }
  return null;
}

function checkUnit(found: FoundColumn, row: number, sheet: string, problems: Problems): void {
  const { column, heading, index } = found;
  const unit = /[([]([^()[\]]*)[)\]]$/u.exec(tidy(heading))?.[1];
  const parsed = unit === undefined ? null : parseUnit(unit);
  if (column.unit === null || parsed === null || compatible(parsed.base, column.unit)) return;
  problems.inCell(sheet, row, index, heading, `单位应为${column.unit}。`);
}

/**
 * Whether a row is a total or a remark is asked of the cell that names it, of those that number and group it, and of a
 * first column that nobody maps (序号): 合计 as a
 * stage, or 说明：… as a definition, belongs to a row of data.
 */
function rowsBelow(
  sheet: RawSheet,
  from: number,
  columns: ReadonlyMap<string, FoundColumn>,
  key: string,
): Pick<Table, 'rows' | 'totals'> {
  const indices = [...columns.values()].map(({ index }) => index);
  const beside = ['code', 'group'].flatMap((one) => columns.get(one)?.index ?? []);
  const naming = [columns.get(key)?.index ?? 0, ...beside, ...(indices.includes(0) ? [] : [0])];
  const rows: number[] = [];
  const totals: number[] = [];
  for (let row = from; row < sheet.rowCount; row++) {
    if (indices.every((index) => sheet.cell(row, index) === null)) continue;
    const names = naming.map((index) => tidy(cellText(sheet.cell(row, index))));
    // A row without a name is called what its first cell says: notes begin at the left edge, whatever column stands there.
    if (names[0] === '') names.push(firstText(sheet, row));
    // Totals are computed here, never read: a total that was typed in is a claim to be checked, not data.
    if (names.some((name) => TOTALS.test(name))) totals.push(row);
    else if (!names.some((name) => REMARK.test(name))) rows.push(row);
  }
  return { rows, totals };
}

function firstText(sheet: RawSheet, row: number): string {
  for (let column = 0; column < sheet.columnCount; column++) {
    const text = tidy(cellText(sheet.cell(row, column)));
    if (text !== '') return text;
  }
  return '';
}
