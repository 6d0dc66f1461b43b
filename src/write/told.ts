import type { CheckResult } from '../check/index.ts';
import type { Finding, RelationType, Severity, Verdict } from '../model/relation.ts';

/** What people call the severities. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };

/** What people call the verdicts. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  holds: '相符',
  broken: '不符',
  review: '待核',
  unassessable: '无法判断',
};

/** What people call the relations. */
export const RELATION_WORDS: Readonly<Record<RelationType, string>> = {
  sum: '合计',
  difference: '相差',
  product: '相乘',
  quotient: '相除',
  share: '占比',
  growth: '增减',
  trend: '逐年变化',
  threshold: '达标',
  equal: '前后一致',
  'list-count': '项数',
  numbering: '序号',
  range: '合理范围',
  claim: '概括与数字',
};

/** The severities, the gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** `错误3处，提醒1处`. */
export function countedText(findings: readonly Finding[]): string {
  if (findings.length === 0) return '没有发现问题';
  return SEVERITIES.map((severity) => [SEVERITY_WORDS[severity], countOf(findings, severity)] as const)
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word}${count}处`)
    .join('，');
}

/** How many findings are of a severity. */
export function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

/** Why relations are to review or could not be judged, with the number of relations for each reason, in reading order. */
export function reasonsOf({ relations }: CheckResult, verdict: 'review' | 'unassessable'): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { verdict: own, because } of relations) {
    if (own === verdict && because !== null) counts.set(because, (counts.get(because) ?? 0) + 1);
  }
  return counts;
}
