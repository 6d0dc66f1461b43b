import type { Decimal } from '../../model/decimal.ts';
import { cellNumber } from './cell-number.ts';
import { SCHOOL_COLUMNS, WHOLE_AMOUNTS } from './school-columns.ts';
import type { Table } from './table.ts';

/** Pairs of amounts of which the first cannot be more than the second. */
const AT_MOST: readonly (readonly [part: string, whole: string])[] = [
  ['teachers-above-required-degree', 'full-time-teachers'],
  ['teachers-intermediate-title', 'full-time-teachers'],
  ['backbone-teachers', 'full-time-teachers'],
  ['sports-arts-teachers', 'full-time-teachers'],
  ['full-time-teachers', 'staff'],
  ['indoor-sports-area', 'teaching-area'],
  ['largest-class', 'pupils'],
  ['class-count', 'pupils'],
];

/**
 * The amounts of a school's row by their keys; what cannot be right about one, or about two of them together, is told.
 *
 * @param tell takes the key of the column and what is wrong
 */
export function readAmounts(
  table: Table,
  row: number,
  tell: (key: string, message: string) => void,
): Map<string, Decimal> {
  const amounts = new Map<string, Decimal>();
  const faulty = new Set<string>();
  for (const { column, index, factor } of table.columns.values()) {
    if (column.unit === null) continue;
    const read = cellNumber(table.sheet.cell(row, index), column.unit, factor);
    const fault =
      read.kind === 'problem' ? read.message : read.kind === 'number' ? faultOf(column.key, read.value) : null;
    if (fault !== null) {
      faulty.add(column.key);
      tell(column.key, fault);
    } else if (read.kind === 'number') amounts.set(column.key, read.value);
  }
  const pupils = amounts.get('pupils');
  if (pupils === undefined && !faulty.has('pupils')) tell('pupils', '没有填写学生数；没有学生的学校请删去这一行。');
  for (const [part, whole] of AT_MOST) {
    const [less, more] = [amounts.get(part), amounts.get(whole)];
    if (less !== undefined && more !== undefined && less.gt(more)) {
      tell(part, `${less.toString()}大于“${headingOf(whole)}”的${more.toString()}。`);
    }
  }
  const [classes, largest] = [amounts.get('class-count'), amounts.get('largest-class')];
  if (pupils && classes && largest && classes.times(largest).lt(pupils)) {
    const sum = `${classes.toString()}×${largest.toString()}=${classes.times(largest).toString()}`;
    tell(
      'largest-class',
      `每班最多${largest.toString()}人，${classes.toString()}个班容不下${pupils.toString()}名学生（${sum}）。`,
    );
  }
  return amounts;
}

function faultOf(key: string, value: Decimal): string | null {
  if (value.isNegative() && !value.isZero()) return `不能是负数（${value.toString()}）。`;
  if (key === 'pupils' && value.isZero()) return '学生数为0；没有学生的学校请删去这一行。';
  if (WHOLE_AMOUNTS.has(key) && !value.isInteger()) return `应为整数（${value.toString()}）。`;
  return null;
}

function headingOf(key: string): string {
  return SCHOOL_COLUMNS.find((column) => column.key === key)?.heading ?? key;
}
