import type { SchoolRow } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import type { LimitOutcome } from './assessment.ts';
import type { Comparison, Confidence, Limit } from './standard.ts';

/** Whether a value is on the right side of a limit. */
export function meets(value: Decimal, comparison: Comparison, limit: Decimal): boolean {
  switch (comparison) {
    case '>=':
      return value.gte(limit);
    case '<=':
      return value.lte(limit);
    case '>':
      return value.gt(limit);
    case '<':
      return value.lt(limit);
  }
}

/** A limit against a value that is known. */
export function outcome(limit: Limit, school: SchoolRow | null, actual: Decimal, formula: string | null): LimitOutcome {
  const met = meets(actual, limit.comparison, limit.value);
  const gap = met ? null : actual.minus(limit.value).abs();
  const verdict = met ? 'holds' : missedVerdict(limit.confidence);
  return { limit, school, actual, formula, verdict, because: null, gap };
}

/** A limit whose figure is not in the workbook. */
export function unknownOutcome(limit: Limit, school: SchoolRow | null, because: string): LimitOutcome {
  return { limit, school, actual: null, formula: null, verdict: 'unassessable', because, gap: null };
}

/** A number that nobody is sure of may hint, never fail a county. */
export function missedVerdict(confidence: Confidence): 'broken' | 'review' {
  return confidence === 'unsure' ? 'review' : 'broken';
}
