import type { Report } from '../model/report.ts';
import { findAlls } from './alls.ts';
import { findAnnouncedLists } from './announced-lists.ts';
import { findChangeTotals } from './change-totals.ts';
import { findClaims } from './claims.ts';
import { findCumulativeShares } from './cumulative-shares.ts';
import { findDifferences } from './differences.ts';
import { findEquals } from './equals.ts';
import { findFormulas } from './formulas.ts';
import { findGranularity } from './granularity.ts';
import { findGrowths } from './growths.ts';
import { findImplied } from './implied.ts';
import { findValueLists } from './list-counts.ts';
import { findListedBehind } from './listed-behind.ts';
import { findMaskedSums } from './masked-sums.ts';
import { findMultiples } from './multiples.ts';
import { findNumberings } from './numberings.ts';
import { findProducts } from './products.ts';
import { findQuotients } from './quotients.ts';
import { findRanges } from './ranges.ts';
import { findRatios } from './ratios.ts';
import type { Relation } from './relation.ts';
import { findShares } from './shares.ts';
import { findStageTotals } from './stage-totals.ts';
import { findSums } from './sums.ts';
import { findTables } from './tables.ts';
import { findThresholds } from './thresholds.ts';
import { findTrends } from './trends.ts';
import { findYearChanges } from './year-changes.ts';

export { passagesOf } from './context.ts';
export { onePlaceAt } from './one-place.ts';
export { type StateClaim, stateClaims, tellsOther } from './states.ts';
export type * from './relation.ts';

/** What a report asserts between its figures: found, not judged; renewing recomputes along the same relations. */
export function relationsOf(report: Report): Relation[] {
  const trends = findTrends(report);
  const sums = findSums(report);
  return [
    ...sums,
    ...findMaskedSums(report),
    ...findCumulativeShares(report, sums),
    ...findStageTotals(report),
    ...findDifferences(report),
    ...findYearChanges(report),
    ...findChangeTotals(report),
    ...findQuotients(report),
    ...findMultiples(report),
    ...findRatios(report),
    ...findFormulas(report),
    ...findImplied(report),
    ...findProducts(report),
    ...findShares(report),
    ...findGranularity(report),
    ...findAlls(report),
    ...findGrowths(report),
    ...findTables(report),
    ...trends,
    ...findThresholds(report),
    ...findEquals(report),
    ...findValueLists(report),
    ...findAnnouncedLists(report),
    ...findListedBehind(report),
    ...findNumberings(report),
    ...findRanges(report),
    ...findClaims(report, trends),
  ];
}
