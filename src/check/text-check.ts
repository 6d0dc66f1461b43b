import type { Finding } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import { textContextOf } from './text-context.ts';
import { TEXT_RULES } from './text-rules/index.ts';

/** The defects of a report's wording, in the order of the text. */
export function textFindings(report: Report): Finding[] {
  const context = textContextOf(report);
  return TEXT_RULES.flatMap((rule) =>
    rule.find(context).map((defect) => ({
      rule: rule.id,
      type: rule.type,
      severity: defect.severity ?? rule.severity,
      message: defect.message,
      evidence: null,
      stated: null,
      computed: null,
      suggestion: defect.suggestion,
      figures: [],
      spans: defect.spans,
    })),
  ).sort((a, b) => a.spans[0].start - b.spans[0].start);
}
