import { Decimal } from '../../model/decimal.ts';
import { differenceCoefficient, type SchoolAmount } from '../difference-coefficient.ts';
import { SpreadCurve } from './spread-curve.ts';

/** What is added to the schools of a stage in one indicator. */
export interface Additions {
  /** Whole units of the raw amount, in the order of the schools given. */
  readonly amounts: readonly Decimal[];
  readonly total: Decimal;
  /** The coefficient with them, exact. */
  readonly coefficient: Decimal;
}

/**
 * The least additions, in whole units, that bring a difference coefficient to its limit or under it.
 *
 * The lowest schools are raised to a common level (see {@link SpreadCurve} for why), which is found by bisection. In whole units the
 * same holds with the next unit in place of the derivative: each goes to the school with the lowest (2x + 1)/P, so at a level t a
 * school receives t·P − x, rounded to the nearest. From there units are taken back, those least useful first, as long as the limit
 * is kept, or given where rounding fell short. Every step is judged in decimals.
 *
 * @param limit not below zero
 * @param strict whether the coefficient must be under the limit, not at it
 * @returns null where the coefficient cannot be computed, or no whole numbers reach the limit
 */
export function leastAdditions(
  schools: readonly SchoolAmount[],
  limit: Decimal,
  strict = false,
  curve: SpreadCurve = new SpreadCurve(schools),
): Additions | null {
  const now = differenceCoefficient(schools);
  if (now === null || limit.lt(0)) return null;
  const reached = (coefficient: Decimal) => (strict ? coefficient.lt(limit) : coefficient.lte(limit));
  if (reached(now.coefficient)) return additionsOf(schools, schools.map(nothing));
  const holding = new Holding(schools, additionsAt(schools, curve.levelForCoefficient(limit.toNumber())));
  const isEnough = () => holding.isEnough(limit, strict);
  if (isEnough()) {
    while (holding.takeBack()) {
      if (isEnough()) continue;
      holding.give();
      break;
    }
  } else {
    // rounding loses at most half a unit a school; the rest is for limits that whole units just cannot meet
    for (let step = 0; !isEnough(); step++) {
      if (step > 2 * schools.length + 10) return null;
      holding.give();
    }
  }
  const additions = additionsOf(schools, holding.added);
  return additions !== null && reached(additions.coefficient) ? additions : null;
}

/** What each school receives when all below a level are raised to it, rounded to the nearest unit. */
export function additionsAt(schools: readonly SchoolAmount[], level: number): number[] {
  return schools.map(({ pupils, amount }) =>
    Math.max(0, Math.floor(level * pupils.toNumber() - amount.toNumber() + 0.5)),
  );
}

/** Additions with the coefficient that they lead to; null where there is none. */
export function additionsOf(schools: readonly SchoolAmount[], added: readonly number[]): Additions | null {
  const amounts = added.map((units) => new Decimal(units));
  const raised = schools.map(({ pupils, amount }, index) => ({ pupils, amount: amount.plus(amounts[index] ?? 0) }));
  const spread = differenceCoefficient(raised);
  if (spread === null) return null;
  const total = amounts.reduce((sum, units) => sum.plus(units), new Decimal(0));
  return { amounts, total, coefficient: spread.coefficient };
}

function nothing(): number {
  return 0;
}

/** Additions in the making, with the running sums that tell in one step whether they are enough. */
class Holding {
  readonly added: number[];
  readonly #schools: readonly SchoolAmount[];
  /** The same as numbers, for choosing. */
  readonly #amounts: readonly number[];
  readonly #pupilsOf: readonly number[];
  readonly #pupils: Decimal;
  #amount = new Decimal(0);
  #squares = new Decimal(0);

  constructor(schools: readonly SchoolAmount[], added: number[]) {
    this.#schools = schools;
    this.added = added;
    this.#amounts = schools.map(({ amount }) => amount.toNumber());
    this.#pupilsOf = schools.map(({ pupils }) => pupils.toNumber());
    this.#pupils = schools.reduce((sum, { pupils }) => sum.plus(pupils), new Decimal(0));
    for (const [index, { pupils, amount }] of schools.entries()) {
      const raised = amount.plus(added[index] ?? 0);
      this.#amount = this.#amount.plus(raised);
      this.#squares = this.#squares.plus(raised.times(raised).div(pupils));
    }
  }

  /** CV ≤ L, said without root and quotient: PN·Q ≤ (1 + L²)·A². */
  isEnough(limit: Decimal, strict: boolean): boolean {
    const have = this.#pupils.times(this.#squares);
    const may = limit.times(limit).plus(1).times(this.#amount).times(this.#amount);
    return strict ? have.lt(may) : have.lte(may);
  }

  /** Takes one unit from the school whose last one helped least; false where there is none to take. */
  takeBack(): boolean {
    let [best, highest] = [-1, -Infinity];
    for (const [index, units] of this.added.entries()) {
      if (units === 0) continue;
      const use = (2 * ((this.#amounts[index] ?? 0) + units) - 1) / (this.#pupilsOf[index] ?? 1);
      if (use > highest) [best, highest] = [index, use];
    }
    if (best < 0) return false;
    this.#change(best, -1);
    return true;
  }

  /** Gives one unit to the school where it helps most. */
  give(): void {
    let [best, lowest] = [0, Infinity];
    for (const [index, units] of this.added.entries()) {
      const use = (2 * ((this.#amounts[index] ?? 0) + units) + 1) / (this.#pupilsOf[index] ?? 1);
      if (use < lowest) [best, lowest] = [index, use];
    }
    this.#change(best, 1);
  }

  #change(index: number, by: 1 | -1): void {
    const school = this.#schools[index];
    if (school === undefined) return;
    const before = school.amount.plus(this.added[index] ?? 0);
    this.added[index] = (this.added[index] ?? 0) + by;
    this.#amount = this.#amount.plus(by);
    // (x ± 1)² − x² = ±2x + 1
    this.#squares = this.#squares.plus(
      before
        .times(2 * by)
        .plus(1)
        .div(school.pupils),
    );
  }
}
