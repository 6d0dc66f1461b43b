import { Decimal } from '../../model/decimal.ts';
import { type CellNumber, cellNumber } from './cell-number.ts';
import { openWorkbook } from './open-workbook.ts';
import { cellName, Problems } from './problems.ts';
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
  period: '去年年份',
  sentence: '句子',
  place: '位置',
  id: '指标代码',
} as const;

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

const WITHIN = 20;
const POWERS: Readonly<Record<string, string>> = {
  万亿: '1e12',
  千万: '1e7',
  百万: '1e6',
  十万: '1e5',
  亿: '1e8',
  万: '1e4',
};

/** 1:16.5, as a report prints it; null for other words. */
function ratioIn(written: string): Decimal | null {
  const [, left, right] = /^(\d+(?:\.\d+)?)\s*[:：∶]\s*(\d+(?:\.\d+)?)$/u.exec(written) ?? [];
  if (left === undefined || right === undefined || Number(right) === 0) return null;
  return new Decimal(left).div(right);
}

/** A unit that no other sheet knows, with the multiplier before it: 万家, 亿千瓦时. */
function ownUnit(written: string): ParsedUnit {
  const [, multiplier = '', base = ''] = /^(万亿|千万|百万|十万|亿|万)?(.*)$/su.exec(written) ?? [];
  return { base, factor: new Decimal(POWERS[multiplier] ?? 1) };
}

/**
 * Reads back the sheet that `extract --format xlsx` writes; it is known by its headings 编号 and 今年数值, whatever its name and
 * the order of its rows and columns.
 *
 * @returns null where the workbook has no such sheet
 * @throws InputError with every cell that cannot be read
 */
export async function readRenewalSheet(name: string, bytes: Uint8Array): Promise<readonly RenewalRow[] | null> {
  const { sheets } = await openWorkbook(name, bytes);
  const problems = new Problems(name);
  for (const sheet of sheets) {
    for (let row = 0; row < Math.min(sheet.rowCount, WITHIN); row++) {
      const columns = new Map<string, number>();
      for (let column = 0; column < sheet.columnCount; column++) columns.set(cellText(sheet.cell(row, column)), column);
      const at = (key: keyof typeof RENEWAL_HEADINGS): number | undefined => columns.get(RENEWAL_HEADINGS[key]);
      const [number, value] = [at('number'), at('value')];
      if (number === undefined || value === undefined) continue;
      const text = (line: number, key: keyof typeof RENEWAL_HEADINGS): string => {
        const column = at(key);
        return column === undefined ? '' : cellText(sheet.cell(line, column));
      };
      const rows: RenewalRow[] = [];
      for (let line = row + 1; line < sheet.rowCount; line++) {
        const own = Number(text(line, 'number'));
        if (!Number.isInteger(own) || own < 1) continue;
        const written = text(line, 'unit');
        const unit = written === '' ? null : (parseUnit(written) ?? ownUnit(written));
        const base = unit?.base ?? null;
        const ratio = ratioIn(text(line, 'value'));
        const read: CellNumber = ratio
          ? { kind: 'number', value: ratio }
          : cellNumber(sheet.cell(line, value), base, unit?.factor ?? new Decimal(1));
        if (read.kind === 'problem') problems.inCell(sheet.name, line, value, RENEWAL_HEADINGS.value, read.message);
        rows.push({
          number: own,
          printed: text(line, 'printed'),
          value: read.kind === 'number' ? read.value : null,
          next: text(line, 'next'),
          cell: `${sheet.name}!${cellName(line, value)}`,
        });
      }
      problems.throwIfAny();
      return rows;
    }
  }
  return null;
}
