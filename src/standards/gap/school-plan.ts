import type { SchoolRow } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { LimitOutcome, SchoolRuleOutcome } from '../assessment.ts';
import type { PerPupilIndicator } from '../school-indicators.ts';
import { additionTo } from '../school-measure.ts';
import type { Limit, SchoolRule } from '../standard.ts';
import type { Prices } from './prices.ts';

/** What it takes for a school to reach one mark that it is below. */
export interface MarkGap {
  readonly outcome: LimitOutcome;
  /** The raw amount that is added: its id. */
  readonly indicator: Pick<PerPupilIndicator, 'amount'>;
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
  /** One of the misses that the rule allows: it need not be put right for the school to pass. */
  readonly isAllowed: boolean;
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

/** What plans are made from: a standard's outcomes, or those of the province's gate. */
export interface PlanSource {
  readonly schools: readonly SchoolRuleOutcome[];
  readonly limits: readonly LimitOutcome[];
  readonly rule: SchoolRule | null;
}

/**
 * For each school below a mark, how much it takes: to each mark, to its floor, and to pass the rule as a whole.
 *
 * Where a rule lets n − k of n marks be missed at their floor, those are let go that save most: in yuan where all are priced, else as
 * a share of the mark, since a square metre and a teacher cannot be compared otherwise.
 */
export function schoolPlans({ schools, limits, rule: schoolRule }: PlanSource, prices: Prices): SchoolPlan[] {
  const bySchool = new Map<string, { school: SchoolRow; outcomes: LimitOutcome[] }>();
  const note = (school: SchoolRow, outcomes: readonly LimitOutcome[]) => {
    if (outcomes.length === 0) return;
    // by name and part: a combined school measured as a whole is a row of its own for every mark
    const key = `${school.name}|${school.part}`;
    const known = bySchool.get(key);
    if (known === undefined) bySchool.set(key, { school, outcomes: [...outcomes] });
    else known.outcomes.push(...outcomes);
  };
  for (const { school, missed } of schools) note(school, missed);
  for (const outcome of limits) if (outcome.school && outcome.gap) note(outcome.school, [outcome]);
  const rules = new Map(schools.map((outcome) => [outcome.school, outcome]));
  const ruled = new Set(schoolRule?.limits ?? []);
  return [...bySchool.values()].map(({ school, outcomes }): SchoolPlan => {
    const gaps = outcomes.flatMap((outcome) => markGap(school, outcome, prices) ?? []);
    const rule = rules.get(school);
    const own = outcomes.filter(({ limit }) => ruled.has(limit.id));
    // a mark that is not known is taken as reached: what is told is the least, and that a number is missing is told beside it
    const spare = rule === undefined ? 0 : rule.of - (schoolRule?.atLeast ?? rule.of);
    // where nothing can be added (a class too large) the miss uses up one of those that are allowed
    const fixed = own.filter((outcome) => !gaps.some((gap) => gap.outcome === outcome));
    const allowed = new Set(fixed.slice(0, spare));
    const excesses = outcomes.flatMap((outcome): Excess[] =>
      gaps.some((gap) => gap.outcome === outcome)
        ? []
        : [{ outcome, classes: classesFor(school, outcome), isAllowed: allowed.has(outcome) }],
    );
    const letGo = new Set(
      mostSaving(
        gaps.filter(({ outcome }) => ruled.has(outcome.limit.id)),
        spare - allowed.size,
      ),
    );
    const additions = gaps
      .map((gap) => {
        const isFloor = letGo.has(gap);
        return { gap, amount: isFloor ? (gap.toFloor ?? new Decimal(0)) : gap.toMark, isFloor };
      })
      .filter(({ amount }) => amount.gt(0));
    const passes = additions.length === 0 && excesses.every(({ isAllowed }) => isAllowed);
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

function markGap(row: SchoolRow, outcome: LimitOutcome, prices: Prices): MarkGap | null {
  const { limit } = outcome;
  const school = outcome.school ?? row;
  const to = (mark: Decimal) => additionTo(school, limit.indicator, limit.comparison, mark);
  const addition = to(limit.value);
  if (addition === null) return null;
  const { amount, units: toMark } = addition;
  const toFloor = limit.floor === null ? null : (to(limit.value.times(limit.floor))?.units ?? null);
  const price = prices.get(amount);
  return { outcome, indicator: { amount }, toMark, toFloor, cost: price === undefined ? null : toMark.times(price) };
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
    const has = outcome.school?.amounts.get(indicator.amount) ?? new Decimal(0);
    const units = toMark.minus(toFloor ?? 0);
    if (priced && cost !== null) return units.div(toMark.isZero() ? 1 : toMark).times(cost);
    const wanted = has.plus(toMark);
    return units.div(wanted.isZero() ? 1 : wanted);
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
