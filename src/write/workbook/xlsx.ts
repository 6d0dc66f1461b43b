import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';
import { rowHeight } from './row-height.ts';

export type StyleName =
  | 'title'
  | 'header'
  | 'topic'
  | 'plain'
  | 'unasked'
  | 'wrapped'
  | 'good'
  | 'bad'
  | 'boxed'
  | 'centred'
  | 'grave'
  | 'mild';

/** A cell to write. */
export interface SheetCell {
  readonly value: string | number | null;
  readonly style?: StyleName;
  /** Number format of the spreadsheet, `#,##0.00`. */
  readonly format?: string;
  /** Shown when the pointer rests on the cell. */
  readonly note?: string;
}

/** A choice or a check on what is typed into a range (`B2:B200`). */
export type Entry =
  | { readonly range: string; readonly choices: readonly string[]; readonly blank: boolean }
  | { readonly range: string; readonly minimum: 0; readonly whole: boolean };

/** A sheet to write; rows may be of different length. */
export interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly (SheetCell | null)[])[];
  /** In characters. */
  readonly widths: readonly number[];
  /** How many rows and columns stay in place when scrolling. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly entries?: readonly Entry[];
  /** The range whose columns can be filtered, its headings included (`A1:F20`). */
  readonly filter?: string;
  readonly print?: PrintPlan;
  /** In points, of the first row: headings of two and three lines show whole where a program does not fit rows itself. */
  readonly headingHeight?: number;
  /** Rows are made as high as their wrapped texts need. */
  readonly fitted?: boolean;
}

/** How a sheet comes out on A4 paper: lying on its side, as wide as the page, with page numbers. */
export interface PrintPlan {
  /** In the margin above each page. */
  readonly title: string;
  /** How many rows each page begins with. */
  readonly repeatedRows: number;
  /** A sheet of very many columns is for the larger paper; without it A4. */
  readonly paper?: 'a3';
}

const GREY = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: GREY, right: GREY, bottom: GREY, left: GREY };

const STYLES: Readonly<Record<StyleName, CellStyle>> = {
  title: { font: { bold: true, size: 14 } },
  header: {
    font: { bold: true },
    fill: filled('DDEBF7'),
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  topic: { font: { bold: true }, fill: filled('F2F2F2') },
  plain: { border: BORDER },
  unasked: { border: BORDER, fill: filled('E7E6E6') },
  wrapped: { alignment: { wrapText: true, vertical: 'top' } },
  good: { border: BORDER, fill: filled('E2EFDA') },
  bad: { border: BORDER, fill: filled('FCE4D6') },
  boxed: { border: BORDER, alignment: { wrapText: true, vertical: 'top' } },
  centred: { border: BORDER, alignment: { horizontal: 'center', vertical: 'top', wrapText: true } },
  grave: { border: BORDER, fill: filled('FCE4D6'), alignment: { horizontal: 'center', vertical: 'top' } },
  mild: { border: BORDER, fill: filled('FFF2CC'), alignment: { horizontal: 'center', vertical: 'top' } },
};

/**
 * Writes an .xlsx file. The only place of this room that knows the library, so that another can take its place.
 *
 * @param title shown among the file's properties
 */
export async function writeSheets(title: string, sheets: readonly SheetPlan[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { title, creator: '均衡' },
    defaultFont: { name: '宋体', size: 11 },
  });
}

function sheetOf(plan: SheetPlan): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  plan.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== null) cells.set(`${r},${c}`, cellOf(cell));
    });
  });
  const sheet: WriteSheet = {
    name: plan.name,
    rows: plan.rows.map((row) => row.map((cell) => cell?.value ?? null)),
    cells,
    columns: plan.widths.map((width) => ({ width })),
    dataValidations: (plan.entries ?? []).map(validationOf),
  };
  if (plan.frozen) sheet.freezePane = plan.frozen;
  if (plan.filter !== undefined) sheet.autoFilter = { range: plan.filter };
  if (plan.headingHeight !== undefined) sheet.rowDefs = new Map([[0, { height: plan.headingHeight }]]);
  if (plan.fitted) sheet.rowDefs = new Map(plan.rows.map((row, r) => [r, { height: heightOf(row, plan.widths) }]));
  if (plan.print) Object.assign(sheet, printed(plan.print));
  return sheet;
}

function heightOf(row: SheetPlan['rows'][number], widths: readonly number[]): number {
  const wraps = (cell: SheetCell | null) => STYLES[cell?.style ?? 'plain'].alignment?.wrapText === true;
  return rowHeight(
    row.map((cell) => (wraps(cell) ? String(cell?.value ?? '') : '')),
    widths,
  );
}

function printed({ title, repeatedRows, paper }: PrintPlan): Pick<WriteSheet, 'pageSetup' | 'headerFooter'> {
  return {
    pageSetup: {
      paperSize: paper ?? 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      // as many pages long as it takes
      fitToHeight: 0,
      margins: { top: 0.75, bottom: 0.7, left: 0.5, right: 0.5, header: 0.35, footer: 0.35 },
      horizontalCentered: true,
      ...(repeatedRows > 0 ? { printTitlesRow: `$1:$${repeatedRows}` } : {}),
    },
    // `&` begins a code of the header's own
    headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C第&P页　共&N页' },
  };
}

function cellOf(cell: SheetCell): Partial<Cell> {
  const style: CellStyle = { ...STYLES[cell.style ?? 'plain'] };
  // Words that begin like a formula are stored as words, and must stay so when a person opens the cell and leaves it.
  if (typeof cell.value === 'string' && /^[=+\-@]/u.test(cell.value)) style.numFmt = '@';
  if (cell.format !== undefined) style.numFmt = cell.format;
  const written: Partial<Cell> = { value: cell.value, style };
  if (cell.note !== undefined && cell.note !== '') written.comment = { author: '均衡', text: cell.note };
  return written;
}

function validationOf(entry: Entry): DataValidation {
  if ('choices' in entry) {
    return {
      type: 'list',
      values: [...entry.choices],
      range: entry.range,
      allowBlank: entry.blank,
      showErrorMessage: true,
      errorTitle: '请从列表中选择',
      errorMessage: `应为${entry.choices.join('、')}之一。`,
    };
  }
  return {
    type: entry.whole ? 'whole' : 'decimal',
    operator: 'greaterThanOrEqual',
    formula1: String(entry.minimum),
    range: entry.range,
    allowBlank: true,
    showErrorMessage: true,
    errorTitle: '请填数字',
    errorMessage: entry.whole ? '这里应填不小于0的整数。' : '这里应填不小于0的数字。',
  };
}

function filled(rgb: string): NonNullable<CellStyle['fill']> {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } };
}
