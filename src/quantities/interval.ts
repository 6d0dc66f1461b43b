import { Decimal } from '../model/decimal.ts';
import type { Interval } from '../model/interval.ts';

/** Half a unit of each place, made once: every printed number asks for one of a handful. */
const halves = new Map<number, Decimal>();

function halfOf(place: number): Decimal {
  let half = halves.get(place);
  if (half === undefined) {
    half = new Decimal(10).pow(place).div(2);
    halves.set(place, half);
  }
  return half;
}

/** What a number printed down to the given place may stand for: half a unit of that place on either side. */
export function printedInterval(low: Decimal, high: Decimal, place: number): Interval {
  const half = halfOf(place);
  return { low: low.minus(half), high: high.plus(half) };
}

export function exactly(value: Decimal): Interval {
  return { low: value, high: value };
}

/** Half-open at neither end: touching intervals meet, since rounding half up and half even both occur in reports. */
export function meet(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

export function multiply(a: Interval, b: Interval): Interval {
  return hull([a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)]);
}

/** Null where the divisor may be zero. */
export function divide(a: Interval, b: Interval): Interval | null {
  if (b.low.lte(0) && b.high.gte(0)) return null;
  return hull([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

export function scale(a: Interval, factor: number): Interval {
  return multiply(a, exactly(new Decimal(factor)));
}

function hull(values: readonly Decimal[]): Interval {
  return { low: Decimal.min(...values), high: Decimal.max(...values) };
}
