import type { NamedRun } from './naming.ts';
import type { Before } from './role.ts';
import type { Run } from './run.ts';

/** The values and the limit before a run that may make a limit or an excess of it. */
export function standing(text: string, run: Run, before: readonly NamedRun[]): Before {
  const size = run.members.length;
  const unit = run.members[0]?.unit;
  const levels = before.filter((item) => item.role === 'level' && unitOf(item) === unit);
  const previous = before.at(-1);
  const gap = text.slice(run.gap.start, run.gap.end);
  return {
    levels:
      size > 1 &&
      (levels.at(-1)?.run.members.length === size ||
        levels.filter((item) => item.run.members.length === 1).length >= size),
    value:
      size === 1 &&
      previous?.role === 'level' &&
      previous.run.head === run.head &&
      unitOf(previous) === unit &&
      previous.run.period === run.period &&
      /^[，,]?[^，,；;。：:（(]*$/.test(gap),
    limit:
      run.clauses.length === 1 &&
      previous?.role === 'limit' &&
      previous.run.members.length === size &&
      unitOf(previous) === unit,
  };
}

/** 小学为0、初中为0.3%: the unit that a bare number takes from its name counts as printed. */
function unitOf(item: NamedRun): string | null {
  return item.unit ?? item.run.members[0]?.unit ?? null;
}
