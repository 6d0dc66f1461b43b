import type { List, ListItem, Paragraph, Root, RootContent, Table, TableRow, Text } from 'mdast';
import type { Figure } from '../model/figure.ts';
import type { ReadMessage } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import type { Section } from '../model/section.ts';
import { writeMarkdown } from './markdown.ts';
import { lineOf, lineText, oneLine } from './places.ts';

const HEADINGS = ['编号', '位置', '原文', '数值', '单位', '名称', '学段', '年份', '范围'];
const BOUNDS = new Map([
  ['>=', '≥'],
  ['<=', '≤'],
  ['~', '约'],
]);

/** The outline of a report and a table of its figures, as Markdown. */
export function outlineMarkdown(file: string, report: Report, messages: readonly ReadMessage[]): string {
  const children: RootContent[] = [
    heading(1, report.title ?? file),
    paragraph(
      `${file}：章节${report.sections.filter(({ level }) => level > 0).length}个，数字${report.figures.length}个${report.masks.length > 0 ? `，隐去的数字${report.masks.length}个` : ''}。`,
    ),
    ...messages.map(({ message }) => paragraph(message)),
    heading(2, '提纲'),
    ...outline(report),
    heading(2, '数字'),
    ...figureTable(report),
  ];
  return writeMarkdown({ type: 'root', children } satisfies Root);
}

/** Nested by level; a level that a report leaves out leaves no empty item. */
function outline(report: Report): RootContent[] {
  const sections = report.sections.filter(({ level }) => level > 0);
  return sections.length === 0 ? [paragraph('没有读到章节标题。')] : [listOf(report, sections)];
}

function listOf(report: Report, sections: readonly Section[]): List {
  const items: ListItem[] = [];
  for (let index = 0; index < sections.length; ) {
    const { level, marker, title, span } = sections[index] as Section;
    const inner: Section[] = [];
    for (index += 1; index < sections.length && (sections[index]?.level ?? 0) > level; index += 1) {
      inner.push(sections[index] as Section);
    }
    const label = paragraph(`${marker}${title}（${lineText(report, lineOf(report, span.start))}）`);
    const children = inner.length === 0 ? [label] : [label, listOf(report, inner)];
    items.push({ type: 'listItem', spread: false, children });
  }
  return { type: 'list', ordered: false, spread: false, children: items };
}

function figureTable(report: Report): RootContent[] {
  if (report.figures.length === 0) return [paragraph('没有读到数字。')];
  const rows = report.figures.map((figure) => [
    figure.id,
    lineText(report, lineOf(report, figure.span.start)),
    figure.text,
    valueText(figure),
    figure.unit ?? '',
    figure.label,
    figure.stage ?? '',
    figure.period ?? '',
    figure.scope ?? '',
  ]);
  return [{ type: 'table', children: [HEADINGS, ...rows].map(row) } satisfies Table];
}

function valueText({ value, valueMax, bound }: Figure): string {
  const mark = bound === null ? '' : (BOUNDS.get(bound) ?? '');
  return `${mark}${value.toFixed()}${valueMax === null ? '' : `～${valueMax.toFixed()}`}`;
}

function row(cells: readonly string[]): TableRow {
  return { type: 'tableRow', children: cells.map((cell) => ({ type: 'tableCell', children: [words(cell)] })) };
}

function heading(depth: 1 | 2, text: string): RootContent {
  return { type: 'heading', depth, children: [words(text)] };
}

function paragraph(text: string): Paragraph {
  return { type: 'paragraph', children: [words(text)] };
}

function words(text: string): Text {
  return { type: 'text', value: oneLine(text) };
}
