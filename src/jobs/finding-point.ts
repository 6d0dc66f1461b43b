import type { Finding } from '../model/relation.ts';
import type { OpenPoint } from '../model/renewal.ts';

/**
 * What the check finds in a renewed text, as a point that is left to a person.
 * @param sentenceAt the sentence around an offset of that text; null where there is none
 */
export function findingPoint(finding: Finding, sentenceAt: (offset: number) => string | null): OpenPoint {
  const { severity, message, evidence } = finding;
  const span = finding.spans[0] ?? null;
  return {
    kind: 'finding',
    severity,
    name: null,
    before: null,
    after: null,
    message: evidence === null ? message : `${message}算式：${evidence}`,
    sentence: span === null ? null : sentenceAt(span.start),
    span,
  };
}
