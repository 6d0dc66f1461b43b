import type { SchoolRow } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { IndicatorOfStage } from '../school-indicators.ts';

/** How much of a coefficient a school accounts for. */
export interface Influence {
  readonly school: SchoolRow;
  /** Of CV², between 0 and 1; those of all schools make up one. */
  readonly share: Decimal;
  /** Whether it stands below the mean; what is far above it moves the coefficient as well. */
  readonly isBelow: boolean;
}

/**
 * Which schools move a coefficient most, by their terms (Pi/PN)·(Xi − X̄)² as shares of the sum.
 *
 * Shares, and not the coefficient without the school: they add up to one, they speak of the county as it is, and a school cannot be
 * taken out of it. Leaving one out also moves the mean, so that the differences add up to nothing that one could explain.
 *
 * @returns by share, the largest first; empty where the coefficient is zero or not known
 */
export function influences({ values, mean, coefficient }: IndicatorOfStage): Influence[] {
  if (mean === null || coefficient === null || coefficient.isZero()) return [];
  const terms = values.map(({ school, difference }) => ({
    school,
    isBelow: difference.lt(0),
    term: difference.times(difference).times(school.amounts.get('pupils') ?? 0),
  }));
  const sum = terms.reduce((total, { term }) => total.plus(term), new Decimal(0));
  if (sum.isZero()) return [];
  return terms
    .map(({ school, isBelow, term }) => ({ school, isBelow, share: term.div(sum) }))
    .sort((a, b) => b.share.comparedTo(a.share));
}

/** How much of a composite a school accounts for: its shares of the single coefficients, weighted by these. */
export function compositeInfluences(
  indicators: readonly IndicatorOfStage[],
): { readonly school: SchoolRow; readonly share: Decimal }[] {
  const sums = new Map<SchoolRow, Decimal>();
  let all = new Decimal(0);
  for (const indicator of indicators) {
    const { coefficient } = indicator;
    if (coefficient === null) return [];
    all = all.plus(coefficient);
    for (const { school, share } of influences(indicator)) {
      sums.set(school, (sums.get(school) ?? new Decimal(0)).plus(share.times(coefficient)));
    }
  }
  if (all.isZero()) return [];
  return [...sums]
    .map(([school, sum]) => ({ school, share: sum.div(all) }))
    .sort((a, b) => b.share.comparedTo(a.share));
}
