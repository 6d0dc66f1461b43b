import type { SchoolRow } from '../model/dataset.ts';
import type { LimitOutcome, SchoolRuleOutcome } from './assessment.ts';
import { meets } from './limit-outcome.ts';
import { measureOf } from './school-measure.ts';
import type { Relief, Standard } from './standard.ts';

/** A relief, and the schools below a mark that it may ease. */
export interface ReliefHint {
  readonly relief: Relief;
  readonly schools: readonly SchoolRow[];
}

/**
 * For each relief of a standard the schools that miss a mark which it eases, that fulfil what the school table can tell of its
 * condition, and that reach the eased mark where there is one. The rest of the condition (built when, which part of a city) only
 * people know, so that a relief hints and never changes a verdict.
 */
export function reliefHints(
  { reliefs }: Standard,
  limits: readonly LimitOutcome[],
  rules: readonly SchoolRuleOutcome[],
): ReliefHint[] {
  const missed = [...limits, ...rules.filter(({ verdict }) => verdict !== 'holds').flatMap((one) => one.missed)].filter(
    ({ school, gap }) => school !== null && gap !== null,
  );
  return reliefs.flatMap((relief): ReliefHint[] => {
    const schools = missed.flatMap(({ school, limit, actual }) => {
      if (school === null || actual === null || !relief.limits.includes(limit.id)) return [];
      const isOfKind = relief.conditions.every(({ indicator, comparison, value }) => {
        const measure = measureOf(school, indicator);
        return measure.value !== null && meets(measure.value, comparison, value);
      });
      return isOfKind && (relief.value === null || meets(actual, limit.comparison, relief.value)) ? [school] : [];
    });
    const once = schools.filter(
      (school, at) => schools.findIndex(({ name, part }) => name === school.name && part === school.part) === at,
    );
    return once.length === 0 ? [] : [{ relief, schools: once }];
  });
}
