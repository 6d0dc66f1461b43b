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

type Ends = readonly [low: number | string, high: number | string];

const between = ([low, high]: Ends): Interval => ({ low: new Decimal(low), high: new Decimal(high) });
const endsOf = (interval: Interval | null): (string | undefined)[] => [interval?.low, interval?.high].map(String);

describe('half a unit of the printed place on either side', () => {
  it.each([
    ['12.34', -2, '12.335', '12.345'],
    ['12', 0, '11.5', '12.5'],
    ['12', 1, '7', '17'],
    ['3000', 3, '2500', '3500'],
    // each place has a half of its own, also when it is asked for again
    ['0.5', -1, '0.45', '0.55'],
    ['12.34', -2, '12.335', '12.345'],
  ])('%s printed to the place %i: %s to %s', (value, place, low, high) => {
    const printed = new Decimal(value);
    expect(endsOf(printedInterval(printed, printed, place))).toEqual([low, high]);
  });

  it('of a range, half a unit below its lower and above its upper end', () => {
    expect(endsOf(printedInterval(new Decimal(15), new Decimal(30), 0))).toEqual(['14.5', '30.5']);
  });
});

describe('intervals that touch meet, a hair apart they do not', () => {
  it.each([
    [[1, 2], [2, 3], true],
    [[2, 3], [1, 2], true],
    [[1, 2], [2.0001, 3], false],
    [[2.0001, 3], [1, 2], false],
    [[1, 4], [2, 3], true],
    [[2, 3], [1, 4], true],
    [[2, 2], [2, 2], true],
  ] as const)('%j and %j: %s', (a, b, expected) => {
    expect(meet(between(a), between(b))).toBe(expected);
  });
});

describe('sums and differences of ends', () => {
  it('add', () => expect(endsOf(add(between([1, 2]), between([10, 30])))).toEqual(['11', '32']));
  it('subtract', () => expect(endsOf(subtract(between([10, 30]), between([1, 2])))).toEqual(['8', '29']));
  it('exactly', () => expect(endsOf(exactly(new Decimal('2.5')))).toEqual(['2.5', '2.5']));
  it('scale by three', () => expect(endsOf(scale(between([1, 2]), 3))).toEqual(['3', '6']));
  it('scale by minus three', () => expect(endsOf(scale(between([1, 2]), -3))).toEqual(['-6', '-3']));
});

describe('products: any two ends may make the least and the greatest', () => {
  it.each([
    [
      [2, 3],
      [5, 7],
      [10, 21],
    ],
    [
      [-3, -2],
      [-7, -5],
      [10, 21],
    ],
    [
      [2, 3],
      [-7, -5],
      [-21, -10],
    ],
    [
      [-3, -2],
      [5, 7],
      [-21, -10],
    ],
    [
      [-3, 2],
      [5, 7],
      [-21, 14],
    ],
    [
      [-2, 3],
      [-7, -5],
      [-21, 14],
    ],
    [
      [-2, 3],
      [-5, 7],
      [-15, 21],
    ],
  ] as const)('%j × %j = %j', (a, b, product) => {
    expect(endsOf(multiply(between(a), between(b)))).toEqual(product.map(String));
  });
});

describe('quotients', () => {
  it.each([
    [
      [20, 30],
      [4, 5],
      [4, 7.5],
    ],
    [
      [-30, -20],
      [-5, -4],
      [4, 7.5],
    ],
    [
      [20, 30],
      [-5, -4],
      [-7.5, -4],
    ],
    [
      [-30, -20],
      [4, 5],
      [-7.5, -4],
    ],
    [
      [-30, 20],
      [4, 5],
      [-7.5, 5],
    ],
    [
      [-20, 30],
      [-5, -4],
      [-7.5, 5],
    ],
    [
      [20, 30],
      [0.5, 1],
      [20, 60],
    ],
    [
      [20, 30],
      [-1, -0.5],
      [-60, -20],
    ],
  ] as const)('%j ÷ %j = %j', (a, b, quotient) => {
    expect(endsOf(divide(between(a), between(b)))).toEqual(quotient.map(String));
  });

  it.each([
    [0, 5],
    [-5, 0],
    [-1, 1],
    [0, 0],
  ])('by %d to %d there is none', (low, high) => {
    expect(divide(between([20, 30]), between([low, high]))).toBeNull();
  });
});
