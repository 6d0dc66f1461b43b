import type { SchoolPart, SchoolRow } from '../model/dataset.ts';
import { nameOf } from './amount-name.ts';
import type { LimitOutcome, SchoolRuleOutcome } from './assessment.ts';
import { missedVerdict, outcome, unknownOutcome } from './limit-outcome.ts';
import { inputsOf, measureOf } from './school-measure.ts';
import type { Limit, Standard } from './standard.ts';

/** One school against one mark. */
export function schoolOutcome(school: SchoolRow, limit: Limit): LimitOutcome {
  const measure = measureOf(school, limit.indicator);
  if (measure.value === null) return unknownOutcome(limit, school, `缺少${nameOf(measure.missing)}`);
  return outcome(limit, school, measure.value, measure.formula);
}

/**
 * Whether a mark has something to measure in a school: the size of a room that the school does not have is not missing, the room is,
 * and another mark says so.
 */
export function bindsSchool(school: SchoolRow, limit: Limit): boolean {
  const [input = ''] = inputsOf(limit.indicator);
  const rooms = /^smallest-(.+)-room-area$/u.exec(input)?.[1];
  return rooms === undefined || !school.amounts.get(`${rooms}-rooms`)?.isZero();
}

/** One school against the rule “at least n of m marks, the rest at the floor”; null where the standard has no such rule. */
export function ruleOutcome(
  school: SchoolRow,
  stage: SchoolPart,
  { schoolRule, limits: all }: Pick<Standard, 'schoolRule' | 'limits'>,
): SchoolRuleOutcome | null {
  if (schoolRule === null) return null;
  const limits = all.filter(({ id, stage: of }) => schoolRule.limits.includes(id) && (of === null || of === stage));
  const outcomes = limits.map((limit) => schoolOutcome(school, limit));
  const unknown = outcomes.filter(({ actual }) => actual === null);
  const missed = outcomes.filter(({ actual, gap }) => actual !== null && gap !== null);
  // a share of a mark that must not be exceeded says nothing, so that only marks to be reached have a floor
  const belowFloor = missed.filter(
    ({ limit, actual }) =>
      limit.floor !== null && limit.comparison.startsWith('>') && actual?.lt(limit.value.times(limit.floor)),
  );
  const met = outcomes.length - missed.length - unknown.length;
  const lost = belowFloor.length > 0 || outcomes.length - missed.length < schoolRule.atLeast;
  const passed = unknown.length === 0 && !lost;
  return {
    school,
    met,
    of: outcomes.length,
    outcomes,
    missed,
    belowFloor,
    verdict: lost ? missedVerdict(schoolRule.confidence) : passed ? 'holds' : 'unassessable',
    because: passed || lost ? null : [...new Set(unknown.map(({ because }) => because))].join('；'),
  };
}
