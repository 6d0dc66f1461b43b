import type { TableBlock, TableCell } from '../model/table.ts';
import { type CellContent, cellContent } from '../quantities/cell-number.ts';

type Grid = readonly (readonly (TableCell | null)[])[];

/** What the grid says of its rows and columns. */
export interface Heads {
  readonly headerRows: number;
  readonly columnPaths: readonly (readonly string[])[];
  readonly blocks: readonly TableBlock[];
}

/** A bare 2023 at a column's head is a year. */
const BARE_YEAR = /^\s*(?:19|20)\d\d\s*$/;
const COUNTED = /^(?:序\s*号|编\s*号|行\s*次|栏\s*次|名\s*次|排\s*名|位\s*次|代\s*码)$/;
const YEARS = /^(?:年\s*份|年\s*度|学\s*年度?|时\s*间|年)$/;
/** 一、小学: a title of the rows below it. */
const GROUP = /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十]+[）)])/;
/** A class of schools, classes or people. */
const CLASS_UNIT = /人|岁/;
/** What stands in a column of numbers without being one. */
const WORDS = /\p{Script=Han}{2}|^[一二三四五六七八九十]+[、.．]/u;
const MOST_LABELS = 4;
/** Part of a column's cells that may be numbers while it still names the rows (一、二、3…). */
const FEW = 0.1;

/** Finds header rows and label columns. `first` is the first row behind a title that stands inside the table. */
export function headsOf(grid: Grid, first: number): Heads {
  const contents = grid.map((line) => line.map((cell) => (cell ? cellContent(cell.text) : null)));
  const headerRows = headerEnd(grid, contents, first);
  const columnPaths = columnPathsOf(grid, contents, first, headerRows);
  return { headerRows, columnPaths, blocks: blocksOf(grid, contents, headerRows, columnPaths) };
}

function textOf(cell: TableCell | null | undefined): string {
  return (cell?.text ?? '').replaceAll(/\s/g, '');
}

/** A row belongs to the header while no value stands in it; below the first, only while its first cell is merged or repeated. */
function headerEnd(grid: Grid, contents: readonly (readonly (CellContent | null)[])[], first: number): number {
  let row = first;
  for (; row < grid.length; row++) {
    const line = grid[row] ?? [];
    if (row > first && isCounting(line)) continue;
    if (hasValue(line, contents[row] ?? []) && !isClasses(contents[row] ?? [], contents[row + 1] ?? [])) break;
    if (row === first) continue;
    const written = line.filter((cell) => textOf(cell) !== '').length;
    const stub = textOf(line[0]);
    const repeated = stub !== '' && stub === textOf(grid[row - 1]?.[0]);
    if (written < 2 || !(stub === '' || repeated)) break;
  }
  return row === grid.length && row > first ? first + 1 : row;
}

function hasValue(line: readonly (TableCell | null)[], contents: readonly (CellContent | null)[]): boolean {
  const numbers = line.filter((_, column) => contents[column]?.type === 'number' || contents[column]?.type === 'mask');
  if (numbers.length === 0) return false;
  // 2021 2022 2023 over the columns are years; 2016 pupils beside other counts are not
  const years = numbers.map((cell) => (BARE_YEAR.test(cell?.text ?? '') ? Number(cell?.text) : Number.NaN));
  const consecutive = years.every((year, index) => index === 0 || Math.abs(year - (years[index - 1] ?? 0)) <= 1);
  return years.some(Number.isNaN) || !consecutive || textOf(line[0]) === String(years[0]);
}

/** 45人以下, 46—55人, 66人以上 over plain numbers: classes that head their columns, no values. */
function isClasses(line: readonly (CellContent | null)[], below: readonly (CellContent | null)[]): boolean {
  let counted = 0;
  for (const [column, content] of line.entries()) {
    if (content?.type !== 'number' && content?.type !== 'mask') continue;
    const under = below[column];
    if (!isClass(content) || (under?.type === 'number' && isClass(under))) return false;
    if (under?.type === 'number') counted += 1;
  }
  return counted > 0;
}

function isClass(content: CellContent): boolean {
  return content.type === 'number' && (content.valueMax !== null || content.bound !== null) && content.unit !== '%';
}

