import type { InForce, Limit, Standard } from './standard.ts';

/** Whether something binds on a day (`YYYY-MM-DD`); with no day known, whether it binds still. */
export function isInForce({ from, until }: InForce, date: string | null): boolean {
  if (date === null) return until === null;
  return from <= date && (until === null || date <= until);
}

/** Whether a limit binds on a day: one without dates of its own binds as long as its standard. */
export function bindsOn(limit: Limit, date: string | null): boolean {
  return limit.effective === null || isInForce(limit.effective, date);
}

/**
 * A standard with the limits that bind on a day, and everywhere: a mark for one part of the country is left out, since nothing
 * tells where a county lies. A rule about limits keeps those that are left.
 */
export function asOf(standard: Standard, date: string | null): Standard {
  const limits = standard.limits.filter((limit) => limit.area === null && bindsOn(limit, date));
  const left = new Set(limits.map(({ id }) => id));
  const { schoolRule } = standard;
  return {
    ...standard,
    limits,
    schoolRule: schoolRule && { ...schoolRule, limits: schoolRule.limits.filter((id) => left.has(id)) },
  };
}
