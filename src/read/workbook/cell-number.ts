import { Decimal } from '../../model/decimal.ts';
import type { RawCell } from './open-workbook.ts';
import { compatible, parseUnit } from './units.ts';

/** What a cell of a number column says. */
export type CellNumber =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'empty' }
  | { readonly kind: 'problem'; readonly message: string };

const EMPTY: CellNumber = { kind: 'empty' };
/** How forms mark a field that does not apply. */
const NOT_APPLICABLE = /^(?:[-—–―/\\]+)$/u;
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?(.*)$/u;

/**
 * The number in a cell, in the base unit.
 *
 * Tolerates numbers stored as text, thousands separators, full-width digits, a trailing unit, and cells formatted as per cent
 * (which hold 0.985 and show 98.5%). Refuses words, 约300, 300余, dates and error values: a figure that is only about right in the
 * workbook would be exactly wrong in the report.
 *
 * @param unit base unit that the value is wanted in; null where it has none or any
 * @param factor multiplier of the column or of the row's unit (万 10000); a unit in the cell itself wins over it
 */
export function cellNumber(cell: RawCell | null, unit: string | null, factor: Decimal): CellNumber {
  if (cell === null) return EMPTY;
  if (cell.error !== null) return problem(`公式出错（${cell.error}），请改正公式或直接填写数字。`);
  if (cell.uncalculated) return problem('公式没有计算结果，请在 Excel 或 WPS 中打开、保存后再试。');
  const { value } = cell;
  if (value === null) return EMPTY;
  if (typeof value === 'number') return fromStored(value, cell, unit, factor);
  if (typeof value === 'boolean') return problem(`“${value ? 'TRUE' : 'FALSE'}”不是数字。`);
  if (value instanceof Date) return problem('这里是日期，不是数字；请把单元格格式改为“常规”后重新填写。');
  return fromText(value, unit, factor);
}

function fromStored(value: number, cell: RawCell, unit: string | null, factor: Decimal): CellNumber {
  if (!Number.isFinite(value)) return problem('不是数字。');
  // Spreadsheets keep binary doubles and show fifteen digits; what the clerk sees as 12.3 may be stored as 12.300000000000001.
  const shown = new Decimal(value.toPrecision(15));
  if (cell.percent === true) {
    if (unit !== null && unit !== '%') return problem(`单元格是百分数格式，而这里应填以“${unit}”为单位的数。`);
    return { kind: 'number', value: shown.times(100) };
  }
  if (unit === '%' && cell.percent === null && shown.abs().lte(1) && !shown.isZero()) {
    const [plain, scaled] = [shown.toString(), shown.times(100).toString()];
    return problem(`看不出是${plain}%还是${scaled}%（.xls 读不出百分数格式）；请另存为 .xlsx，或写成带%的文字。`);
  }
  return { kind: 'number', value: shown.times(factor) };
}

function fromText(text: string, unit: string | null, factor: Decimal): CellNumber {
  const word = text.normalize('NFKC').replaceAll(/\s+/gu, '');
  if (word === '' || NOT_APPLICABLE.test(word)) return EMPTY;
  const [, sign = '', whole, decimals, rest = ''] = NUMBER.exec(word) ?? [];
  if (whole === undefined && decimals === undefined) return problem(`“${text.trim()}”不是数字。`);
  const number = new Decimal(`${sign}${(whole ?? '0').replaceAll(',', '')}${decimals ?? ''}`);
  if (rest === '') return { kind: 'number', value: number.times(factor) };
  const given = parseUnit(rest);
  if (given === null) return problem(`“${text.trim()}”不是数字。`);
  if (unit !== null && !compatible(given.base, unit)) {
    return problem(`“${text.trim()}”的单位与应填的“${unit}”不符。`);
  }
  return { kind: 'number', value: number.times(given.factor) };
}

function problem(message: string): CellNumber {
  return { kind: 'problem', message };
}
