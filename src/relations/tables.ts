import type { Report } from '../model/report.ts';
import type { Relation } from './relation.ts';
import { tableGrowths } from './table-rates.ts';
import { tableRatios } from './table-ratios.ts';
import { tableShares } from './table-shares.ts';
import { nestedSums, tableParts, tableSums } from './table-sums.ts';
import { viewsOf } from './table-view.ts';

/** What the tables of a report assert: totals of rows and columns, parts of a whole, growth and shares. */
export function findTables(report: Report): Relation[] {
  return report.tables.flatMap((table) =>
    viewsOf(table).flatMap((view) => [
      ...tableSums(view),
      ...nestedSums(view),
      ...tableParts(view),
      ...tableGrowths(view),
      ...tableShares(view),
      ...tableRatios(view),
    ]),
  );
}
