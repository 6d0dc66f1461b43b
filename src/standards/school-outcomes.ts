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
  const rooms = input.replace(/^smallest-(.+)-room-area$/u, '$1-rooms');
  return rooms === input || !school.amounts.get(rooms)?.isZero();
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
  const missed = outcomes.filter(({ gap }) => gap !== null);
  // what is over a mark that must not be exceeded is over any share of it, so that only marks to be reached have a floor
  const belowFloor = missed.filter(
    ({ limit, actual }) => limit.floor !== null && actual?.lt(limit.value.times(limit.floor)),
  );
  const met = outcomes.length - missed.length - unknown.length;
  const lost = belowFloor.length > 0 || outcomes.length - missed.length < schoolRule.atLeast;
  const isKnown = unknown.length === 0;
  return {
    school,
    met,
    of: outcomes.length,
    outcomes,
    missed,
    belowFloor,
    verdict: lost ? missedVerdict(schoolRule.confidence) : isKnown ? 'holds' : 'unassessable',
    because: lost || isKnown ? null : [...new Set(unknown.map(({ because }) => because))].join('；'),
  };
}
