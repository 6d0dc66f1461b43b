import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, firstOf, gapOf, isFigure, passagesOf, sameUnit, spanOf } from './context.ts';
import type { Sum } from './relation.ts';

/** What opens the parts of a total: 43所：小学28所、…; 43所（小学28所…）; 其中小学28所. */
const OPENS = /^[^，。；、]{0,6}(?:[：:（(]|[，,；;]?其中)/;

/**
 * Totals that are redacted, with the parts that follow them: nothing can be worked out, and that is told, for silence would look
 * like a pass. Parts that are redacted beside a printed total are found with the other sums.
 */
export function findMaskedSums(report: Report): Sum[] {
  return passagesOf(report).flatMap(({ rows }) =>
    rows.flatMap((row, index): Sum[] => {
      const total = firstOf(row);
      if (row.members.length !== 1 || isFigure(total) || row.role !== 'level') return [];
      const parts = partsBehind(report, rows.slice(index + 1), row);
      if (parts.length < 2) return [];
      const partial = /其中/.test(gapOf(report, parts[0] as Row));
      return [
        {
          type: 'sum',
          assertion: 'implied',
          total,
          parts: parts.flatMap(({ members }) => members),
          partial,
          exhaustive: false,
          span: around(spanOf(row), spanOf(parts.at(-1) as Row)),
        },
      ];
    }),
  );
}

/** Rows joined by 、 and ， that tell values in the total's unit, the first one behind a mark that opens a list. */
function partsBehind(report: Report, behind: readonly Row[], total: Row): Row[] {
  const parts: Row[] = [];
  for (const row of behind) {
    const gap = gapOf(report, row);
    const joins = parts.length === 0 ? OPENS.test(gap) : /^[^。；：:]*[、，,]/.test(gap);
    if (!joins || row.role !== 'level' || /比|较|占|增|减/.test(clauseOf(row))) break;
    if (!sameUnit(firstOf(row).unit, firstOf(total).unit)) break;
    parts.push(row);
  }
  return parts;
}
