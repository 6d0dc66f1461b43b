import type { Decimal } from '../../model/decimal.ts';
import type { SchoolRow } from '../../model/dataset.ts';
import type { Assessment, LimitOutcome, SchoolRuleOutcome } from '../../standards/assessment.ts';
import type { AmountTotal, AssessedCounty, GapAnalysis, IndicatorPlan } from '../../standards/gap/gap-analysis.ts';
import type { SchoolPlan } from '../../standards/gap/school-plan.ts';
import type { WorkSum } from '../../standards/work.ts';
import { verdictSentences } from './indicators-verdict.ts';

/** Significant digits of a computed number in JSON: more than any table prints, fewer than invite comparing the last one. */
const DIGITS = 12;
/** Schools told as moving a coefficient most. */
const MOVERS = 10;

/** The result of `indicators` for other programs: an array, one object a standard; keys English, names as in the workbook. */
export function indicatorsJson(results: readonly AssessedCounty[]): string {
  const told = results.map((result) => ({
    ...assessmentJson(result.assessment),
    verdict: verdictSentences(result),
    gaps: gapsJson(result.gaps),
  }));
  return `${JSON.stringify(told, null, 2)}\n`;
}

function assessmentJson(assessment: Assessment) {
  const { county, year, standard, stages, limits, schools, splits, doubts } = assessment;
  return {
    county,
    year,
    standard: { id: standard.id, name: standard.name, number: standard.number },
    stages: stages.map(({ stage, scope, indicators, composite }) => ({
      stage,
      counted: scope.counted.length,
      excluded: scope.excluded.map(({ school, reason }) => ({ ...schoolJson(school), reason })),
      composite: number(composite),
      indicators: indicators.map(({ indicator, mean, coefficient, values, missing }) => ({
        indicator: indicator.id,
        mean: number(mean),
        coefficient: number(coefficient),
        schools: values.map(({ school, value, difference, lacking }) => ({
          ...schoolJson(school),
          value: number(value),
          difference: number(difference),
          lacking: number(lacking),
        })),
        missing: missing.map(schoolJson),
      })),
    })),
    limits: limits.map(limitJson),
    schoolRule: schools.map((outcome) => ({
      ...ruleJson(outcome),
      belowFloor: outcome.belowFloor.map(({ limit }) => limit.id),
    })),
    splits: splits.map(({ school, ratio, share, formula }) => ({
      ...schoolJson(school),
      ratio,
      share: number(share),
      formula,
    })),
    doubts: doubts.map(({ school, because }) => ({ ...schoolJson(school), because })),
    ...partsJson(assessment),
  };
}

/** A school held against a rule of several marks. */
function ruleJson({ school, met, of, verdict, because, missed }: SchoolRuleOutcome) {
  return { ...schoolJson(school), met, of, verdict, because, missed: missed.map(limitJson) };
}

/** The gate, the work scores, the years, the items and the reliefs; null or empty where the standard has no such thing. */
function partsJson({ gate, work, years, items, reliefs, notes }: Assessment) {
  return {
    gate: gate && {
      stages: gate.stages.map(({ stage, rule, schools, rate }) => ({
        stage,
        rule: rule.clause,
        rate: number(rate),
        schools: schools.map(ruleJson),
      })),
      unread: gate.unread,
      notes: gate.notes,
    },
    work: work && {
      groups: work.groups.map(sumJson),
      total: sumJson(work.total),
      outOfHundred: number(work.outOfHundred),
      overScored: work.overScored.map(({ name }) => name),
      withoutEvidence: work.withoutEvidence.map(({ name }) => name),
      unscored: work.unscored.map(({ name }) => name),
      missing: work.missing.map(({ id, text }) => ({ id, text })),
    },
    years: years.map(({ id, name, year, verdict, arithmetic, because, clause }) => ({
      id,
      name,
      year,
      verdict,
      check: arithmetic,
      because,
      clause,
    })),
    items: items.map(({ item, kind, verdict, reasons }) => ({
      id: item.id,
      kind,
      text: item.text,
      verdict,
      reasons,
    })),
    reliefs: reliefs.map(({ relief, schools }) => ({ id: relief.id, schools: schools.map(schoolJson) })),
    notes,
  };
}

function sumJson({ group, count, points, score, scored }: WorkSum) {
  return { group, count, points: number(points), score: number(score), scored };
}

