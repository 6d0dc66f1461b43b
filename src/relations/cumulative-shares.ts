import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, isFigure, onlyFigure, passagesOf } from './context.ts';
import type { Operand, Range, Share, Sum } from './relation.ts';
import { addsUp } from './told-sums.ts';

/** 本科及以上学历占73.5%: the step of a list down to which the share reaches. */
const DOWN_TO = /([^，。；、及]{2,6})及以上[^，。；]{0,8}占/;

/**
 * 研究生59人，本科2105人，专科762人…，本科及以上学历占73.5%: a share of the steps from the first one down to the one named, of
 * the total that the list adds up to.
 */
export function findCumulativeShares(report: Report, sums: readonly (Sum | Range)[]): Share[] {
  const lists = new Map<number, Sum[]>();
  const rowOf = new Map<Operand, Row>();
  for (const { rows } of passagesOf(report))
    for (const row of rows) for (const member of row.members) if (isFigure(member)) rowOf.set(member, row);
  for (const told of sums) {
    const row = told.type === 'sum' && addsUp(told.total, told.parts) ? rowOf.get(told.parts[0] as Operand) : undefined;
    if (row && told.type === 'sum') lists.set(row.sentence, [...(lists.get(row.sentence) ?? []), told]);
  }
  const found: Share[] = [];
  for (const row of report.rows) {
    const known = row.role === 'share' ? lists.get(row.sentence) : undefined;
    const share = known ? onlyFigure(row) : null;
    const step = share ? DOWN_TO.exec(clauseOf(row))?.[1] : undefined;
    if (!known || !share || !step) continue;
    for (const { total, parts } of known) {
      const at = parts.findIndex((member) => clauseOf(rowOf.get(member) as Row).includes(step));
      if (at < 1 || at === parts.length - 1) continue;
      found.push({
        type: 'share',
        assertion: 'possible',
        parts: parts.slice(0, at + 1),
        whole: total,
        share,
        span: around(share.span),
      });
    }
  }
  return found;
}
