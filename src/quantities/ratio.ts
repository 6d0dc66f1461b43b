import { Decimal } from '../model/decimal.ts';
import type { Interval } from '../model/interval.ts';
import { boundOf } from './bound.ts';
import { at } from './sticky.ts';
import type { QuantityToken } from './token.ts';

const RATIO = /(\d+(?:\.\d+)?)[^\S\n]?[:：∶][^\S\n]?(\d+(?:\.\d+)?)(?![^\S\n]?[:：∶.]?\d)/y;

/** 1：13.37, 9.46:1, 1∶19: a ratio of two as the quotient of its sides; null where none stands at the offset. */
export function ratioAt(text: string, offset: number): QuantityToken | null {
  const match = at(RATIO, text, offset);
  return match ? ratioToken(text, offset, match) : null;
}

/**
 * What the sides of a printed ratio allow. The 1 is exact, the other side is rounded: 1:12.18 may be 40:487, which is 1:12.175. By
 * division and not by the share of the error, which falls short at the upper end by just such a case.
 */
export function ratioInterval(left: string, right: string): Interval {
  const [a, b] = [new Decimal(left), new Decimal(right)];
  const half = new Decimal(10).pow(-ratioPlaces(left === '1' ? right : left)).div(2);
  if (left === '1' && b.gt(half)) return { low: a.div(b.plus(half)), high: a.div(b.minus(half)) };
  const divisor = b.isZero() ? new Decimal(1) : b;
  return { low: a.minus(half).div(divisor), high: a.plus(half).div(divisor) };
}

/** Decimal places of a side as it is printed. */
export function ratioPlaces(printed: string): number {
  return printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0;
}

function ratioToken(text: string, offset: number, match: RegExpExecArray): QuantityToken {
  const [, left = '1', right = '1'] = match;
  const a = new Decimal(left);
  const b = new Decimal(right);
  const value = b.isZero() ? a : a.div(b);
  const end = offset + match[0].length;
  return {
    type: 'quantity',
    start: offset,
    end,
    value,
    valueMax: null,
    interval: ratioInterval(left, right),
    place: -ratioPlaces(left === '1' ? right : left),
    unit: '比',
    kind: 'ratio',
    bound: boundOf(text.slice(Math.max(0, offset - 30), offset), text.slice(end, end + 4), false),
  };
}
