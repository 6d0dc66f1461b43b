import type { SchoolRow } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Assessment, LimitOutcome, StageAssessment } from '../assessment.ts';
import { differenceCoefficient, type SchoolAmount } from '../difference-coefficient.ts';
import type { IndicatorOfStage } from '../school-indicators.ts';
import type { CoefficientGap, CompositeGap, IndicatorPlan } from './gap-analysis.ts';
import { compositeAdditions, type CompositePart } from './composite-additions.ts';
import { compositeInfluences, influences } from './influence.ts';
import { type Additions, leastAdditions } from './least-additions.ts';
import type { Prices } from './prices.ts';
import type { SchoolPlan } from './school-plan.ts';

const COMPOSITE = 'cv-composite';

/** Each single coefficient of each stage: who moves it, and what brings it under its limit where it is over. */
export function coefficientGaps(
  { stages, limits }: Assessment,
  plans: readonly SchoolPlan[],
  prices: Prices,
): CoefficientGap[] {
  return stages.flatMap((assessed) =>
    assessed.indicators.map((indicator): CoefficientGap => {
      const outcome = outcomeOf(limits, indicator.indicator.coefficient, assessed.stage);
      const { coefficient } = indicator;
      const isOver = outcome !== null && outcome.gap !== null && coefficient !== null;
      const additions = isOver
        ? leastAdditions(amountsOf(indicator), outcome.limit.value, outcome.limit.comparison === '<')
        : null;
      return {
        stage: assessed.stage,
        indicator,
        outcome,
        influences: influences(indicator),
        plan: additions === null ? null : planOf(indicator, additions, prices),
        afterMarks: afterMarks(indicator, plans),
      };
    }),
  );
}

/** The composite of each stage that the standard limits. */
export function compositeGaps({ stages, limits }: Assessment, prices: Prices): CompositeGap[] {
  return stages.flatMap((assessed): CompositeGap[] => {
    const outcome = outcomeOf(limits, COMPOSITE, assessed.stage);
    if (outcome === null || assessed.composite === null) return [];
    const { indicators, stage } = assessed;
    // one price besides that of equipment, which is a yuan a yuan, says that money is to be the measure
    const measure = indicators.some(
      ({ indicator }) => prices.has(indicator.amount) && indicator.amount !== 'equipment-value',
    )
      ? ('yuan' as const)
      : ('share' as const);
    const told = { stage, outcome, influences: compositeInfluences(indicators), measure };
    if (outcome.gap === null) return [{ ...told, mix: null, composite: null, cost: null, alone: [] }];
    const parts = indicators.map((indicator) => partOf(indicator, measure, prices));
    const strict = outcome.limit.comparison === '<';
    const found = compositeAdditions(parts, outcome.limit.value, strict);
    const mix = found?.parts.flatMap((additions, index): IndicatorPlan[] => {
      const indicator = indicators[index];
      return indicator === undefined || additions.total.isZero() ? [] : [planOf(indicator, additions, prices)];
    });
    return [
      {
        ...told,
        mix: mix ?? null,
        composite: found?.composite ?? null,
        cost: found !== null && measure === 'yuan' ? found.cost : null,
        alone: aloneOf(assessed, outcome, prices),
      },
    ];
  });
}

function outcomeOf(limits: readonly LimitOutcome[], indicator: string, stage: string): LimitOutcome | null {
  return (
    limits.find(
      ({ limit, school }) =>
        school === null &&
        limit.indicator === indicator &&
        limit.stage === stage &&
        (limit.comparison === '<=' || limit.comparison === '<'),
    ) ?? null
  );
}

/** Without prices a unit weighs as a share of what the county has: a tenth more books counts like a tenth more computers. */
function partOf(indicator: IndicatorOfStage, measure: 'yuan' | 'share', prices: Prices): CompositePart {
  const schools = amountsOf(indicator);
  if (measure === 'yuan') return { schools, price: prices.get(indicator.indicator.amount) ?? null };
  const sum = schools.reduce((total, { amount }) => total.plus(amount), new Decimal(0));
  return { schools, price: sum.isZero() ? null : new Decimal(1).div(sum) };
}

function aloneOf({ indicators }: StageAssessment, outcome: LimitOutcome, prices: Prices): CompositeGap['alone'] {
  return indicators.map((indicator) => {
    const others = indicators.filter((one) => one !== indicator);
    const sum = others.reduce((total, { coefficient }) => total.plus(coefficient ?? 0), new Decimal(0));
    const own = outcome.limit.value.times(indicators.length).minus(sum);
    const additions = own.lt(0) ? null : leastAdditions(amountsOf(indicator), own, outcome.limit.comparison === '<');
    return { indicator, plan: additions === null ? null : planOf(indicator, additions, prices) };
  });
}

function amountsOf({ values, indicator }: IndicatorOfStage): SchoolAmount[] {
  return values.map(({ school }) => ({
    pupils: school.amounts.get('pupils') ?? new Decimal(0),
    amount: school.amounts.get(indicator.amount) ?? new Decimal(0),
  }));
}

function planOf(
  indicator: IndicatorOfStage,
  { amounts, total, coefficient }: Additions,
  prices: Prices,
): IndicatorPlan {
  const price = prices.get(indicator.indicator.amount);
  const schools = indicator.values
    .map(({ school }, index) => ({ school, amount: amounts[index] ?? new Decimal(0) }))
    .filter(({ amount }) => amount.gt(0))
    .sort((a, b) => b.amount.comparedTo(a.amount));
  return { indicator, schools, total, coefficient, cost: price === undefined ? null : total.times(price) };
}

function afterMarks(indicator: IndicatorOfStage, plans: readonly SchoolPlan[]): Decimal | null {
  const added = new Map<SchoolRow, Decimal>();
  for (const { school, additions } of plans) {
    for (const { gap, amount } of additions) {
      if (gap.indicator.amount === indicator.indicator.amount) added.set(school, amount);
    }
  }
  if (indicator.coefficient === null || !indicator.values.some(({ school }) => added.has(school))) return null;
  const amounts = amountsOf(indicator).map(({ pupils, amount }, index) => {
    const school = indicator.values[index]?.school;
    return { pupils, amount: amount.plus((school && added.get(school)) ?? 0) };
  });
  return differenceCoefficient(amounts)?.coefficient ?? null;
}
