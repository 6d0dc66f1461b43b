import { indicatorOf } from '../vocabulary/index.ts';
import type { Name } from './name.ts';
import type { NamedRun } from './naming.ts';
import type { Run } from './run.ts';

/** The unit of a run that prints none: its name's, the bracket's head's, or its neighbours'; null for a bare coefficient. */
export function unitFor(
  run: Run,
  name: Name | null,
  head: NamedRun | undefined,
  previous: NamedRun | undefined,
  runs: readonly Run[],
): string | null {
  const printed = run.members.findLast((member) => member.unit !== null)?.unit;
  if (printed) return printed;
  const known = indicatorOf(name?.indicator ?? null);
  if (known && known.kind !== 'count') return known.unit;
  const label = name?.label ?? '';
  if (/系数/.test(label)) return null;
  if (/率$|比例$/.test(label)) return '%';
  if (/(?:师生|生师|生机|机生|班师)比$/.test(label)) return '比';
  const headUnit = head?.unit ?? head?.run.members[0]?.unit;
  if (headUnit) return headUnit;
  if (known) return known.unit;
  const first = run.members[0];
  if (first?.type === 'quantity' && first.place < 0) return null;
  const before = previous?.unit ?? previous?.run.members[0]?.unit ?? null;
  if (before && previous?.run.members[0]?.kind === 'count') return before;
  const after = runs[runs.indexOf(run) + 1]?.members[0];
  return after?.type === 'quantity' && after.kind === 'count' ? after.unit : null;
}
