import type { Decimal } from './decimal.ts';

/** A closed interval of decimals, `low <= high`; what a printed figure may stand for. */
export interface Interval {
  readonly low: Decimal;
  readonly high: Decimal;
}
