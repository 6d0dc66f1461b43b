import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { gapOf, isFigure, onlyFigure, sameUnit } from './context.ts';
import { addable, AMONG, isEach } from './parts.ts';
import type { Range, Sum } from './relation.ts';
import { addsUp, part, sum } from './told-sums.ts';

/**
 * Several totals and as many parts, dealt out one by one: 小学、初中分别有教师62名、34名，其中专职教师小学24名、初中16名;
 * 建成a、b、c，其中2021年分别为x、y、z. Null where the rows are no such pairs; an empty list where several totals stand
 * there and the parts are told of none of them in particular.
 */
export function dealtParts(report: Report, before: readonly Row[], list: readonly Row[]): Range[] | null {
  const first = list[0];
  if (!first) return null;
  const totals = lastTotals(report, before);
  if (first.members.length > 1 && first.members.length === totals.length) {
    const fits = first.members.every((member, index) => isPartOf(report, totals[index], member, first));
    return fits ? first.members.flatMap((member, index) => part(totals[index] as Figure, member)) : null;
  }
  const row = before.at(-1);
  if (!row || row.members.length < 2) return null;
  const stages = list.slice(0, row.members.length);
  const dealt =
    stages.length === row.members.length &&
    stages.every((other, index) => onlyFigure(other)?.stage && onlyFigure(other)?.stage === row.stages[index]);
  if (!dealt) return [];
  return stages.flatMap((other, index) => {
    const [member] = other.members;
    const total = row.members[index];
    return member && total && isFigure(total) && addable(report, total, other) ? part(total, member) : [];
  });
}

/** The members of the last row, or of the last rows that 、 joins. */
export function lastTotals(report: Report, before: readonly Row[]): (Figure | Mask)[] {
  const last = before.at(-1);
  if (!last || last.members.length > 1) return [...(last?.members ?? [])];
  const totals: (Figure | Mask)[] = [];
  for (const row of before.toReversed()) {
    if (row.members.length > 1) break;
    totals.unshift(...row.members);
    if (!/^[^，,；;。：:（）()]*[、和及与]/.test(gapOf(report, row))) break;
  }
  return totals;
}

function isPartOf(report: Report, total: Figure | Mask | undefined, member: Figure | Mask, row: Row): boolean {
  return (
    total !== undefined &&
    isFigure(total) &&
    sameUnit(total.unit, member.unit) &&
    (!isFigure(member) || member.kind === total.kind) &&
    row.role === 'level' &&
    !isEach(report, row)
  );
}

/** Of how many units a row of totals may be: 项目43个、53930平方米、1.2亿元. */
const MOST_UNITS = 3;
const JOINT = /^[^，,；;。：:（）()\d]{0,4}[、，,][^，,；;。、]{0,6}$/;

/**
 * 项目43个、53930平方米，其中新建15个、28640平方米，改建17个、15870平方米: totals of several units and parts that take
 * turns in the same units. Each unit has a sum of its own.
 */
export function interleavedSums(report: Report, rows: readonly Row[]): Sum[] {
  const opening = rows.findIndex((row, index) => index > 1 && AMONG.test(gapOf(report, row)));
  if (opening < 0) return [];
  const totals: Figure[] = [];
  for (const row of rows.slice(Math.max(0, opening - MOST_UNITS), opening).toReversed()) {
    const total = onlyFigure(row);
    if (!total || row.role !== 'level' || row.head) break;
    if (totals.some((other) => sameUnit(other.unit, total.unit))) break;
    totals.unshift(total);
    if (!JOINT.test(gapOf(report, row))) break;
  }
  if (totals.length < 2) return [];
  const turns: Row[][] = [];
  for (let at = opening; at + totals.length <= rows.length; at += totals.length) {
    const turn = rows.slice(at, at + totals.length);
    if (at > opening && /[；;。]/.test(gapOf(report, turn[0] as Row))) break;
    const fits = turn.every(
      (row, index) =>
        onlyFigure(row) !== null &&
        addable(report, totals[index] as Figure, row) &&
        (index === 0 || JOINT.test(gapOf(report, row))),
    );
    if (!fits) break;
    turns.push(turn);
  }
  if (turns.length < 2) return [];
  const sums = totals.map((total, index) =>
    sum(
      total,
      turns.flatMap((turn) => turn[index]?.members ?? []),
      true,
      'stated',
    ),
  );
  // where the turns are all there is of one unit, they are all there is of the others
  const exhaustive = sums.some(({ total, parts }) => addsUp(total, parts));
  return sums.map((told) => ({ ...told, exhaustive }));
}
