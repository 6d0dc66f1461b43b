import type { Severity } from '../../model/relation.ts';
import type { FindingView } from '../worker/protocol.ts';

/** Which findings are listed. */
export interface FindingFilter {
  /** Severities that are left out. */
  readonly without: readonly Severity[];
  /** Id of a rule; empty for all. */
  readonly rule: string;
  /** A heading of the first level; empty for all. */
  readonly section: string;
  readonly state: 'not-dismissed' | 'open' | 'accepted' | 'dismissed';
}

export const NO_FILTER: FindingFilter = { without: [], rule: '', section: '', state: 'not-dismissed' };

export const STATE_WORDS: Readonly<Record<FindingFilter['state'], string>> = {
  'not-dismissed': '未排除的',
  open: '还没有处理的',
  accepted: '属实的',
  dismissed: '已排除的',
};

/** The findings that a filter lets through. */
export function filtered(findings: readonly FindingView[], filter: FindingFilter): FindingView[] {
  return findings.filter(
    ({ severity, rule, section, state }) =>
      !filter.without.includes(severity) &&
      (filter.rule === '' || rule.id === filter.rule) &&
      (filter.section === '' || section === filter.section) &&
      (filter.state === 'not-dismissed' ? state !== 'dismissed' : state === filter.state),
  );
}

/** The rules that have found something, the most frequent first, with how often. */
export function rulesOf(
  findings: readonly FindingView[],
): { readonly id: string; readonly title: string; readonly count: number }[] {
  const found = new Map<string, { id: string; title: string; count: number }>();
  for (const { rule } of findings) {
    const one = found.get(rule.id) ?? { id: rule.id, title: rule.title, count: 0 };
    one.count += 1;
    found.set(rule.id, one);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}
