import { Decimal } from '../../model/decimal.ts';
import { compositeCoefficient, type SchoolAmount } from '../difference-coefficient.ts';
import { type Additions, additionsAt, additionsOf, leastAdditions } from './least-additions.ts';
import { SpreadCurve } from './spread-curve.ts';

/** One indicator of a composite. */
export interface CompositePart {
  /** In the order of the county's schools, the same for all parts. */
  readonly schools: readonly SchoolAmount[];
  /** What a unit costs; null where nothing may be added. */
  readonly price: Decimal | null;
}

/** Additions to several indicators that bring their mean under its limit. */
export interface CompositeAdditions {
  /** In the order of the parts. */
  readonly parts: readonly Additions[];
  readonly cost: Decimal;
  readonly composite: Decimal;
}

/** Rounds of halving on the logarithm of the multiplier: 2⁻⁸⁰ of its range is far below one unit of anything. */
const ROUNDS = 80;
const RANGE = 60;

/**
 * The cheapest additions that bring a composite coefficient (the mean of the single ones) to its limit or under it.
 *
 * Each single coefficient is a convex, falling function of what is added to it at best ({@link SpreadCurve}), so this is a convex
 * problem, and Lagrange's condition is sufficient: at the optimum one unit of money brings the same fall in every indicator that
 * receives any. The multiplier is found by bisection. For whole units the rounded optimum is mended one indicator at a time: with
 * the others as they are, each gets the least that is needed ({@link leastAdditions}), beginning with each indicator in turn; the
 * cheapest of these is taken. Only this last step is not exact: against trying all it was never more than one unit of each
 * indicator above the cheapest, or 5 %, and for eight indicators of 40 schools within 0.1 % of the bound of duality. Where whole
 * counties own but a handful of units it may be further off.
 *
 * @returns null where a coefficient is not known, or the limit cannot be reached with what may be added
 */
export function compositeAdditions(
  parts: readonly CompositePart[],
  limit: Decimal,
  strict = false,
): CompositeAdditions | null {
  const now = parts.map(({ schools }) =>
    additionsOf(
      schools,
      schools.map(() => 0),
    ),
  );
  if (now.some((part) => part === null) || parts.length === 0) return null;
  const start = now.flatMap((part) => part ?? []);
  const state = { parts, limit, strict, curves: parts.map(({ schools }) => new SpreadCurve(schools)) };
  if (isReached(state, start)) return told(state, start);
  const open = parts.flatMap(({ price }, index) => (price === null ? [] : [index]));
  // from the optimum, and, where schools are so small that whole units leap over it, from the most that can be added
  const rounded = [multiplier(state, start), RANGE].map((logarithm) => mixAt(state, start, logarithm));
  const candidates = rounded.flatMap((mix) =>
    open.flatMap((_, first) => {
      const mended = mend(state, mix, [...open.slice(first), ...open.slice(0, first)]);
      return mended === null ? [] : [told(state, mended)];
    }),
  );
  return candidates.sort((a, b) => a.cost.comparedTo(b.cost))[0] ?? null;
}

interface State {
  readonly parts: readonly CompositePart[];
  readonly limit: Decimal;
  readonly strict: boolean;
  readonly curves: readonly SpreadCurve[];
}

/** The logarithm of the multiplier at which the mean of the curves meets the limit. */
function multiplier(state: State, start: readonly Additions[]): number {
  const { parts, curves } = state;
  const wanted = state.limit.toNumber() * parts.length;
  let [low, high] = [-RANGE, RANGE];
  for (let round = 0; round < ROUNDS; round++) {
    const middle = (low + high) / 2;
    const sum = parts.reduce((total, { price }, index) => {
      const curve = curves[index];
      if (price === null || curve === undefined) return total + (start[index]?.coefficient.toNumber() ?? 0);
      return total + curve.at(curve.levelForSlope(price.toNumber() / Math.exp(middle))).coefficient;
    }, 0);
    if (sum <= wanted) high = middle;
    else low = middle;
  }
  return high;
}

/** What each indicator receives at a multiplier, in whole units. */
function mixAt(state: State, start: readonly Additions[], logarithm: number): Additions[] {
  return state.parts.flatMap(({ schools, price }, index) => {
    const [curve, unchanged] = [state.curves[index], start[index]];
    if (unchanged === undefined) return [];
    if (curve === undefined || price === null) return [unchanged];
    const level = curve.levelForSlope(price.toNumber() / Math.exp(logarithm));
    return [additionsOf(schools, additionsAt(schools, level)) ?? unchanged];
  });
}

/** Gives each indicator, one after the other, the least that is needed with the others as they are; null where that never suffices. */
function mend(state: State, rounded: readonly Additions[], order: readonly number[]): Additions[] | null {
  const mix = [...rounded];
  // the second time round finds what the first left over
  for (const index of [...order, ...order]) {
    const part = state.parts[index];
    if (part === undefined) continue;
    const others = mix.reduce(
      (sum, { coefficient }, at) => (at === index ? sum : sum.plus(coefficient)),
      new Decimal(0),
    );
    const room = state.limit.times(state.parts.length).minus(others);
    const least = room.lt(0) ? null : leastAdditions(part.schools, room, state.strict, state.curves[index]);
    if (least !== null) mix[index] = least;
  }
  return isReached(state, mix) ? mix : null;
}

function isReached({ limit, strict }: State, mix: readonly Additions[]): boolean {
  const composite = compositeCoefficient(mix.map(({ coefficient }) => coefficient));
  return composite !== null && (strict ? composite.lt(limit) : composite.lte(limit));
}

function told({ parts }: State, mix: readonly Additions[]): CompositeAdditions {
  const cost = mix.reduce((sum, { total }, index) => sum.plus(total.times(parts[index]?.price ?? 0)), new Decimal(0));
  const composite = compositeCoefficient(mix.map(({ coefficient }) => coefficient)) ?? new Decimal(0);
  return { parts: mix, cost, composite };
}
