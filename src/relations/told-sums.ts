import type { Figure } from '../model/figure.ts';
import type { Row } from '../model/report.ts';
import { around } from './context.ts';
import { mayOverlap } from './dimensions.ts';
import type { Operand, Range, Sum } from './relation.ts';

/** How far a whole told with 约 may lie from the exact number of the same thing. */
const SAME = 0.05;

/** Parts and their total as a relation. */
export function sum(total: Figure, parts: readonly Operand[], partial: boolean, assertion: Sum['assertion']): Sum {
  return {
    type: 'sum',
    assertion,
    total,
    parts,
    partial,
    exhaustive: false,
    span: around(total.span, ...parts.flatMap((operand) => operand.span ?? [])),
  };
}

/** A part that may not exceed its whole. 约4.4万人，其中44218人 tells one number twice: nothing is asserted. */
export function part(total: Figure, member: Operand): Range[] {
  if (total.bound === '~' && 'id' in member && member.value.minus(total.value).abs().lt(total.value.abs().times(SAME)))
    return [];
  return [
    {
      type: 'range',
      assertion: 'stated',
      part: member,
      whole: total,
      reason: '其中数不应超过总数',
      kind: 'part',
      span: around(total.span, member.span ?? total.span),
    },
  ];
}

/** Parts after 其中; what may be counted in two of them is held against the whole part by part, unless it adds up. */
export function amongSum(total: Figure, rows: readonly Row[], exhaustive: boolean, complete = false): (Sum | Range)[] {
  const members = rows.flatMap((row) => row.members);
  if (mayOverlap(rows) && !addsUp(total, members)) return members.flatMap((member) => part(total, member));
  return [{ ...sum(total, members, true, 'stated'), exhaustive, complete }];
}

/** Whether the parts make the total to the last digit. */
export function addsUp(total: Operand, parts: readonly Operand[]): boolean {
  if (!('id' in total)) return false;
  let rest = total.value;
  for (const member of parts) {
    if (!('id' in member)) return false;
    rest = rest.minus(member.value);
  }
  return rest.isZero();
}