function schoolPlanJson({ school, passes, gaps, excesses, additions, cost }: SchoolPlan) {
  return {
    ...schoolJson(school),
    passes,
    marks: gaps.map(({ outcome, indicator, toMark, toFloor, cost: own }) => ({
      limit: outcome.limit.id,
      amount: indicator.amount,
      actual: number(outcome.actual),
      toMark: number(toMark),
      toFloor: number(toFloor),
      cost: number(own),
    })),
    excesses: excesses.map(({ outcome, classes }) => ({
      limit: outcome.limit.id,
      actual: number(outcome.actual),
      gap: number(outcome.gap),
      classesNeeded: number(classes?.needed ?? null),
      classes: number(classes?.has ?? null),
    })),
    additions: additions.map(({ gap, amount, isFloor }) => ({
      amount: gap.indicator.amount,
      units: number(amount),
      toFloorOnly: isFloor,
    })),
    cost: number(cost),
  };
}

function totalJson({ stage, amount, schools: count, total, cost }: AmountTotal) {
  return {
    stage,
    amount,
    schools: count,
    total: number(total),
    cost: number(cost),
  };
}

function gapsJson({ schools, totals, gate, coefficients, composites, growth, missing, prices }: GapAnalysis) {
  return {
    prices: Object.fromEntries([...prices].map(([amount, price]) => [amount, number(price)])),
    schools: schools.map(schoolPlanJson),
    totals: totals.map(totalJson),
    gate: { schools: gate.schools.map(schoolPlanJson), totals: gate.totals.map(totalJson) },
    coefficients: coefficients.map(({ stage, indicator, outcome, influences, plan, afterMarks }) => ({
      stage,
      indicator: indicator.indicator.id,
      limit: outcome?.limit.id ?? null,
      coefficient: number(indicator.coefficient),
      influences: influences.slice(0, MOVERS).map(({ school, share, isBelow }) => ({
        ...schoolJson(school),
        share: number(share),
        isBelow,
      })),
      plan: plan === null ? null : planJson(plan),
      afterMarks: number(afterMarks),
    })),
    composites: composites.map(({ stage, outcome, influences, mix, composite, cost, measure, alone }) => ({
      stage,
      limit: outcome.limit.id,
      influences: influences
        .slice(0, MOVERS)
        .map(({ school, share }) => ({ ...schoolJson(school), share: number(share) })),
      measure,
      mix: mix?.map(planJson) ?? null,
      composite: number(composite),
      cost: number(cost),
      alone: alone.map(({ indicator, plan }) => ({
        indicator: indicator.indicator.id,
        total: number(plan?.total ?? null),
        cost: number(plan?.cost ?? null),
      })),
    })),
    growth: growth.map(({ label, assessment, newlyMissed, newlyFailing }) => ({
      label,
      stages: assessment.stages.map(({ stage, composite, indicators }) => ({
        stage,
        composite: number(composite),
        coefficients: Object.fromEntries(
          indicators.map(({ indicator, coefficient }) => [indicator.id, number(coefficient)]),
        ),
      })),
      newlyMissed: newlyMissed.map(limitJson),
      newlyFailing: newlyFailing.map(schoolJson),
    })),
    missing: missing.map(({ stage, column, schools: holes }) => ({ stage, column, schools: holes.map(schoolJson) })),
  };
}

function planJson({ indicator, schools, total, coefficient, cost }: IndicatorPlan) {
  return {
    indicator: indicator.indicator.id,
    amount: indicator.indicator.amount,
    total: number(total),
    coefficient: number(coefficient),
    cost: number(cost),
    schools: schools.map(({ school, amount }) => ({ ...schoolJson(school), units: number(amount) })),
  };
}

function limitJson({ limit, school, actual, formula, verdict, because, gap }: LimitOutcome) {
  return {
    id: limit.id,
    indicator: limit.indicator,
    stage: limit.stage,
    school: school?.name ?? null,
    comparison: limit.comparison,
    limit: number(limit.value),
    actual: number(actual),
    formula,
    verdict,
    because,
    gap: number(gap),
    clause: limit.clause,
    confidence: limit.confidence,
  };
}

function schoolJson({ name, part, source }: SchoolRow) {
  return { name, part, sheet: source.sheet, row: source.row };
}

function number(value: Decimal | null): number | null {
  return value === null ? null : value.toSignificantDigits(DIGITS).toNumber();
}
