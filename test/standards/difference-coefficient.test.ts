import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';
import {
  compositeCoefficient,
  differenceCoefficient,
  type SchoolAmount,
} from '../../src/standards/difference-coefficient.ts';

const of = (...pairs: readonly (readonly [pupils: number, amount: number])[]): SchoolAmount[] =>
  pairs.map(([pupils, amount]) => ({ pupils: new Decimal(pupils), amount: new Decimal(amount) }));

const coefficient = (schools: readonly SchoolAmount[]) =>
  differenceCoefficient(schools)?.coefficient ?? new Decimal(NaN);

describe('the golden case', () => {
  const golden = of([45, 279], [37, 137], [89, 935], [76, 160], [55, 402]);

  test('weighted by pupils: 0.5153, not the unweighted 0.4888', () => {
    expect(coefficient(golden).toFixed(4)).toBe('0.5153');
  });

  test('mean and deviation as the source prints them', () => {
    const spread = differenceCoefficient(golden);
    expect(spread?.pupils.toString()).toBe('302');
    expect(spread?.mean.toFixed(4)).toBe('6.3344');
    expect(spread?.deviation.toFixed(4)).toBe('3.2639');
  });
});

describe('the composite is the mean of the single ones', () => {
  test.each([
    ['小学', '0.437 0.419 0.255 0.188 0.171 0.263 0.263 0.420', '0.302'],
    ['小学', '0.881 1.299 0.977 0.379 0.170 0.334 0.286 0.408', '0.592'],
    ['初中', '0.505 0.484 0.325 0.275 0.199 0.715 0.421 1.021', '0.493'],
    ['初中', '0.433 0.464 0.334 0.318 0.433 0.362 0.368 0.335', '0.381'],
  ])('published row of %s: %s → %s', (_, singles, printed) => {
    const composite = compositeCoefficient(singles.split(' ').map((single) => new Decimal(single)));
    // The inputs are rounded to three places themselves.
    expect(composite?.minus(printed).abs().lte('0.001')).toBe(true);
  });

  test('of nothing there is none', () => expect(compositeCoefficient([])).toBeNull());
});

describe('no coefficient', () => {
  test.each([
    ['no school', of()],
    ['nothing to share out', of([10, 0], [20, 0])],
    ['a school without pupils', of([10, 5], [0, 5])],
  ])('%s', (_, schools) => expect(differenceCoefficient(schools)).toBeNull());
});

describe('properties', () => {
  const school = fc.record({
    pupils: fc.integer({ min: 1, max: 5000 }),
    amount: fc.integer({ min: 0, max: 5_000_000 }),
  });
  const county = fc
    .array(school, { minLength: 1, maxLength: 30 })
    .filter((schools) => schools.some(({ amount }) => amount > 0))
    .map((schools) => of(...schools.map(({ pupils, amount }) => [pupils, amount] as const)));
  const factor = fc.integer({ min: 1, max: 1000 });
  const near = (a: Decimal, b: Decimal) => a.minus(b).abs().lte('1e-30');

  test('the same in 元 and 万元, and for twice the county', () => {
    fc.assert(
      fc.property(county, factor, (schools, by) => {
        const scaled = schools.map(({ pupils, amount }) => ({ pupils, amount: amount.div(by) }));
        const grown = schools.map(({ pupils, amount }) => ({ pupils: pupils.times(by), amount: amount.times(by) }));
        return near(coefficient(schools), coefficient(scaled)) && near(coefficient(schools), coefficient(grown));
      }),
    );
  });

  test('the same when a school is split into equal ones', () => {
    fc.assert(
      fc.property(county, fc.integer({ min: 2, max: 6 }), fc.nat(), (schools, parts, which) => {
        const [split, ...rest] = [
          ...schools.slice(which % schools.length),
          ...schools.slice(0, which % schools.length),
        ];
        if (split === undefined) return true;
        const part = { pupils: split.pupils.div(parts), amount: split.amount.div(parts) };
        return near(coefficient(schools), coefficient([...rest, ...Array.from({ length: parts }, () => part)]));
      }),
    );
  });

  test('exactly zero for schools that are equal per pupil', () => {
    fc.assert(
      fc.property(fc.array(factor, { minLength: 1, maxLength: 20 }), factor, factor, (sizes, pupils, amount) => {
        const schools = of(...sizes.map((size) => [size * pupils, size * amount] as const));
        return coefficient(schools).isZero();
      }),
    );
  });

  test('never negative, and the order of schools does not matter', () => {
    fc.assert(
      fc.property(county, (schools) => {
        const value = coefficient(schools);
        return value.gte(0) && near(value, coefficient(schools.toReversed()));
      }),
    );
  });
});
