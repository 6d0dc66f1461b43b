import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, DataValidation, WriteSheet } from 'hucre/xlsx';

export type StyleName = 'title' | 'header' | 'topic' | 'plain' | 'wrapped' | 'good' | 'bad';

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
  wrapped: { alignment: { wrapText: true, vertical: 'top' } },
  good: { border: BORDER, fill: filled('E2EFDA') },
  bad: { border: BORDER, fill: filled('FCE4D6') },
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
  return sheet;
}

function cellOf(cell: SheetCell): Partial<Cell> {
  const style: CellStyle = { ...STYLES[cell.style ?? 'plain'] };
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
