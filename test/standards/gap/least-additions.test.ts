import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/model/decimal.ts';
import {
  compositeCoefficient,
  differenceCoefficient,
  type SchoolAmount,
} from '../../../src/standards/difference-coefficient.ts';
import { compositeAdditions } from '../../../src/standards/gap/composite-additions.ts';
import { leastAdditions } from '../../../src/standards/gap/least-additions.ts';
import { SpreadCurve } from '../../../src/standards/gap/spread-curve.ts';

type Pair = readonly [pupils: number, amount: number];
const of = (pairs: readonly Pair[]): SchoolAmount[] =>
  pairs.map(([pupils, amount]) => ({ pupils: new Decimal(pupils), amount: new Decimal(amount) }));
const coefficient = (pairs: readonly Pair[]) => differenceCoefficient(of(pairs))?.coefficient.toNumber() ?? NaN;
const GOLDEN: readonly Pair[] = [
  [45, 279],
  [37, 137],
  [89, 935],
  [76, 160],
  [55, 402],
];

/** The coefficients that every way of adding so many units leads to: by trying them all. */
function least(pairs: readonly Pair[], total: number, from = 0): number {
  if (from === pairs.length - 1) {
    return coefficient(pairs.map(([pupils, amount], index) => [pupils, amount + (index === from ? total : 0)]));
  }
  let best = Infinity;
  for (let units = 0; units <= total; units++) {
    const changed = pairs.map(([pupils, amount], index): Pair => [pupils, amount + (index === from ? units : 0)]);
    best = Math.min(best, least(changed, total - units, from + 1));
  }
  return best;
}

/** The least total that reaches a limit, by trying all. */
function leastTotal(pairs: readonly Pair[], limit: number, most: number): number | null {
  for (let total = 0; total <= most; total++) if (least(pairs, total) <= limit) return total;
  return null;
}

const county = (most: number) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 2, maxLength: most })
    .filter((schools) => schools.some(([, amount]) => amount > 0));

describe('the golden case under 0.50', () => {
  it('takes the lowest school up, and no book more than needed', () => {
    const found = leastAdditions(of(GOLDEN), new Decimal('0.50'));
    expect(found?.amounts.map(String)).toEqual(['0', '0', '0', '17', '0']);
    const enough = GOLDEN.map(([pupils, books]): Pair => [pupils, books === 160 ? 177 : books]);
    const short = GOLDEN.map(([pupils, books]): Pair => [pupils, books === 160 ? 176 : books]);
    expect([coefficient(enough) <= 0.5, coefficient(short) <= 0.5]).toEqual([true, false]);
  });

  it('under 0.30 raises the two lowest to one level', () => {
    const found = leastAdditions(of(GOLDEN), new Decimal('0.30'));
    const levels = GOLDEN.map(([pupils, books], index) => (books + Number(found?.amounts[index])) / pupils);
    expect(found?.coefficient.lte('0.30')).toBe(true);
    expect(Math.abs((levels[1] ?? 0) - (levels[3] ?? 0))).toBeLessThan(1 / 37);
  });
});

describe('nothing to do, and nothing that can be done', () => {
  it('a limit that is kept needs nothing', () => {
    expect(leastAdditions(of(GOLDEN), new Decimal('0.65'))?.total.toString()).toBe('0');
  });

  it.each([
    [
      'a school without pupils',
      [
        [0, 3],
        [4, 4],
      ] as Pair[],
      '0.5',
    ],
    [
      'nothing at all',
      [
        [3, 0],
        [4, 0],
      ] as Pair[],
      '0.5',
    ],
    [
      'a limit below zero',
      [
        [3, 1],
        [4, 4],
      ] as Pair[],
      '-0.1',
    ],
  ])('%s', (_, schools, limit) => {
    expect(leastAdditions(of(schools), new Decimal(limit))).toBeNull();
  });

  it('strictly under: one unit more where the limit is met exactly', () => {
    const schools = of([
      [1, 1],
      [1, 3],
    ]);
    expect(leastAdditions(schools, new Decimal('0.5'))?.total.toString()).toBe('0');
    expect(leastAdditions(schools, new Decimal('0.5'), true)?.total.toString()).toBe('1');
  });
});

