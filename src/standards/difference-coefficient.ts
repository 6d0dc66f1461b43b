import { Decimal } from '../model/decimal.ts';

/** What one school brings to a difference coefficient. */
export interface SchoolAmount {
  /** Registered pupils; greater than zero. */
  readonly pupils: Decimal;
  /** The raw amount (square metres, yuan, computers …), not the amount per pupil. */
  readonly amount: Decimal;
}

/** How unequal schools are in one indicator. */
export interface Spread {
  readonly pupils: Decimal;
  /** County mean per pupil: all amounts over all pupils, not the mean of the schools' values. */
  readonly mean: Decimal;
  /** Weighted standard deviation, per pupil. */
  readonly deviation: Decimal;
  /** deviation / mean. */
  readonly coefficient: Decimal;
}

/**
 * The difference coefficient (差异系数) of one indicator among the schools of one stage, weighted by pupils.
 *
 *     Xi = xi / Pi     X̄ = Σxi / PN     S = √( Σ (Pi/PN)·(Xi − X̄)² )     CV = S / X̄
 *
 * Source: 《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号）附件二; the same formula serves 教督〔2017〕6号.
 * The unweighted deviation looks alike and is wrong: it lets a small school weigh as much as a large one, and can turn a fail
 * (0.5153) into a pass (0.4888).
 *
 * Computed as CV² = Σ (xi·PN − Σx·Pi)² / (Pi·PN·(Σx)²), which is the same by algebra: its numerators need no division, so schools
 * that are equal give exactly zero and not the leftovers of a third that was cut at the fortieth digit.
 *
 * @param schools raw amounts and pupils of the schools in scope; any unit, the coefficient has none
 * @returns null where there is no school, or nothing to share out (the mean is zero), or a school without pupils
 */
export function differenceCoefficient(schools: readonly SchoolAmount[]): Spread | null {
  let pupils = new Decimal(0);
  let amounts = new Decimal(0);
  for (const school of schools) {
    if (school.pupils.lte(0)) return null;
    pupils = pupils.plus(school.pupils);
    amounts = amounts.plus(school.amount);
  }
  if (amounts.lte(0)) return null;
  let sum = new Decimal(0);
  for (const school of schools) {
    const apart = school.amount.times(pupils).minus(amounts.times(school.pupils));
    sum = sum.plus(apart.times(apart).div(school.pupils));
  }
  const coefficient = sum.div(pupils.times(amounts).times(amounts)).sqrt();
  const mean = amounts.div(pupils);
  return { pupils, mean, deviation: coefficient.times(mean), coefficient };
}

/**
 * The composite difference coefficient (综合差异系数): the arithmetic mean of the single ones of a stage.
 *
 * @param coefficients those of all indicators that the standard counts; a missing one is no zero, so ask only when all are known
 * @returns null for an empty list
 */
export function compositeCoefficient(coefficients: readonly Decimal[]): Decimal | null {
  if (coefficients.length === 0) return null;
  const sum = coefficients.reduce((total, coefficient) => total.plus(coefficient), new Decimal(0));
  return sum.div(coefficients.length);
}
