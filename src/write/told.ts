import type { CheckResult } from '../check/index.ts';
import type { Finding, Severity } from '../model/relation.ts';

/** What people call the severities. */
export const SEVERITY_WORDS: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒', info: '说明' };

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
