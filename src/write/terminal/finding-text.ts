import type { Finding, Severity } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { CheckedReport } from '../checked-report.ts';
import { excerpt } from '../excerpt.ts';
import { elsewhereText, otherPlaces } from '../other-places.ts';
import { lineOf, lineText, oneLine, sectionPath } from '../places.ts';
import { SEVERITY_WORDS } from '../told.ts';
import type { Paint, Tone } from './paint.ts';

const MOST_ELSEWHERE = 3;
const TONES: Readonly<Record<Severity, Tone>> = { error: 'error', warning: 'warning', info: 'quiet' };

/**
 * A finding as paragraphs of a terminal: where, the words there, what is said about them, the arithmetic, the other places.
 * @param number by which a decision about it names it
 */
export function findingText(
  { report, result }: CheckedReport,
  finding: Finding,
  number: number,
  paint: Paint,
): string[] {
  const accepted = result.accepted.get(finding)?.decision;
  const [place] = finding.spans;
  const strong = (text: string) => paint('strong', text);
  const word = paint(TONES[finding.severity], SEVERITY_WORDS[finding.severity]);
  const where =
    place === undefined ? '全文' : [lineText(report, lineOf(report, place.start)), sectionPath(report, place)];
  const lines = [`${number}．${word}　${[where].flat().filter(Boolean).join('　')}`];
  if (place !== undefined) lines.push(excerpt(report.manuscript, place, strong));
  lines.push(oneLine(finding.message));
  if (finding.evidence !== null) lines.push(paint('quiet', `算式：${oneLine(finding.evidence)}`));
  if (finding.suggestion !== null) lines.push(`建议：${oneLine(finding.suggestion) || '删去'}`);
  lines.push(...elsewhere(report, finding, strong));
  if (accepted) lines.push(paint('quiet', `已由人确认属实${accepted.reason ? `：${oneLine(accepted.reason)}` : ''}`));
  return lines.map((line, index) => (index === 0 ? line : `  ${line}`));
}

function elsewhere(report: Report, finding: Finding, emphasise: (place: string) => string): string[] {
  const { told, left } = otherPlaces(report, finding);
  const lines = told.map(
    (span) => `另见${lineText(report, lineOf(report, span.start))}　${excerpt(report.manuscript, span, emphasise)}`,
  );
  const there = (finding.elsewhere ?? []).map((place) => `另见${elsewhereText(place)}　${oneLine(place.text)}`);
  return [...lines, ...(left > 0 ? [`另有${left}处从略`] : []), ...there.slice(0, MOST_ELSEWHERE)];
}
