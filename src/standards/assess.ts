import type { Dataset, SchoolPart, SchoolRow } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Assessment, LimitOutcome, SchoolRuleOutcome, StageAssessment } from './assessment.ts';
import { boundSchools } from './bound-schools.ts';
import { splitCombinedSchools } from './combined-schools.ts';
import { countyFigure, nameOf } from './county-figure.ts';
import { compositeCoefficient } from './difference-coefficient.ts';
import { indicatorOfStage, perPupilIndicatorOf, schoolsInScope, schoolValue } from './school-indicators.ts';
import type { Comparison, Confidence, Limit, Standard } from './standard.ts';

const STAGES: readonly SchoolPart[] = ['小学', '初中'];

/**
 * Holds a county's data against a standard: indicators of each school, difference coefficients, and every limit.
 *
 * Combined schools whose conditions are told as the whole school's are divided first.
 * Limits are tested on the exact value, not on the printed one: 0.6504 prints as 0.650 and is still over 0.65.
 */
export function assess(given: Dataset, standard: Standard): Assessment {
  const { schools: divided, splits, doubts } = splitCombinedSchools(given.schools);
  const dataset: Dataset = { ...given, schools: divided };
  const stages = STAGES.map((stage) => assessStage(dataset, standard, stage)).filter(
    ({ scope }) => scope.counted.length + scope.excluded.length > 0,
  );
  const ruled = new Set(standard.schoolRule?.limits ?? []);
  const county = standard.limits
    .filter(({ level }) => level === 'county')
    .map((limit) => countyOutcome(dataset, stages, limit));
  const schools = standard.limits
    .filter(({ level, id }) => level === 'school' && !ruled.has(id))
    .flatMap((limit) =>
      boundSchools(schoolsOf(stages, limit.stage), limit).map((school) => schoolOutcome(school, limit)),
    );
  const rule = stages.flatMap(({ scope, stage }) =>
    scope.counted.flatMap((school) => ruleOutcome(school, stage, standard) ?? []),
  );
  return {
    county: dataset.county,
    year: dataset.year,
    standard,
    stages,
    limits: [...county, ...schools],
    schools: rule,
    splits,
    doubts,
  };
}

/** Whether a value is on the right side of a limit. */
export function meets(value: Decimal, comparison: Comparison, limit: Decimal): boolean {
  switch (comparison) {
    case '>=':
      return value.gte(limit);
    case '<=':
      return value.lte(limit);
    case '>':
      return value.gt(limit);
    case '<':
      return value.lt(limit);
  }
}

function assessStage(dataset: Dataset, standard: Standard, stage: SchoolPart): StageAssessment {
  const scope = schoolsInScope(dataset.schools, stage, standard.excludes);
  const indicators = standard.coefficients.flatMap((id) => {
    const indicator = perPupilIndicatorOf(id);
    return indicator === undefined ? [] : [indicatorOfStage(scope.counted, indicator)];
  });
  const known = indicators.flatMap(({ coefficient }) => (coefficient === null ? [] : [coefficient]));
  const composite = known.length === indicators.length ? compositeCoefficient(known) : null;
  return { stage, scope, indicators, composite };
}

function countyOutcome(dataset: Dataset, stages: readonly StageAssessment[], limit: Limit): LimitOutcome {
  const figure = countyFigure(dataset, stages, limit.indicator, limit.stage);
  if (figure.value === null) return unknownOutcome(limit, null, `缺少${figure.missing.join('、')}`);
  return outcome(limit, null, figure.value, figure.formula);
}

function schoolOutcome(school: SchoolRow, limit: Limit): LimitOutcome {
  const indicator = perPupilIndicatorOf(limit.indicator);
  const value = indicator ? schoolValue(school, indicator) : (school.amounts.get(limit.indicator) ?? null);
  if (value !== null) return outcome(limit, school, value, null);
  const isPupils = indicator !== undefined && !school.amounts.has('pupils');
  return unknownOutcome(limit, school, `缺少${nameOf(isPupils ? 'pupils' : (indicator?.amount ?? limit.indicator))}`);
}

function ruleOutcome(school: SchoolRow, stage: SchoolPart, standard: Standard): SchoolRuleOutcome | null {
  const rule = standard.schoolRule;
  if (rule === null) return null;
  const limits = standard.limits.filter(
    ({ id, stage: of }) => rule.limits.includes(id) && (of === null || of === stage),
  );
  const outcomes = limits.map((limit) => schoolOutcome(school, limit));
  const unknown = outcomes.filter(({ actual }) => actual === null);
  const missed = outcomes.filter(({ actual, gap }) => actual !== null && gap !== null);
  const belowFloor = missed.filter(
    ({ limit, actual }) => limit.floor !== null && actual !== null && actual.lt(limit.value.times(limit.floor)),
  );
  const met = outcomes.length - missed.length - unknown.length;
  const lost = belowFloor.length > 0 || outcomes.length - missed.length < rule.atLeast;
  const passed = unknown.length === 0 && !lost;
  return {
    school,
    met,
    of: outcomes.length,
    missed,
    belowFloor,
    verdict: lost ? missedVerdict(rule.confidence) : passed ? 'holds' : 'unassessable',
    because: passed || lost ? null : [...new Set(unknown.map(({ because }) => because))].join('；'),
  };
}

function outcome(limit: Limit, school: SchoolRow | null, actual: Decimal, formula: string | null): LimitOutcome {
  const met = meets(actual, limit.comparison, limit.value);
  const gap = met ? null : actual.minus(limit.value).abs();
  return {
    limit,
    school,
    actual,
    formula,
    verdict: met ? 'holds' : missedVerdict(limit.confidence),
    because: null,
    gap,
  };
}

function unknownOutcome(limit: Limit, school: SchoolRow | null, because: string): LimitOutcome {
  return { limit, school, actual: null, formula: null, verdict: 'unassessable', because, gap: null };
}

/** A number that nobody is sure of may hint, never fail a county. */
function missedVerdict(confidence: Confidence): 'broken' | 'review' {
  return confidence === 'unsure' ? 'review' : 'broken';
}

function schoolsOf(stages: readonly StageAssessment[], stage: SchoolPart | null): SchoolRow[] {
  return stages
    .filter((assessed) => stage === null || assessed.stage === stage)
    .flatMap(({ scope }) => [...scope.counted]);
}