describe('against trying all', () => {
  it('one coefficient: never more than the least', () => {
    fc.assert(
      fc.property(county(3), fc.integer({ min: 15, max: 60 }), (schools, percent) => {
        const found = leastAdditions(of(schools), new Decimal(percent).div(100));
        const best = leastTotal(schools, percent / 100 + 1e-12, 25);
        return best === null || found?.total.toNumber() === best;
      }),
      { numRuns: 300 },
    );
  });

  it('the composite: never more than one unit of each, or 5 per cent, above the cheapest', () => {
    const MOST = 40;
    const pair = fc
      .tuple(
        fc.tuple(fc.integer({ min: 10, max: 30 }), fc.integer({ min: 2, max: 15 })),
        fc.tuple(fc.integer({ min: 10, max: 30 }), fc.integer({ min: 12, max: 40 })),
      )
      .map(([one, other]): Pair[] => [one, other]);
    const price = fc.integer({ min: 1, max: 5 });
    let [exact, tried] = [0, 0];
    fc.assert(
      fc.property(pair, pair, price, price, fc.integer({ min: 10, max: 50 }), (first, second, one, other, percent) => {
        const limit = new Decimal(percent).div(100);
        const found = compositeAdditions(
          [
            { schools: of(first), price: new Decimal(one) },
            { schools: of(second), price: new Decimal(other) },
          ],
          limit,
        );
        const [falls, others] = [first, second].map((pairs) =>
          Array.from({ length: MOST + 1 }, (_, total) => least(pairs, total)),
        );
        let cheapest = Infinity;
        for (const [units, fall] of (falls ?? []).entries()) {
          const rest = (others ?? []).findIndex((value) => (fall + value) / 2 <= percent / 100 + 1e-12);
          if (rest >= 0) cheapest = Math.min(cheapest, units * one + rest * other);
        }
        if (cheapest === Infinity) return true;
        if (found === null) return false;
        tried += 1;
        const over = found.cost.toNumber() - cheapest;
        if (over === 0) exact += 1;
        return over <= Math.max(one + other, 0.05 * cheapest) && found.composite.lte(limit);
      }),
      { numRuns: 60 },
    );
    expect(exact / tried).toBeGreaterThan(0.8);
  });
});

describe('against the bound of duality', () => {
  it('eight indicators of 40 schools: within a thousandth of what no mix can undercut', () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    const sizes = Array.from({ length: 40 }, () => Math.round(80 + 1500 * random() ** 2));
    const means = [5.5, 8.8, 2900, 0.16, 26, 0.06, 0.05, 0.035];
    const prices = [3000, 300, 1, 4000, 25, 90000, 9000, 6000];
    const parts = means.map((mean, index) => ({
      schools: of(sizes.map((pupils): Pair => [pupils, Math.round(pupils * mean * (0.1 + 2.5 * random() ** 2))])),
      price: new Decimal(prices[index] ?? 1),
    }));
    const limit = 0.55;
    const found = compositeAdditions(parts, new Decimal(limit));
    expect(found?.composite.lte(limit)).toBe(true);
    // whatever the multiplier, the sum of the least of cost + multiplier × coefficient, less multiplier × limit, undercuts every mix
    const bound = (multiplier: number) =>
      parts.reduce((sum, { schools, price }) => {
        const curve = new SpreadCurve(schools);
        const { added, coefficient: left } = curve.at(curve.levelForSlope(price.toNumber() / multiplier));
        return sum + price.toNumber() * added + multiplier * left;
      }, 0) -
      multiplier * limit * parts.length;
    const best = Math.max(...Array.from({ length: 400 }, (_, step) => bound(Math.exp(10 + step / 20))));
    const cost = found?.cost.toNumber() ?? NaN;
    expect(cost).toBeGreaterThanOrEqual(best * (1 - 1e-9));
    expect(cost).toBeLessThanOrEqual(best * 1.001);
  });
});

describe('the curve', () => {
  it('falls, is convex, and tells its slope', () => {
    const curve = new SpreadCurve(of(GOLDEN));
    const points = Array.from({ length: 41 }, (_, index) =>
      curve.at(curve.lowest + ((curve.highest - curve.lowest) * index) / 41),
    );
    for (const [index, point] of points.entries()) {
      const next = points[index + 1];
      if (next === undefined) break;
      const fall = (point.coefficient - next.coefficient) / (next.added - point.added);
      expect(fall).toBeLessThanOrEqual(point.slope * (1 + 1e-9));
      expect(fall).toBeGreaterThanOrEqual(next.slope * (1 - 1e-9));
    }
  });

  it('what is within reach is reached, what is not is not promised', () => {
    const part = { schools: of(GOLDEN), price: new Decimal(1) };
    const closed = { schools: of(GOLDEN), price: null };
    expect(compositeAdditions([part, closed], new Decimal('0.30'))?.composite.lte('0.30')).toBe(true);
    expect(compositeAdditions([part, closed], new Decimal('0.20'))).toBeNull();
    expect(compositeAdditions([], new Decimal('0.20'))).toBeNull();
    const composite = compositeCoefficient([new Decimal('0.2')]);
    expect(composite?.toString()).toBe('0.2');
  });
});
