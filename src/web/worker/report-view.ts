import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { review } from '../../jobs/review.ts';
import { lastAtOrBefore } from '../../model/search.ts';
import type { Finding } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { Section } from '../../model/section.ts';
import { DESCRIBED_RULES, RULE_INDEX } from '../../write/described-rules.ts';
import { type Mark, reportBody } from '../../write/html/report-body.ts';
import { elsewhereText, otherPlaces } from '../../write/other-places.ts';
import { lineOf, lineText, oneLine, sectionPath } from '../../write/places.ts';
import { summaryTexts } from '../../write/summary.ts';
import { figureViews } from './figure-view.ts';
import { FINDING_ID, PLACE_ID } from './ids.ts';
import type { FindingState, FindingView, ReportView, RuledView } from './protocol.ts';
import type { ReportAtHand } from './submission.ts';

/**
 * What the page shows of a report.
 * @param standards names of the regulations that it was held against
 */
export function reportView(atHand: ReportAtHand, standards: readonly string[]): ReportView {
  const { file, report, result, messages } = atHand.checked;
  return {
    ...ruledView(atHand, standards),
    title: oneLine(report.title ?? file),
    body: withIndents(reportBody(report, [...result.findings.flatMap(findingMarks), ...figureMarks(report)])),
    figures: figureViews(report, result.relations),
    relations: result.relations.map(({ type, verdict, check, because, figures }) => ({
      type,
      verdict,
      check: oneLine(check),
      because: because === null ? null : oneLine(because),
      figures,
    })),
    totals: result.summary,
    remarks: messages.map(
      ({ message, line }) => `${line === null ? '' : `${lineText(report, line)}起：`}${oneLine(message)}`,
    ),
  };
}

/** What the page shows of it anew when something has been decided. */
export function ruledView(atHand: ReportAtHand, standards: readonly string[]): RuledView {
  const { checked, decisions, decisionsText } = atHand;
  const reviewed = review(checked, { decisions });
  const findings = findingViews(atHand, reviewed.result);
  return {
    file: checked.file,
    findings,
    summary: summaryTexts({ ...reviewed, standards }),
    sections: [...new Set(findings.map(({ section }) => section).filter((section) => section !== ''))],
    decisions: decisionsText,
  };
}

/** Shorter ones are addresses, signatures and dates, which stand at the margin. */
const SHORTEST_INDENTED = 30;

/** Paragraphs begin two characters in, as they are printed; a text that has blanks there keeps its own. */
function withIndents(body: readonly ElementContent[]): ElementContent[] {
  return body.map((element) => {
    if (element.type !== 'element' || element.tagName !== 'p') return element;
    const text = toString(element);
    if (text.length < SHORTEST_INDENTED || /^\s/u.test(text)) return element;
    return { ...element, properties: { ...element.properties, className: ['indented'] } };
  });
}

function findingMarks(finding: Finding, index: number): Mark[] {
  const number = index + 1;
  return finding.spans.map((span, place) => ({
    span,
    element: 'mark',
    id: PLACE_ID(number, place),
    properties: { className: `${finding.severity}${place === 0 ? '' : ' other'}`, dataFinding: String(number) },
    link:
      place === 0
        ? {
            href: `#${FINDING_ID(number)}`,
            text: String(number),
            properties: { dataFinding: String(number), tabIndex: -1, ariaLabel: `第${number}条` },
          }
        : null,
  }));
}

/** Figures are pointed at and reached with the arrow keys; a stop of the Tab key each would make a thousand of them. */
function figureMarks(report: Report): Mark[] {
  return report.figures.map(({ span, id }) => ({
    span,
    element: 'span',
    id: null,
    properties: { className: 'figure', dataFigure: id },
    link: null,
  }));
}

function findingViews({ checked }: ReportAtHand, reviewed: ReportAtHand['checked']['result']): FindingView[] {
  const { report, result } = checked;
  const dismissed = new Map(reviewed.dismissed.map((one) => [one.finding, one]));
  const sectionAt = topSections(report);
  return result.findings.map((finding, index) => {
    const [place] = finding.spans;
    const decided = dismissed.get(finding) ?? reviewed.accepted.get(finding);
    const state: FindingState = decided?.decision.ruling ?? 'open';
    return {
      number: index + 1,
      severity: finding.severity,
      rule: ruleOf(finding.rule),
      line: place === undefined ? '全文' : lineText(report, lineOf(report, place.start)),
      path: place === undefined ? '' : sectionPath(report, place),
      section: place === undefined ? '' : sectionAt(place.start),
      message: oneLine(finding.message),
      evidence: finding.evidence === null ? null : oneLine(finding.evidence),
      suggestion: finding.suggestion === null ? null : oneLine(finding.suggestion),
      figures: finding.figures,
      places: finding.spans.length,
      others: othersOf(report, finding),
      state,
      reason: decided?.decision.reason ?? null,
      changed: decided?.changed ?? false,
    };
  });
}

function ruleOf(id: string): FindingView['rule'] {
  const rule = DESCRIBED_RULES[RULE_INDEX.get(id) ?? -1];
  return { id, title: rule?.title ?? id, why: rule?.why ?? '' };
}

function othersOf(report: Report, finding: Finding): FindingView['others'] {
  const { told, left } = otherPlaces(report, finding);
  return [
    ...told.map((span) => ({ text: lineText(report, lineOf(report, span.start)), place: finding.spans.indexOf(span) })),
    ...(finding.elsewhere ?? []).map((place) => ({ text: elsewhereText(place), place: null })),
    ...(left > 0 ? [{ text: `另有${left}处从略`, place: null }] : []),
  ];
}

/** The heading of the first level (一、) that an offset stands under; empty before the first. */
function topSections(report: Report): (offset: number) => string {
  const tops = report.sections.filter(({ level }: Section) => level === 1);
  return (offset) => {
    const section = tops[lastAtOrBefore(tops, offset, ({ span }) => span.start)];
    return section === undefined || offset >= section.extent.end ? '' : oneLine(`${section.marker}${section.title}`);
  };
}