/** 甲 1 2 3: a row that counts the columns. */
function isCounting(line: readonly (TableCell | null)[]): boolean {
  const numbers = line.map(textOf).filter((text) => /^[（(]?\d+[）)]?$/.test(text));
  const counts = numbers.map((text) => Number(text.replaceAll(/[（()）]/g, '')));
  return (
    counts.length > 1 &&
    counts.length >= line.filter((cell) => textOf(cell) !== '').length - 2 &&
    counts.every((count, index) => count === (counts[0] ?? 0) + index) &&
    (counts[0] ?? 0) <= 1
  );
}

/** A header cell that is missing is covered by the one before it, a blank one by the one above it. */
function columnPathsOf(
  grid: Grid,
  contents: readonly (readonly (CellContent | null)[])[],
  first: number,
  end: number,
): string[][] {
  const width = grid[0]?.length ?? 0;
  const paths: string[][] = Array.from({ length: width }, () => []);
  for (let row = first; row < end; row++) {
    const line = grid[row] ?? [];
    if (row > first && isCounting(line)) continue;
    let before = '';
    for (let column = 0; column < width; column++) {
      const cell = line[column];
      if (cell && !isCovered(grid, row, column, end))
        before = contents[row]?.[column]?.type === 'none' ? '' : textOf(cell);
      const path = paths[column] as string[];
      if (before !== '' && path.at(-1) !== before) path.push(before);
    }
  }
  return paths;
}

/** Markdown cannot merge: a blank cell over a written one belongs to the title on its left, if that one has parts below it too. */
function isCovered(grid: Grid, row: number, column: number, end: number): boolean {
  const below = grid[row + 1];
  return (
    row + 1 < end &&
    column > 0 &&
    textOf(grid[row]?.[column]) === '' &&
    textOf(below?.[column]) !== '' &&
    textOf(below?.[column - 1]) !== ''
  );
}

function blocksOf(
  grid: Grid,
  contents: readonly (readonly (CellContent | null)[])[],
  headerRows: number,
  columnPaths: readonly (readonly string[])[],
): TableBlock[] {
  const width = grid[0]?.length ?? 0;
  const isLabel = Array.from({ length: width }, (_, column) => {
    const title = columnPaths[column]?.at(-1) ?? '';
    if (COUNTED.test(title) || YEARS.test(title)) return true;
    return namesRows(grid, contents, headerRows, column);
  });
  const blocks: { labelColumns: number[]; columns: number[] }[] = [];
  const opening = columnPaths[0]?.join('|') ?? '';
  for (let column = 0; column < width; column++) {
    const current = blocks.at(-1);
    const label = isLabel[column] === true;
    // 指标｜数值｜指标｜数值: the same title again, or no titles at all, opens a second block
    const again =
      label && (headerRows === 0 || (column > 0 && opening !== '' && columnPaths[column]?.join('|') === opening));
    if (!current || (again && current.columns.length > 0)) {
      blocks.push(label ? { labelColumns: [column], columns: [] } : { labelColumns: [], columns: [column] });
    } else if (label && current.columns.length === 0 && current.labelColumns.length < MOST_LABELS) {
      current.labelColumns.push(column);
    } else current.columns.push(column);
  }
  return blocks.map((block) => ({ ...block, rowPaths: rowPathsOf(grid, headerRows, block.labelColumns, columnPaths) }));
}

/** A column that names the rows holds words; numbers in it are years or few. */
function namesRows(
  grid: Grid,
  contents: readonly (readonly (CellContent | null)[])[],
  headerRows: number,
  column: number,
): boolean {
  let numbers = 0;
  let words = 0;
  let years = 0;
  let classes = 0;
  for (let row = headerRows; row < grid.length; row++) {
    const content = contents[row]?.[column];
    if (column === 0 && content && isClass(content) && CLASS_UNIT.test(grid[row]?.[column]?.text ?? '')) classes += 1;
    else if (content?.type === 'number' || content?.type === 'mask') {
      if (column === 0 && BARE_YEAR.test(grid[row]?.[column]?.text ?? '')) years += 1;
      else numbers += 1;
    } else if (content?.type === 'text' || content?.type === 'period') words += 1;
  }
  if (column === 0 && numbers === 0 && years > 1 && words === 0) return true;
  // 100人以下, 100—300人 beside plain numbers
  if (classes > 1 && numbers === 0) return true;
  numbers += words > 0 && numbers === 0 ? 0 : years;
  return words > 0 && numbers <= FEW * words;
}

