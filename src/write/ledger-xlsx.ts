import type { LedgerEntry } from '../draft/index.ts';
import { type SheetCell, type SheetPlan, writeSheets } from './workbook/xlsx.ts';

const COLUMNS: readonly {
  readonly heading: string;
  readonly width: number;
  readonly of: (entry: LedgerEntry) => string | number | null;
}[] = [
  { heading: '编号', width: 9, of: (entry) => entry.id },
  { heading: '数据名称', width: 30, of: (entry) => entry.name },
  { heading: '报告写法', width: 14, of: (entry) => entry.printed },
  // Fifteen digits are what a spreadsheet keeps.
  { heading: '数值', width: 16, of: (entry) => entry.value.toSignificantDigits(15).toNumber() },
  { heading: '单位', width: 9, of: (entry) => entry.unit },
  { heading: '取舍', width: 16, of: (entry) => entry.rounding },
  { heading: '出处或公式', width: 40, of: (entry) => entry.origin },
  { heading: '单元格', width: 24, of: (entry) => entry.cells.map(({ sheet, cell }) => `${sheet}!${cell}`).join('、') },
  { heading: '口径', width: 18, of: (entry) => entry.definition },
  { heading: '统计时点', width: 14, of: (entry) => entry.asOf },
  { heading: '来源科室', width: 14, of: (entry) => entry.office },
  { heading: '章节', width: 24, of: (entry) => entry.section },
  { heading: '所在句子', width: 60, of: (entry) => entry.sentence },
];

/** The ledger as a workbook: one row a figure, so that each office can sign off its own. */
export function ledgerWorkbook(entries: readonly LedgerEntry[]): Promise<Uint8Array> {
  const header = COLUMNS.map(({ heading }): SheetCell => ({ value: heading, style: 'header' }));
  const rows = entries.map((entry) => COLUMNS.map(({ of }): SheetCell => ({ value: of(entry), style: 'plain' })));
  const sheet: SheetPlan = {
    name: '数字台账',
    rows: [header, ...rows],
    widths: COLUMNS.map(({ width }) => width),
    frozen: { rows: 1, columns: 2 },
  };
  return writeSheets('数字台账', [sheet]);
}
