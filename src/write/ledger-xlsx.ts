import type { LedgerEntry } from '../draft/index.ts';
import { type SheetCell, type SheetPlan, writeSheets } from './workbook/xlsx.ts';

interface Column {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly of: (entry: LedgerEntry) => string | number | null;
  readonly centred?: true;
}

/** More cells behind one figure are told by their number: a mean over all schools has a row of the table for each. */
const MOST_CELLS = 12;

const COLUMNS: readonly Column[] = [
  { heading: '编号', width: 8, of: (entry) => entry.id, centred: true },
  { heading: '数字', width: 13, of: (entry) => entry.printed, centred: true },
  { heading: '句子', width: 46, of: (entry) => entry.sentence },
  { heading: '数据名称', width: 24, of: (entry) => entry.name },
  { heading: '工作表与单元格', width: 18, of: cellsText },
  { heading: '公式', width: 30, of: formulaText },
  // Fifteen digits are what a spreadsheet keeps.
  { heading: '值（未修约）', width: 18, of: (entry) => entry.value.toSignificantDigits(15).toNumber() },
  { heading: '单位', width: 8, of: (entry) => entry.unit, centred: true },
  { heading: '修约', width: 18, of: (entry) => entry.rounding, centred: true },
  { heading: '口径', width: 18, of: (entry) => entry.definition },
  { heading: '时点', width: 14, of: (entry) => entry.asOf },
  { heading: '来源科室', width: 14, of: (entry) => entry.office },
  { heading: '章节', width: 20, of: (entry) => entry.section },
  { heading: '规定条款', width: 24, of: (entry) => entry.regulation },
];

/**
 * The ledger as a workbook: one row a figure, in the order of the report, to be filtered by office and signed off.
 *
 * @returns the bytes of an .xlsx file
 */
export function ledgerWorkbook(entries: readonly LedgerEntry[]): Promise<Uint8Array> {
  const header = COLUMNS.map(({ heading }): SheetCell => ({ value: heading, style: 'header' }));
  const rows = entries.map((entry) =>
    COLUMNS.map(({ of, centred }): SheetCell => {
      const value = of(entry);
      // As many places as the value has: 0.3295644…, and 18216 without a point.
      const format = typeof value === 'number' ? { format: 'General' } : {};
      return { value, style: centred ? 'centred' : 'boxed', ...format };
    }),
  );
  const sheet: SheetPlan = {
    name: '数字台账',
    rows: [header, ...rows],
    widths: COLUMNS.map(({ width }) => width),
    frozen: { rows: 1, columns: 2 },
    filter: `A1:${String.fromCharCode(64 + COLUMNS.length)}${rows.length + 1}`,
    fitted: true,
    print: { title: '数字台账', repeatedRows: 1, paper: 'a3' },
  };
  return writeSheets('数字台账', [sheet]);
}

/** `县情!F3、F4、经费!D7`: a sheet is named where it changes. */
function cellsText({ cells }: LedgerEntry): string {
  const told = cells
    .slice(0, MOST_CELLS)
    .map(({ sheet, cell }, index) => (cells[index - 1]?.sheet === sheet ? cell : `${sheet}!${cell}`));
  return `${told.join('、')}${cells.length > MOST_CELLS ? `等${cells.length}格` : ''}`;
}

/** Empty for a value that a cell states itself, and for the limit of a regulation. */
function formulaText({ origin, cells, regulation }: LedgerEntry): string {
  const [only] = cells;
  const isCell = cells.length === 1 && only !== undefined && origin === `${only.sheet}!${only.cell}`;
  return isCell || regulation !== null ? '' : origin;
}
