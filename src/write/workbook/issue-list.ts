import type { Finding } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { CheckedReport } from '../checked-report.ts';
import { DESCRIBED_RULES, RULE_INDEX } from '../described-rules.ts';
import { excerpt } from '../excerpt.ts';
import { elsewhereText, otherPlaces } from '../other-places.ts';
import { lineOf, lineText, oneLine, sectionPath } from '../places.ts';
import { SEVERITIES, SEVERITY_WORDS } from '../told.ts';
import { checkSummarySheet } from './check-summary.ts';
import { shortNames } from './file-names.ts';
import { type SheetCell, type SheetPlan, type StyleName, writeSheets } from './xlsx.ts';

/** What those who work the list off may put into its last column. */
const OUTCOMES = ['已改正', '属实不改', '误报'] as const;
const GRADE_STYLES: Readonly<Record<Finding['severity'], StyleName>> = {
  error: 'grave',
  warning: 'mild',
  info: 'centred',
};

interface Issue {
  readonly checked: CheckedReport;
  /** The file's name as the list has it. */
  readonly file: string;
  readonly finding: Finding;
}

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly cell: (issue: Issue, index: number) => SheetCell;
}

const COLUMNS: readonly Column[] = [
  { heading: '序号', width: 6, cell: (_, index) => ({ value: index + 1, style: 'centred' }) },
  { heading: '文件', width: 16, cell: ({ file }) => boxed(oneLine(file)) },
  { heading: '位置', width: 20, cell: ({ checked, finding }) => boxed(placeText(checked.report, finding)) },
  { heading: '原文', width: 36, cell: ({ checked, finding }) => boxed(quotation(checked.report, finding)) },
  { heading: '问题', width: 38, cell: ({ finding }) => boxed(oneLine(finding.message)) },
  { heading: '依据', width: 30, cell: ({ checked, finding }) => boxed(basis(checked, finding)) },
  { heading: '建议', width: 12, cell: ({ finding }) => boxed(suggestionText(finding)) },
  {
    heading: '级别',
    width: 7,
    cell: ({ finding: { severity } }) => ({ value: SEVERITY_WORDS[severity], style: GRADE_STYLES[severity] }),
  },
  { heading: '处理结果', width: 12, cell: () => ({ value: null, style: 'centred' }) },
];

/**
 * The findings of `check` as a list to be worked off: one row each, errors first, with a column for what became of it; and a
 * second sheet that tells how much was read and tested.
 *
 * @returns the bytes of an .xlsx file
 */
export async function issueListWorkbook(checked: readonly CheckedReport[]): Promise<Uint8Array> {
  return writeSheets('问题清单', [issueSheet(checked), checkSummarySheet(checked)]);
}

function issueSheet(checked: readonly CheckedReport[]): SheetPlan {
  const columns = COLUMNS.filter(({ heading }) => heading !== '文件' || checked.length > 1);
  const issues = sorted(checked);
  const rows = issues.map((issue, index) => columns.map(({ cell }) => cell(issue, index)));
  const outcomes = letterOf(columns.length - 1);
  const plan: SheetPlan = {
    name: '问题清单',
    rows: [columns.map(({ heading }): SheetCell => ({ value: heading, style: 'header' })), ...rows],
    widths: columns.map(({ width }) => width),
    frozen: { rows: 1, columns: 0 },
    fitted: true,
    print: { title: titleOf(checked), repeatedRows: 1 },
  };
  if (rows.length === 0) {
    const none: SheetCell = { value: '没有发现问题，不等于没有差错：核对了多少见“核对小结”。', style: 'wrapped' };
    const place = columns.findIndex(({ heading }) => heading === '问题');
    return { ...plan, rows: [...plan.rows, [...Array<null>(place).fill(null), none]] };
  }
  const last = rows.length + 1;
  return {
    ...plan,
    filter: `A1:${outcomes}${last}`,
    entries: [{ range: `${outcomes}2:${outcomes}${last}`, choices: OUTCOMES, blank: true }],
  };
}

/** Errors of all files before their warnings; of one grade file after file, and by place. */
function sorted(checked: readonly CheckedReport[]): Issue[] {
  const names = shortNames(checked.map(({ file }) => file));
  const issues = checked.flatMap((one) =>
    [...one.result.findings]
      .sort((a, b) => startOf(a) - startOf(b))
      .map((finding): Issue => ({ checked: one, file: names.get(one.file) ?? one.file, finding })),
  );
  return SEVERITIES.flatMap((severity) => issues.filter(({ finding }) => finding.severity === severity));
}

function startOf({ spans: [place] }: Finding): number {
  return place?.start ?? 0;
}

function titleOf(checked: readonly CheckedReport[]): string {
  const [only] = checked;
  if (only === undefined || checked.length > 1) return `问题清单（${checked.length}份报告）`;
  return `问题清单　${oneLine(only.report.title ?? only.file)}`;
}

function placeText(report: Report, { spans: [place] }: Finding): string {
  if (place === undefined) return '全文';
  return [lineText(report, lineOf(report, place.start)), sectionPath(report, place)].filter(Boolean).join('\n');
}

/** The words at the place, and those of the other places that the finding speaks of. */
function quotation(report: Report, finding: Finding): string {
  const [place] = finding.spans;
  const { told, left } = otherPlaces(report, finding);
  const others = told.map(
    (span) => `另见${lineText(report, lineOf(report, span.start))}：${excerpt(report.manuscript, span)}`,
  );
  const elsewhere = (finding.elsewhere ?? []).map((place) => `另见${elsewhereText(place)}`);
  return [
    ...(place === undefined ? [] : [excerpt(report.manuscript, place)]),
    ...others,
    ...(left > 0 ? [`另有${left}处从略`] : []),
    ...elsewhere,
  ].join('\n');
}

/** The arithmetic; the regulation that the message cites by its number; where there is neither, what kind of defect it is. */
function basis({ standards }: CheckedReport, { rule, evidence, message }: Finding): string {
  const cited = standards.filter((standard) => {
    const number = /（([^（）]+)）$/u.exec(standard)?.[1];
    return number !== undefined && message.includes(number);
  });
  const lines = [...(evidence === null ? [] : [oneLine(evidence)]), ...cited];
  return lines.length > 0 ? lines.join('\n') : (DESCRIBED_RULES[RULE_INDEX.get(rule) ?? -1]?.title ?? '');
}

function suggestionText({ suggestion }: Finding): string {
  return suggestion === null ? '' : oneLine(suggestion) || '删去';
}

function boxed(text: string): SheetCell {
  return { value: text === '' ? null : text, style: 'boxed' };
}

function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}
