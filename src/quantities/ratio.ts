import { Decimal } from '../model/decimal.ts';
import { boundOf } from './bound.ts';
import { at } from './sticky.ts';
import type { QuantityToken } from './token.ts';

const RATIO = /(\d+(?:\.\d+)?)[^\S\n]?[:：∶][^\S\n]?(\d+(?:\.\d+)?)(?![^\S\n]?[:：∶.]?\d)/y;

/** 1：13.37, 9.46:1, 1∶19: a ratio of two as the quotient of its sides; null where none stands at the offset. */
export function ratioAt(text: string, offset: number): QuantityToken | null {
  const match = at(RATIO, text, offset);
  return match ? ratioToken(text, offset, match) : null;
}

function ratioToken(text: string, offset: number, match: RegExpExecArray): QuantityToken {
  const [, left = '1', right = '1'] = match;
  const a = new Decimal(left);
  const b = new Decimal(right);
  const value = b.isZero() ? a : a.div(b);
  const places = (printed: string): number => (printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0);
  const half = (printed: string): Decimal => new Decimal(10).pow(-places(printed)).div(2);
  // the 1 of a ratio is exact, the other side is rounded
  const error =
    left === '1'
      ? half(right)
          .div(b.isZero() ? 1 : b)
          .times(value)
      : half(left).div(b.isZero() ? 1 : b);
  const end = offset + match[0].length;
  return {
    type: 'quantity',
    start: offset,
    end,
    value,
    valueMax: null,
    interval: { low: value.minus(error), high: value.plus(error) },
    place: -places(left === '1' ? right : left),
    unit: '比',
    kind: 'ratio',
    bound: boundOf(text.slice(Math.max(0, offset - 30), offset), text.slice(end, end + 4), false),
  };
}
