import type { Finding, Severity } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';
import { lineOf, lineText, oneLine, sectionPath } from '../places.ts';
import { excerpt } from './excerpt.ts';
import type { Paint, Tone } from './paint.ts';

const SEVERITY: Readonly<Record<Severity, { readonly word: string; readonly tone: Tone }>> = {
  error: { word: '错误', tone: 'error' },
  warning: { word: '提醒', tone: 'warning' },
  info: { word: '说明', tone: 'quiet' },
};
const MOST_OTHER_PLACES = 4;

/** A finding as paragraphs of a terminal: where, the words there, what is said about them, the arithmetic, the other places. */
export function findingText(report: Report, finding: Finding, paint: Paint): string[] {
  const { word, tone } = SEVERITY[finding.severity];
  const [place, ...others] = finding.spans;
  const where =
    place === undefined ? '全文' : [lineText(report, lineOf(report, place.start)), sectionPath(report, place)];
  const lines = [`${paint(tone, word)}　${[where].flat().filter(Boolean).join('　')}`];
  if (place !== undefined) lines.push(excerpt(report.manuscript, place, paint));
  lines.push(oneLine(finding.message));
  if (finding.evidence !== null) lines.push(paint('quiet', `算式：${oneLine(finding.evidence)}`));
  if (finding.suggestion !== null) lines.push(`建议：${oneLine(finding.suggestion) || '删去'}`);
  if (place !== undefined) lines.push(...otherPlaces(report, place, others, paint));
  return lines.map((line, index) => (index === 0 ? line : `  ${line}`));
}

/** Those in the line of the first place are seen with it; of the rest, one a line of the report is enough to find them. */
function otherPlaces(report: Report, first: Span, others: readonly Span[], paint: Paint): string[] {
  const seen = new Set([lineOf(report, first.start)]);
  const elsewhere = others.filter(({ start }) => {
    const line = lineOf(report, start);
    if (seen.has(line)) return false;
    seen.add(line);
    return true;
  });
  const told = elsewhere
    .slice(0, MOST_OTHER_PLACES)
    .map((span) => `另见${lineText(report, lineOf(report, span.start))}　${excerpt(report.manuscript, span, paint)}`);
  const rest = elsewhere.length - told.length;
  return rest > 0 ? [...told, `另有${rest}处从略`] : told;
}
