import type { SchoolRow } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Assessment, LimitOutcome } from '../assessment.ts';
import { type PerPupilIndicator, perPupilIndicatorOf } from '../school-indicators.ts';
import type { Limit } from '../standard.ts';
import type { Prices } from './prices.ts';

/** What it takes for a school to reach one mark that it is below. */
export interface MarkGap {
  readonly outcome: LimitOutcome;
  readonly indicator: PerPupilIndicator;
  /** Whole units of the raw amount to the mark. */
  readonly toMark: Decimal;
  /** To the floor that a school must keep where it may miss the mark; zero where it keeps it, null where there is no floor. */
  readonly toFloor: Decimal | null;
  /** Of toMark, in yuan; null without a price. */
  readonly cost: Decimal | null;
}

/** A mark of another kind that a school misses: a class or a school too large. */
export interface Excess {
  readonly outcome: LimitOutcome;
  /** Classes that it takes at the limit, and has; null where the limit is not one of class size, or they are not known. */
  readonly classes: { readonly needed: Decimal; readonly has: Decimal } | null;
}

/** A school with marks below, and the least that makes it pass. */
export interface SchoolPlan {
  readonly school: SchoolRow;
  readonly gaps: readonly MarkGap[];
  readonly excesses: readonly Excess[];
  /** Whether the school passes as it is: a mark may be missed where the rule allows it. */
  readonly passes: boolean;
  /** What to add for the school to pass: to the mark, or to the floor only where the rule lets one mark go. Zeros left out. */
  readonly additions: readonly { readonly gap: MarkGap; readonly amount: Decimal; readonly isFloor: boolean }[];
  /** Of the additions, in yuan; null where one has no price. */
  readonly cost: Decimal | null;
}

/**
 * For each school below a mark, how much it takes: to each mark, to its floor, and to pass the rule as a whole.
 *
 * Where a rule lets n − k of n marks be missed at their floor, those are let go that save most: in yuan where all are priced, else as
 * a share of the mark, since a square metre and a teacher cannot be compared otherwise.
 */
export function schoolPlans(assessment: Assessment, prices: Prices): SchoolPlan[] {
  const bySchool = new Map<SchoolRow, LimitOutcome[]>();
  const note = (school: SchoolRow, outcomes: readonly LimitOutcome[]) => {
    if (outcomes.length > 0) bySchool.set(school, [...(bySchool.get(school) ?? []), ...outcomes]);
  };
  for (const { school, missed } of assessment.schools) note(school, missed);
  for (const outcome of assessment.limits) if (outcome.school && outcome.gap) note(outcome.school, [outcome]);
  const rules = new Map(assessment.schools.map((outcome) => [outcome.school, outcome]));
  const ruled = new Set(assessment.standard.schoolRule?.limits ?? []);
  return [...bySchool].map(([school, outcomes]): SchoolPlan => {
    const gaps = outcomes.flatMap((outcome) => markGap(school, outcome, prices) ?? []);
    const excesses = outcomes.flatMap((outcome): Excess[] =>
      gaps.some((gap) => gap.outcome === outcome) ? [] : [{ outcome, classes: classesFor(school, outcome) }],
    );
    const rule = rules.get(school);
    // a mark that is not known is taken as reached: what is told is the least, and that a number is missing is told beside it
    const spare = rule === undefined ? 0 : rule.of - (assessment.standard.schoolRule?.atLeast ?? rule.of);
    const letGo = new Set(
      mostSaving(
        gaps.filter(({ outcome }) => ruled.has(outcome.limit.id)),
        spare,
      ),
    );
    const additions = gaps
      .map((gap) => {
        const isFloor = letGo.has(gap);
        return { gap, amount: isFloor ? (gap.toFloor ?? new Decimal(0)) : gap.toMark, isFloor };
      })
      .filter(({ amount }) => amount.gt(0));
    const passes = additions.length === 0 && excesses.length === 0;
    return { school, gaps, excesses, passes, additions, cost: costOf(additions, prices) };
  });
}

/** Whole units of a raw amount that bring a school to a limit. */
export function unitsTo(
  school: SchoolRow,
  indicator: PerPupilIndicator,
  limit: Limit,
  share: Decimal | 1 = 1,
): Decimal {
  const pupils = school.amounts.get('pupils') ?? new Decimal(0);
  // By the product, not by the quotient: what divides evenly must not lack 10⁻³⁸ of a book.
  const wanted = limit.value.times(share).times(pupils).div(indicator.per);
  const lacking = wanted.minus(school.amounts.get(indicator.amount) ?? 0);
  if (limit.comparison === '>') return Decimal.max(lacking.floor().plus(1), 0);
  return Decimal.max(lacking.ceil(), 0);
}

function markGap(school: SchoolRow, outcome: LimitOutcome, prices: Prices): MarkGap | null {
  const { limit } = outcome;
  const indicator = perPupilIndicatorOf(limit.indicator);
  if (indicator === undefined || limit.comparison === '<' || limit.comparison === '<=') return null;
  const toMark = unitsTo(school, indicator, limit);
  const toFloor = limit.floor === null ? null : unitsTo(school, indicator, limit, limit.floor);
  const price = prices.get(indicator.amount);
  return { outcome, indicator, toMark, toFloor, cost: price === undefined ? null : toMark.times(price) };
}

function classesFor(school: SchoolRow, { limit }: LimitOutcome): Excess['classes'] {
  const [pupils, has] = [school.amounts.get('pupils'), school.amounts.get('class-count')];
  if (limit.indicator !== 'largest-class' || limit.comparison !== '<=' || !pupils || !has) return null;
  return { needed: pupils.div(limit.value).ceil(), has };
}

function mostSaving(gaps: readonly MarkGap[], count: number): MarkGap[] {
  const priced = gaps.every(({ cost }) => cost !== null);
  const saving = (gap: MarkGap): Decimal => {
    const { toMark, toFloor, cost, outcome, indicator } = gap;
    const units = toMark.minus(toFloor ?? 0);
    if (priced && cost !== null) return units.div(toMark.isZero() ? 1 : toMark).times(cost);
    const pupils = outcome.school?.amounts.get('pupils') ?? new Decimal(1);
    return units.times(indicator.per).div(pupils.times(outcome.limit.value));
  };
  return [...gaps].sort((a, b) => saving(b).comparedTo(saving(a))).slice(0, Math.max(0, count));
}

function costOf(additions: SchoolPlan['additions'], prices: Prices): Decimal | null {
  let cost = new Decimal(0);
  for (const { gap, amount } of additions) {
    const price = prices.get(gap.indicator.amount);
    if (price === undefined) return null;
    cost = cost.plus(amount.times(price));
  }
  return cost;
}
