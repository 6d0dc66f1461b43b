import type { Dataset } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Assessment } from '../assessment.ts';
import { coefficientGaps, compositeGaps } from './coefficient-gaps.ts';
import type { AmountTotal, GapAnalysis } from './gap-analysis.ts';
import { type Growth, growthSteps } from './growth.ts';
import { missingInputs } from './missing-inputs.ts';
import { type Prices, withOwnValue } from './prices.ts';
import { type SchoolPlan, schoolPlans } from './school-plan.ts';

/** What the analysis is asked beyond the data. */
export interface GapQuestion {
  readonly prices: Prices;
  readonly growth: Growth | null;
}

/**
 * What a county lacks under the standard it was assessed with: school by school, coefficient by coefficient, and under growing
 * enrolment. Only additions are proposed, and only whole units.
 */
export function analyseGaps(dataset: Dataset, assessment: Assessment, question: GapQuestion): GapAnalysis {
  const prices = withOwnValue(question.prices);
  const { schools: ruled, limits, standard } = assessment;
  const schools = schoolPlans({ schools: ruled, limits, rule: standard.schoolRule }, prices);
  const gate = (assessment.gate?.stages ?? []).flatMap((stage) =>
    schoolPlans({ schools: stage.schools, limits: [], rule: stage.rule }, prices),
  );
  return {
    schools,
    totals: totalsOf(schools),
    gate: { schools: gate, totals: totalsOf(gate) },
    coefficients: coefficientGaps(assessment, schools, prices),
    composites: compositeGaps(assessment, prices),
    growth: growthSteps(dataset, assessment.standard, assessment, question.growth),
    missing: missingInputs(assessment),
    prices,
  };
}

function totalsOf(plans: readonly SchoolPlan[]): AmountTotal[] {
  const sums = new Map<string, AmountTotal>();
  for (const { school, additions } of plans) {
    for (const { gap, amount } of additions) {
      const key = `${school.part}|${gap.indicator.amount}`;
      const sum = sums.get(key) ?? {
        stage: school.part,
        amount: gap.indicator.amount,
        schools: 0,
        total: new Decimal(0),
        cost: new Decimal(0),
      };
      const cost = gap.cost === null ? null : gap.cost.times(amount).div(gap.toMark);
      sums.set(key, {
        ...sum,
        schools: sum.schools + 1,
        total: sum.total.plus(amount),
        cost: sum.cost === null || cost === null ? null : sum.cost.plus(cost),
      });
    }
  }
  return [...sums.values()];
}
