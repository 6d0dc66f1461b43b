import type { Dataset, SchoolPart, SchoolRow } from '../model/dataset.ts';
import type { Assessment, LimitOutcome, StageAssessment } from './assessment.ts';
import { boundSchools } from './bound-schools.ts';
import { splitCombinedSchools } from './combined-schools.ts';
import { countyFigure } from './county-figure.ts';
import { deduct } from './deduct.ts';
import { compositeCoefficient } from './difference-coefficient.ts';
import { doubted } from './doubted.ts';
import { assessGate } from './gate.ts';
import { itemOutcomes } from './item-outcomes.ts';
import { outcome, unknownOutcome } from './limit-outcome.ts';
import { reliefHints } from './relief-hints.ts';
import { retentionNotes } from './retention.ts';
import { indicatorOfStage, perPupilIndicatorOf, schoolsInScope } from './school-indicators.ts';
import { bindsSchool, ruleOutcome, schoolOutcome } from './school-outcomes.ts';
import type { Limit, Standard } from './standard.ts';
import { assessWork } from './work.ts';
import { yearOutcomes } from './yearly.ts';

export { meets } from './limit-outcome.ts';

const STAGES: readonly SchoolPart[] = ['小学', '初中'];

/**
 * Holds a county's data against a standard: indicators of each school, difference coefficients, every limit, the province's gate where
 * the standard asks for it, the work scores, rules over years, and what all this says of each item.
 *
 * Combined schools whose conditions are told as the whole school's are divided first, and what the standard does not count is taken
 * off. Limits are tested on the exact value, not on the printed one: 0.6504 prints as 0.650 and is still over 0.65.
 */
export function assess(given: Dataset, standard: Standard): Assessment {
  const { schools: divided, splits, doubts } = splitCombinedSchools(given.schools);
  const { schools: counted, notes } = deduct(divided, standard.deductions ?? []);
  const dataset: Dataset = { ...given, schools: counted };
  const stages = STAGES.map((stage) => assessStage(dataset, standard, stage)).filter(
    ({ scope }) => scope.counted.length + scope.excluded.length > 0,
  );
  const ruled = new Set(standard.schoolRule?.limits ?? []);
  const gate = standard.limits.some(({ indicator }) => indicator === 'standard-attainment-rate')
    ? assessGate(dataset, stages)
    : null;
  const work = assessWork(dataset, standard);
  const county = standard.limits
    .filter(({ level }) => level === 'county')
    .map((limit) => doubted(countyOutcome(dataset, stages, limit), gate, work));
  const schools = standard.limits
    .filter(({ level, id }) => level === 'school' && !ruled.has(id))
    .flatMap((limit) =>
      boundSchools(schoolsOf(stages, limit.stage), limit)
        .filter((school) => bindsSchool(school, limit))
        .map((school) => schoolOutcome(school, limit)),
    );
  const rule = stages.flatMap(({ scope, stage }) =>
    scope.counted.flatMap((school) => ruleOutcome(school, stage, standard) ?? []),
  );
  const limits = [...county, ...schools];
  const years = yearOutcomes(dataset, stages, standard);
  return {
    county: dataset.county,
    year: dataset.year,
    standard,
    stages,
    limits,
    schools: rule,
    splits,
    doubts,
    gate,
    work,
    years,
    items: itemOutcomes(standard, { limits, years }),
    reliefs: reliefHints(standard, limits, rule),
    notes: [...notes, ...retentionNotes(dataset, standard.limits)],
  };
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
  const figure = countyFigure(dataset, stages, limit);
  if (figure.value === null) return unknownOutcome(limit, null, `缺少${figure.missing.join('、')}`);
  return outcome(limit, null, figure.value, figure.formula);
}

function schoolsOf(stages: readonly StageAssessment[], stage: SchoolPart | null): SchoolRow[] {
  return stages
    .filter((assessed) => stage === null || assessed.stage === stage)
    .flatMap(({ scope }) => [...scope.counted]);
}