/** The labels of each row; a blank one goes on with the one above it, and a row that says one thing alone opens a group. */
function rowPathsOf(
  grid: Grid,
  headerRows: number,
  labelColumns: readonly number[],
  columnPaths: readonly (readonly string[])[],
): string[][] {
  const isCounted = (column: number): boolean => COUNTED.test(columnPaths[column]?.at(-1) ?? '');
  const named = labelColumns.filter((column) => !isCounted(column));
  const counted = labelColumns.filter(isCounted);
  let group = '';
  let before: string[] = [];
  const parents = new Outline();
  const levels = counted.find((column) => isOutlined(grid, headerRows, column));
  return grid.map((line, row) => {
    if (row < headerRows) return [];
    const own: string[] = named.map((column) => textOf(line[column]));
    // 合计 stands under 序号, or merged over it: there is no name that it could stand beside
    const words = counted.map((column) => textOf(line[column])).find((text) => WORDS.test(text));
    if (words !== undefined && own.length > 0 && !own.some((label) => label !== '')) own[0] = words;
    else if (levels !== undefined && own[0]) own[0] = numbered(textOf(line[levels]), own[0]);
    const written = line.filter((cell) => textOf(cell) !== '').length;
    // one merged cell over the row, or a numbered title beside blank ones; else it is a row whose values are missing
    const alone = written === 1 && line.length > 1 && own[0] !== undefined && own[0] !== '';
    if (alone && (line.filter((cell) => cell !== null).length === 1 || GROUP.test(own[0] ?? ''))) {
      group = own[0] ?? '';
      before = [];
      return [];
    }
    // a total at the table's end stands for all groups
    if (/^(?:合计|总计|共计|全[县市区旗州])/.test(own[0] ?? '')) group = '';
    const last = own.length - 1;
    const labels = own.map((label, index) =>
      label === '' && (index < last || index === 0) && own.slice(index + 1).some((other) => other !== '')
        ? (before[index] ?? '')
        : label,
    );
    // a row without any label belongs to the merged one above it
    const resolved = labels.every((label) => label === '') && written > 0 ? before : labels;
    before = resolved;
    const parent = parents.above(resolved[0] ?? '');
    const path = [group, parent, ...resolved].filter((label) => label !== '');
    return path.filter((label, index) => label !== path[index - 1]);
  });
}

/** 一, 1, 2, 二 in a column of numbers: rows of two levels. */
function isOutlined(grid: Grid, headerRows: number, column: number): boolean {
  const serials = grid.slice(headerRows).map((line) => textOf(line[column]));
  const has = (form: RegExp): boolean => serials.some((serial) => form.test(serial));
  const plain = has(/^\d{1,2}$/);
  return (has(/^[（(]?[一二三四五六七八九十]+[）)]?$/) && plain) || (plain && has(/^\d{1,2}\.\d{1,2}$/));
}

/** The label with its number before it, as a list in running text has it; 1.2 is the second of its part. */
function numbered(serial: string, label: string): string {
  const inner = /^\d{1,2}\.(\d{1,2})$/.exec(serial)?.[1];
  if (inner) return `（${inner}）${label}`;
  if (/^[（(].+[）)]$/.test(serial)) return `${serial}${label}`;
  return /^(?:\d{1,2}|[一二三四五六七八九十]+)$/.test(serial) ? `${serial}、${label}` : label;
}

const LEVELS: readonly RegExp[] = [
  /^[一二三四五六七八九十]+[、.．]/,
  /^[（(][一二三四五六七八九十]+[）)]/,
  /^\d{1,2}[、.．](?!\d)/,
  /^[（(]\d{1,2}[）)]/,
];

/** Rows numbered by levels: 1.小学 below 一、公用经费 is a part of it. */
class Outline {
  readonly #open: { readonly level: number; readonly label: string }[] = [];

  /** The row that a row is numbered under; empty where it is under none. */
  above(label: string): string {
    const level = LEVELS.findIndex((form) => form.test(label));
    if (level < 0) return '';
    while ((this.#open.at(-1)?.level ?? -1) >= level) this.#open.pop();
    const parent = this.#open.at(-1)?.label ?? '';
    this.#open.push({ level, label });
    return parent;
  }
}
