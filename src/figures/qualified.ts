import type { Name } from './name.ts';
import type { NamedRun } from './naming.ts';
import type { Run } from './run.ts';

/** 骨干教师298人，占专任教师2076人的14.4%: the share is of the part before the whole. */
export function shareOfCounted(text: string, run: Run, before: readonly NamedRun[]): Name | null {
  const whole = before.at(-1);
  if (run.members[0]?.kind !== 'percent' || run.clauses.length > 1 || !whole?.name) return null;
  if (text[run.gap.end - 1] !== '的' || !/^(?:分别|约|也)?占/.test(whole.run.clauses.at(-1) ?? '')) return null;
  const part = before.slice(0, -1).findLast((item) => item.role === 'level')?.name;
  const label = `${part?.label ?? ''}占${whole.scope ?? ''}${whole.name.label}比例`;
  return { label, indicator: `text:${label}`, scope: null };
}

const AGES = /^(?:\d[\d至到~—–-]*周?岁(?:及?以上|及?以下|以内)?)+/;

/** 不足100人的学校仍有9所, 达到85%以上的学校占…: a number right before 的 narrows what is counted behind it. */
export function qualified(text: string, run: Run, previous: NamedRun | undefined, name: Name | null): Name | null {
  const gap = text.slice(run.gap.start, run.gap.end);
  if (!previous || !name || run.clauses.length > 1) return name;
  const last = previous.run.members.at(-1);
  const bound = /^(?:及)?(?:以上|以下|以内|左右)?/.exec(gap)?.[0] ?? '';
  // 36至50岁2016人, 46人以上班级68个: an age or a limit right before a count narrows it, with 的 or without
  const limits = /^周?岁$/.test(last?.unit ?? '') || /^及?以[上下]$/.test(bound);
  if (limits && run.members[0]?.kind === 'count' && /^[^，。；、]*$/.test(gap)) {
    const label = `${text.slice(last?.start ?? 0, run.gap.start)}${bound}${name.label.replace(AGES, '')}`;
    return { label, indicator: `text:${label}`, scope: name.scope };
  }
  if (gap[bound.length] !== '的') return name;
  const label = `${text.slice(last?.start ?? 0, run.gap.start)}${name.label}`;
  return { label, indicator: `text:${label}`, scope: name.scope };
}
