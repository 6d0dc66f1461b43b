import type { Head } from '../model/table.ts';

/** A header with what it takes from the one before it. */
export interface AxisHead extends Head {
  /** What a part (其中：女生) is a part of; empty where the other axis names it. */
  readonly whole: string;
}

/**
 * Headers of one axis in order. A 其中 is told of what stands before it, with its unit and time; a rate of change or a share
 * without a name is that of the value before it.
 */
export function axisOf(heads: readonly Head[]): AxisHead[] {
  const done: AxisHead[] = [];
  let level: AxisHead | null = null;
  for (const head of heads) {
    const lent: AxisHead = head.among ? part(head, level) : named(head, level);
    done.push(lent);
    if (!lent.among && lent.role === 'level' && !lent.silent) level = lent;
  }
  return done;
}

function part(head: Head, whole: AxisHead | null): AxisHead {
  // under a merged title the path itself says what the part belongs to
  const within = head.path.length > 1 ? head.path.slice(0, -1).join('') : '';
  return {
    ...head,
    name: head.name === '' ? (whole?.name ?? '') : head.name,
    whole: within !== '' && head.name.startsWith(within) ? '' : (whole?.name ?? ''),
    units: head.units.length > 0 ? head.units : (whole?.units ?? []),
    period: head.period ?? whole?.period ?? null,
    stages: head.stages.length > 0 ? head.stages : (whole?.stages ?? []),
  };
}

function named(head: Head, level: AxisHead | null): AxisHead {
  const lends = head.name === '' && (head.role === 'change-rate' || head.role === 'change' || head.role === 'share');
  if (!lends || !level || level.entity) return { ...head, whole: '' };
  return { ...head, whole: '', name: level.name, stages: head.stages.length > 0 ? head.stages : level.stages };
}
