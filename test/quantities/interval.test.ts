import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';
import type { Interval } from '../../src/model/interval.ts';
import {
  add,
  divide,
  exactly,
  meet,
  multiply,
  printedInterval,
  scale,
  subtract,
} from '../../src/quantities/interval.ts';

const number = fc.integer({ min: -100_000, max: 100_000 }).map((value) => new Decimal(value).div(100));
const interval: fc.Arbitrary<Interval> = fc
  .tuple(number, fc.integer({ min: 0, max: 500 }))
  .map(([low, width]) => ({ low, high: low.plus(width) }));
const inside = fc
  .tuple(interval, fc.integer({ min: 0, max: 100 }))
  .map(([range, share]): [Interval, Decimal] => [
    range,
    range.low.plus(range.high.minus(range.low).times(share).div(100)),
  ]);
const holds = (range: Interval, value: Decimal): boolean => range.low.lte(value) && range.high.gte(value);

describe('whatever the operands stand for, the result is in the interval', () => {
  it.each([
    ['add', add, (a: Decimal, b: Decimal) => a.plus(b)],
    ['subtract', subtract, (a: Decimal, b: Decimal) => a.minus(b)],
    ['multiply', multiply, (a: Decimal, b: Decimal) => a.times(b)],
  ] as const)('%s', (_, ofIntervals, ofNumbers) => {
    fc.assert(fc.property(inside, inside, ([a, x], [b, y]) => holds(ofIntervals(a, b), ofNumbers(x, y))));
  });

  it('divide, except by what may be zero', () => {
    fc.assert(
      fc.property(inside, inside, ([a, x], [b, y]) => {
        const quotient = divide(a, b);
        if (b.low.lte(0) && b.high.gte(0)) return quotient === null;
        const value = x.div(y);
        // forty digits are kept; the last one may be rounded either way
        return quotient !== null && quotient.low.minus(1e-20).lte(value) && quotient.high.plus(1e-20).gte(value);
      }),
    );
  });
});

describe('a printed number', () => {
  it.each([
    ['28', 0, '27.5', '28.5'],
    ['2.3', -1, '2.25', '2.35'],
    ['230000000', 7, '225000000', '235000000'],
  ])('%s printed to the place %i', (value, place, low, high) => {
    const range = printedInterval(new Decimal(value), new Decimal(value), place);
    expect([range.low.toFixed(), range.high.toFixed()]).toEqual([low, high]);
  });
});

describe('intervals meet', () => {
  const range = (low: number, high: number): Interval => ({ low: new Decimal(low), high: new Decimal(high) });
  it.each([
    [range(1, 2), range(2, 3), true],
    [range(1, 2), range(2.001, 3), false],
    [range(2.001, 3), range(1, 2), false],
    [range(1, 5), range(2, 3), true],
    [range(2, 3), range(1, 5), true],
  ])('%#', (a, b, expected) => {
    expect(meet(a, b)).toBe(expected);
  });

  it('scaling by a negative number turns the ends', () => {
    const turned = scale(range(1, 2), -3);
    expect([turned.low.toNumber(), turned.high.toNumber()]).toEqual([-6, -3]);
  });

  it('an exact value has no width', () => {
    const one = exactly(new Decimal(1));
    expect(one.low.eq(one.high)).toBe(true);
  });
});
