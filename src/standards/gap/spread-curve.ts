import type { SchoolAmount } from '../difference-coefficient.ts';

/** The schools of a stage once all below a level have been raised to it. */
export interface CurvePoint {
  /** Amount per pupil that no school stays below. */
  readonly level: number;
  /** Raw amount added in all. */
  readonly added: number;
  readonly coefficient: number;
  /** By how much the coefficient falls with the next unit added; not negative. */
  readonly slope: number;
}

/**
 * How the difference coefficient of one indicator falls when the lowest schools are raised to a common level.
 *
 * Why a common level: let Q = Σ xi²/Pi and A = Σ xi, so that CV² = PN·Q/A² − 1. For a given total of additions A is fixed, and the
 * least CV is the least Q. Q is a sum of convex terms, one a school, so at its minimum every school that receives anything has the
 * same derivative 2xi/Pi, and none that receives nothing has a lower one: all receivers stand at one level, the others above it
 * (water-filling). CV as a function of the total is convex and falls: CV = s/m, where the deviation s falls and is convex in the
 * total (a norm, minimised over a convex set) and the mean m grows with it linearly, so (s/m)'' = (s''m² − 2s'm + 2s)/m³ ≥ 0.
 *
 * Binary numbers, since this only searches; whether a plan reaches its limit is judged in decimals by those who use it.
 */
export class SpreadCurve {
  /** Values per pupil, ascending, and sums over the schools before (pupils) and from (amount, squares) each place. */
  readonly #values: number[];
  readonly #pupilsBelow: number[];
  readonly #amountBelow: number[];
  readonly #amountFrom: number[];
  readonly #squaresFrom: number[];
  readonly #pupils: number;

  /** @param schools pupils greater than zero */
  constructor(schools: readonly SchoolAmount[]) {
    const sorted = schools
      .map(({ pupils, amount }) => ({ pupils: pupils.toNumber(), amount: amount.toNumber() }))
      .sort((a, b) => a.amount / a.pupils - b.amount / b.pupils);
    this.#values = sorted.map(({ pupils, amount }) => amount / pupils);
    this.#pupilsBelow = sumsBefore(sorted.map(({ pupils }) => pupils));
    this.#amountBelow = sumsBefore(sorted.map(({ amount }) => amount));
    const total = this.#amountBelow.at(-1) ?? 0;
    this.#amountFrom = this.#amountBelow.map((below) => total - below);
    const squares = sumsBefore(sorted.map(({ pupils, amount }) => (amount * amount) / pupils));
    this.#squaresFrom = squares.map((below) => (squares.at(-1) ?? 0) - below);
    this.#pupils = this.#pupilsBelow.at(-1) ?? 0;
  }

  get lowest(): number {
    return this.#values[0] ?? 0;
  }

  get highest(): number {
    return this.#values.at(-1) ?? 0;
  }

  at(level: number): CurvePoint {
    const place = this.#placeOf(level);
    const below = this.#pupilsBelow[place] ?? 0;
    const amount = level * below + (this.#amountFrom[place] ?? 0);
    const squares = level * level * below + (this.#squaresFrom[place] ?? 0);
    const coefficient = Math.sqrt(Math.max(0, (this.#pupils * squares) / (amount * amount) - 1));
    const slope =
      coefficient === 0 ? 0 : (this.#pupils * Math.max(0, squares - level * amount)) / (amount ** 3 * coefficient);
    return { level, added: level * below - (this.#amountBelow[place] ?? 0), coefficient, slope };
  }

  /** The lowest level at which the coefficient is no more than this; the highest school's where none below it does. */
  levelForCoefficient(coefficient: number): number {
    return this.#bisect((point) => point.coefficient <= coefficient);
  }

  /** The lowest level at which a further unit brings no more than this; since the curve is convex, it brings less from there on. */
  levelForSlope(slope: number): number {
    return this.#bisect((point) => point.slope <= slope);
  }

  #bisect(reached: (point: CurvePoint) => boolean): number {
    let [low, high] = [this.lowest, this.highest];
    if (reached(this.at(low))) return low;
    // a double has 53 digits: more halvings change nothing
    for (let round = 0; round < 60; round++) {
      const middle = (low + high) / 2;
      if (reached(this.at(middle))) high = middle;
      else low = middle;
    }
    return high;
  }

  /** How many schools are below a level. */
  #placeOf(level: number): number {
    let [low, high] = [0, this.#values.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#values[middle] ?? 0) < level) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Sums of the first n numbers, n from 0 to all. */
function sumsBefore(numbers: readonly number[]): number[] {
  const sums = [0];
  for (const number of numbers) sums.push((sums.at(-1) ?? 0) + number);
  return sums;
}
