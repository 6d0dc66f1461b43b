import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Finding } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { CheckedReport } from '../checked-report.ts';
import { lineOf, lineText, oneLine, sectionPath } from '../places.ts';
import { elsewhereText, otherPlaces } from '../other-places.ts';
import { summaryTexts } from '../summary.ts';
import { countedText, countOf, SEVERITIES, SEVERITY_WORDS } from '../told.ts';
import { FINDINGS_STYLE } from './findings-style.ts';
import { htmlPage } from './page.ts';
import { type Mark, reportBody } from './report-body.ts';

/**
 * The result of `check` as one page: each report as its readers know it, findings marked in place, and the list of findings
 * beside it; a click leads from one to the other. Without any script, so that it opens wherever a browser is.
 */
export function findingsPage(checked: readonly CheckedReport[]): string {
  const title = `核对结果　${checked.map(({ file }) => file).join('、')}`;
  const files = checked.flatMap((one, index) => fileSection(one, `r${index + 1}`));
  return htmlPage(title, FINDINGS_STYLE, [h('main', files)]);
}

function fileSection(checked: CheckedReport, prefix: string): ElementContent[] {
  const { file, report, result, messages } = checked;
  return [
    h('section', { className: 'file' }, [
      h('header', [
        h('h1', oneLine(report.title ?? file)),
        h('p', { className: 'name' }, file),
        h('p', { className: 'counted' }, `${countedText(result.findings)}。`),
        h('ul', [
          ...summaryTexts(checked).map((line) => h('li', line)),
          ...messages.map(({ message, line }) =>
            h('li', `读取说明：${line === null ? '' : `（${lineText(report, line)}起）`}${message}`),
          ),
        ]),
      ]),
      h('article', { className: 'paper', ariaLabel: '报告原文' }, reportBody(report, marksOf(result.findings, prefix))),
      h('aside', { ariaLabel: '发现的问题' }, [
        ...filters(result.findings, prefix),
        h(
          'ol',
          result.findings.map((finding, index) => card(checked, finding, index + 1, prefix)),
        ),
      ]),
    ]),
  ];
}

/** One mark a place; the number behind the first place leads to the finding. */
function marksOf(findings: readonly Finding[], prefix: string): Mark[] {
  return findings.flatMap((finding, index) =>
    finding.spans.map((span, place) => ({
      span,
      element: 'mark' as const,
      id: placeId(prefix, index + 1, place),
      properties: {
        className: `${finding.severity}${place === 0 ? '' : ' other'}`,
        title: `${index + 1}．${finding.message}`,
      },
      link: place === 0 ? { href: `#${prefix}-f${index + 1}`, text: String(index + 1) } : null,
    })),
  );
}

function placeId(prefix: string, number: number, place: number): string {
  return `${prefix}-p${number}${place === 0 ? '' : `-${place + 1}`}`;
}

/** A box for each severity that occurs: what is not ticked is hidden, by style alone. */
function filters(findings: readonly Finding[], prefix: string): ElementContent[] {
  const present = SEVERITIES.filter((severity) => countOf(findings, severity) > 0);
  if (present.length < 2) return [];
  return [
    h(
      'p',
      { className: 'filters' },
      present.map((severity) =>
        h('label', [
          h('input', { type: 'checkbox', checked: true, className: `show-${severity}`, name: `${prefix}-${severity}` }),
          `${SEVERITY_WORDS[severity]}${countOf(findings, severity)}`,
        ]),
      ),
    ),
  ];
}

function card(checked: CheckedReport, finding: Finding, number: number, prefix: string): ElementContent {
  const { report, result } = checked;
  const [place] = finding.spans;
  const accepted = result.accepted.get(finding);
  return h('li', { id: `${prefix}-f${number}`, className: finding.severity, value: number }, [
    h('p', { className: 'where' }, [
      h('strong', `${number}．${SEVERITY_WORDS[finding.severity]}`),
      place === undefined
        ? '　全文'
        : h('a', { href: `#${placeId(prefix, number, 0)}` }, [
            [lineText(report, lineOf(report, place.start)), sectionPath(report, place)].filter(Boolean).join('　'),
          ]),
    ]),
    h('p', finding.message),
    ...(finding.evidence === null ? [] : [h('p', { className: 'sum' }, `算式：${finding.evidence}`)]),
    ...(finding.suggestion === null ? [] : [h('p', `建议：${finding.suggestion || '删去'}`)]),
    ...alsoSee(report, finding, number, prefix),
    ...(accepted === undefined
      ? []
      : [
          h(
            'p',
            { className: 'ruling' },
            `已由人确认属实${accepted.decision.reason ? `：${accepted.decision.reason}` : ''}`,
          ),
        ]),
  ]);
}

function alsoSee(report: Report, finding: Finding, number: number, prefix: string): ElementContent[] {
  const { told, left } = otherPlaces(report, finding);
  const here = told.map((span) =>
    h('a', { href: `#${placeId(prefix, number, finding.spans.indexOf(span))}` }, [
      lineText(report, lineOf(report, span.start)),
    ]),
  );
  const there = (finding.elsewhere ?? []).map(elsewhereText);
  const all = [...here, ...there];
  if (all.length === 0) return [];
  const rest = left > 0 ? `，另有${left}处从略` : '';
  return [
    h('p', { className: 'also' }, [
      '另见：',
      ...all.flatMap((one, index) => (index === 0 ? [one] : ['、', one])),
      rest,
    ]),
  ];
}
