import type { OtherReport } from '../../check/other-reports/index.ts';
import type { ComparedFigure, SideBySide } from '../../check/side-by-side/index.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import type { Report } from '../../model/report.ts';
import { lineOf, lineText, oneLine, sectionPath } from '../places.ts';

/** Two reports side by side, as the writers are given them. */
export interface ComparedReports extends SideBySide {
  readonly old: OtherReport;
  readonly now: OtherReport;
}

/** A quantity as a line of a table, in words. */
export interface ComparisonRow {
  /** The first two levels of headings around it in the new report. */
  readonly section: string;
  readonly name: string;
  readonly stage: string;
  readonly scope: string;
  readonly oldPeriod: string;
  readonly newPeriod: string;
  readonly old: string;
  readonly now: string;
  readonly change: string;
  readonly growth: string;
  readonly remarks: string;
  readonly place: string;
}

/** A comparison in words, figure by figure. */
export function rowOf(figure: ComparedFigure, { now, oldYear, newYear }: ComparedReports): ComparisonRow {
  return {
    section: sectionOf(now.report, figure.now),
    name: figure.name,
    stage: figure.stage ?? '',
    scope: figure.scope ?? '',
    oldPeriod: figure.old.period ?? oldYear ?? '',
    newPeriod: figure.now.period ?? newYear ?? '',
    old: printed(figure.old),
    now: printed(figure.now),
    change: changeText(figure),
    growth: figure.growth === null || figure.growth.isZero() ? '' : `${signed(figure.growth, 1)}%`,
    remarks: figure.remarks.join('；'),
    place: lineText(now.report, lineOf(now.report, figure.now.span.start)),
  };
}

/** What one report tells and the other does not: name and figure. */
export function onlyText(figure: Figure, { report }: OtherReport): string {
  return `${nameOf(figure)}${printed(figure)}（${lineText(report, lineOf(report, figure.span.start))}）`;
}

/** `二、办学条件 › （一）学校布局`; 其他 before the first heading. */
export function sectionOf(report: Report, { span }: Figure): string {
  const [first, second] = sectionPath(report, span).split(' › ');
  return [first, second].filter(Boolean).join(' › ') || '开头';
}

/** How many of what stands out. */
export function countsText({ figures, onlyOld, onlyNew, findings }: ComparedReports): string {
  const changed = figures.filter(({ change }) => !change.isZero()).length;
  const remarkable = figures.filter(({ remarks }) => remarks.length > 0).length;
  return `两份报告都有的数${figures.length}个：变动${changed}个，未变${figures.length - changed}个，变动异常${remarkable}个；只在去年报告中的${onlyOld.length}个，只在今年报告中的${onlyNew.length}个；前后不一或疑未更新${findings.length}处。`;
}

/** Rows under their headings, in the order in which each heading is first met. */
export function bySections(rows: readonly ComparisonRow[]): ReadonlyMap<string, readonly ComparisonRow[]> {
  const found = new Map<string, ComparisonRow[]>();
  for (const row of rows) {
    const own = found.get(row.section);
    if (own) own.push(row);
    else found.set(row.section, [row]);
  }
  return found;
}

export function nameOf({ label, stage, scope }: Figure): string {
  return `${[scope, stage].filter((word) => word !== null && !label.includes(word)).join('')}${label}`;
}

/** A cell's digits are told with the unit of its header. */
function printed(figure: Figure): string {
  const { text, unit } = figure;
  if (!/^[-\d.,]+$/u.test(text) || unit === null || unit === '比') return oneLine(text);
  return `${oneLine(text)}${scaleWord(figure)}${unit}`;
}

function changeText({ old, now, change }: ComparedFigure): string {
  if (change.isZero()) return '持平';
  if (now.kind === 'percent') return `${signed(change.toDecimalPlaces(2))}个百分点`;
  const word = scaleWord(now);
  const scale = word === '亿' ? 1e8 : word === '万' ? 1e4 : 1;
  const places = Math.max(2, ...[old, now].map(({ value }) => Math.min(4, value.div(scale).decimalPlaces())));
  return `${signed(change.div(scale).toDecimalPlaces(places))}${word}${now.unit === '比' ? '' : (now.unit ?? '')}`;
}

function scaleWord({ text, value }: Figure): '' | '万' | '亿' {
  if (text.includes('亿')) return '亿';
  if (text.includes('万')) return '万';
  if (!/^[-\d.,]+$/u.test(text)) return '';
  const digits = new Decimal(text.replaceAll(',', ''));
  if (digits.isZero()) return '';
  const times = value.div(digits);
  return times.eq(1e4) ? '万' : times.eq(1e8) ? '亿' : '';
}

/** @param places printed always, so that a column of rates has one look: -1.0% */
function signed(value: Decimal, places?: number): string {
  return `${value.isPositive() && !value.isZero() ? '+' : ''}${places === undefined ? value.toFixed() : value.toFixed(places)}`;
}
