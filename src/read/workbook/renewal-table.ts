import { Decimal } from '../../model/decimal.ts';
import { type CellNumber, cellNumber } from './cell-number.ts';
import type { RawSheet } from './open-workbook.ts';
import { cellText } from './table.ts';
import { type ParsedUnit, parseUnit } from './units.ts';

/** The sheet of last year's figures with an empty cell for this year's beside each, and its headings; the writer has them from here. */
export const RENEWAL_SHEET = '今年的数';
export const RENEWAL_HEADINGS = {
  number: '编号',
  name: '指标',
  stage: '学段',
  next: '年份',
  scope: '范围',
  unit: '单位',
  old: '去年数值',
  printed: '去年原文',
  value: '今年数值',
  basis: '基础/推算',
  use: '用途',
  period: '去年年份',
  sentence: '句子',
  place: '位置',
  id: '指标代码',
} as const;
/** Begins the 用途 of a row whose number is good for its place in the report and says nothing surely of the county. */
export const RENEWING_ONLY = '仅用于续写';

/** A field of the sheet. */
export type RenewalKey = keyof typeof RENEWAL_HEADINGS;

/** The sheet as found in a workbook; rows and columns from 0. */
export interface RenewalTable {
  readonly sheet: RawSheet;
  readonly headingRow: number;
  readonly valueColumn: number;
  readonly columns: ReadonlyMap<RenewalKey, number>;
  /** The words of a cell; empty where the sheet has no such column. */
  text(row: number, key: RenewalKey): string;
}

const WITHIN = 20;
const POWERS: Readonly<Record<string, string>> = {
  万亿: '1e12',
  千万: '1e7',
  百万: '1e6',
  十万: '1e5',
  亿: '1e8',
  万: '1e4',
};

/** Knows the sheet by its headings 编号 and 今年数值, whatever its name and the order of its columns; null for any other sheet. */
export function renewalTable(sheet: RawSheet): RenewalTable | null {
  for (let row = 0; row < Math.min(sheet.rowCount, WITHIN); row++) {
    const byHeading = new Map<string, number>();
    for (let column = 0; column < sheet.columnCount; column++) byHeading.set(cellText(sheet.cell(row, column)), column);
    const columns = new Map<RenewalKey, number>();
    for (const key of Object.keys(RENEWAL_HEADINGS) as RenewalKey[]) {
      const column = byHeading.get(RENEWAL_HEADINGS[key]);
      if (column !== undefined) columns.set(key, column);
    }
    const valueColumn = columns.get('value');
    if (!columns.has('number') || valueColumn === undefined) continue;
    const text = (line: number, key: RenewalKey): string => {
      const column = columns.get(key);
      return column === undefined ? '' : cellText(sheet.cell(line, column));
    };
    return { sheet, headingRow: row, valueColumn, columns, text };
  }
  return null;
}

/** This year's value of a row, in the base unit of its 单位; a ratio may be typed as a report prints it (1:16.5). */
export function renewalValue({ sheet, valueColumn, text }: RenewalTable, row: number): CellNumber {
  const unit = renewalUnit(text(row, 'unit'));
  const ratio = ratioIn(text(row, 'value'));
  const read: CellNumber = ratio
    ? { kind: 'number', value: ratio }
    : cellNumber(sheet.cell(row, valueColumn), unit?.base ?? null, unit?.factor ?? new Decimal(1));
  return read.kind === 'number' ? { kind: 'number', value: turned(read.value, text(row, 'printed')) } : read;
}

/** A unit with the multiplier before it, also one that no other sheet knows: 万家, 亿千瓦时; null for an empty cell. */
export function renewalUnit(written: string): ParsedUnit | null {
  if (written === '') return null;
  const known = parseUnit(written);
  if (known !== null) return known;
  const [, multiplier = '', base = ''] = /^(万亿|千万|百万|十万|亿|万)?(.*)$/su.exec(written) ?? [];
  return { base, factor: new Decimal(POWERS[multiplier] ?? 1) };
}

/** 1:16.5, as a report prints it; null for other words. */
function ratioIn(written: string): Decimal | null {
  const [, left, right] =
    /^(\d+(?:\.\d+)?)\s*:\s*(\d+(?:\.\d+)?)$/u.exec(written.normalize('NFKC').replaceAll('∶', ':')) ?? [];
  if (left === undefined || right === undefined || Number(right) === 0) return null;
  return new Decimal(left).div(right);
}

/** Of 1:16.5 people may type the 16.5 alone: no ratio is two hundred times last year's. */
function turned(value: Decimal, printed: string): Decimal {
  const old = /^\s*[1１]\s*[:：∶]/u.test(printed) ? ratioIn(printed) : null;
  return old !== null && old.lt(1) && value.gt(1) ? new Decimal(1).div(value) : value;
}
