import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Heading, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { LedgerEntry } from '../../draft/index.ts';
import { textOf } from '../../draft/text-of.ts';
import { balanceTitle } from '../balanced-title.ts';
import { chartData } from '../chart-data.ts';
import { type ChartPart, type DraftPart, draftParts, type TablePart } from '../draft-parts.ts';
import { draftChart } from './draft-charts.ts';
import { DRAFT_STYLE } from './draft-style.ts';
import { htmlPage } from './page.ts';

/** A table of more rows may break over printed pages. */
const WHOLE_TABLE_ROWS = 15;

/**
 * A draft as one page to read, send and print: it looks like the Word file, and each figure tells its source when pointed at.
 *
 * @returns HTML that holds everything it needs; a figure is `<span class="figure" data-ledger="f_0001" title="…">`
 */
export function writeDraftPage(root: Root, ledger: readonly LedgerEntry[]): string {
  const entries = new Map(ledger.map((entry) => [entry.id, entry]));
  const title = root.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  const parts = draftParts(root);
  const headings = parts.flatMap((part) =>
    part.kind === 'block' && part.node.type === 'heading' && part.node.depth === 2 ? [part.node] : [],
  );
  const gaps = countGaps(root);
  const told = `数字${ledger.length}处，把鼠标停在数字上可以看到它的出处${gaps === 0 ? '' : `；待填${gaps}处，以黄色标出`}。`;
  return htmlPage(title === undefined ? '报告' : textOf(title), DRAFT_STYLE, [
    h('main', [
      h('p', { className: 'told' }, told),
      ...(headings.length < 2 ? [] : [contents(headings)]),
      h(
        'article',
        { className: 'paper' },
        parts.flatMap((part) => partOf(part, { entries, headings })),
      ),
    ]),
  ]);
}

interface Context {
  readonly entries: ReadonlyMap<string, LedgerEntry>;
  /** The headings of the first level, whose places are the targets of the list of contents. */
  readonly headings: readonly Heading[];
}

function contents(headings: readonly Heading[]): Element {
  const items = headings.map((heading, index) => h('li', [h('a', { href: `#s${index + 1}` }, textOf(heading))]));
  return h('nav', { ariaLabel: '目录' }, [h('details', [h('summary', '目录'), h('ol', items)])]);
}

function partOf(part: DraftPart, context: Context): Element[] {
  if (part.kind === 'chart') return [chartOf(part, context)];
  return part.kind === 'table' ? [tableFigure(part, context)] : block(part.node, context);
}

function block(node: RootContent, context: Context): Element[] {
  if (node.type === 'heading') {
    const index = context.headings.indexOf(node);
    const children = node.depth === 1 ? balanceTitle(node.children) : node.children;
    return [h(`h${Math.min(node.depth, 5)}`, index < 0 ? {} : { id: `s${index + 1}` }, inline(children, context))];
  }
  if (node.type === 'paragraph') return [paragraph(node, context)];
  return node.type === 'code' ? node.value.split('\n').map((line) => h('p', line)) : [];
}

function paragraph(node: Paragraph, context: Context): Element {
  const role = node.data?.role;
  if (role === 'attachment-list') return attachmentList(node, context);
  return h('p', role === undefined ? {} : { className: role }, inline(node.children, context));
}

/** `附件：` beside a list of its names, so that what turns over stands below the name. */
function attachmentList({ children }: Paragraph, context: Context): Element {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') lines.push([]);
    else lines.at(-1)?.push(child);
  }
  const [first] = lines[0] ?? [];
  const lead = first?.type === 'text' ? (/^附件[：:]/.exec(first.value)?.[0] ?? '') : '';
  if (first?.type === 'text') lines[0]?.splice(0, 1, { ...first, value: first.value.slice(lead.length) });
  const items = lines.map((line) => h('li', inline(line, context)));
  return h('div', { className: 'attachment-list' }, [h('span', lead), h('ol', items)]);
}

function tableFigure({ above, table, notes }: TablePart, context: Context): Element {
  const lines = above.map((line) =>
    line.data?.role === 'unit' ? paragraph(line, context) : h('figcaption', inline(line.children, context)),
  );
  const label = above.map((line) => textOf(line)).join('，') || textOf(table.children[0]?.children[0]);
  const className = table.children.length > WHOLE_TABLE_ROWS ? 'long' : null;
  return h('figure', { className }, [
    ...lines,
    tableOf(table, label, context),
    ...notes.map((note) => paragraph(note, context)),
  ]);
}

/** As in the Word file: the chart, its caption below it, its numbers as a small table. */
function chartOf(part: ChartPart, context: Context): Element {
  const data = chartData(part);
  return h('figure', { className: 'small' }, [
    data === null ? h('p', [h('mark', { className: 'gap' }, '【待填：本图的数据尚缺】')]) : draftChart(data),
    h('figcaption', inline(part.caption.children, context)),
    ...(part.unit === null ? [] : [paragraph(part.unit, context)]),
    tableOf(part.table, textOf(part.caption), context),
    ...part.notes.map((note) => paragraph(note, context)),
  ]);
}

function tableOf(table: Table, label: string, context: Context): Element {
  const cells = (row: Table['children'][number] | undefined, name: 'th' | 'td') =>
    (row?.children ?? []).map((cell, column) => {
      const align = name === 'td' ? table.align?.[column] : null;
      const look = align && align !== 'center' ? { style: `text-align:${align}` } : {};
      return h(name, name === 'th' ? { scope: 'col' } : look, inline(cell.children, context));
    });
  const [head, ...rows] = table.children;
  const made = h('table', [
    h('thead', [h('tr', cells(head, 'th'))]),
    h(
      'tbody',
      rows.map((row) => h('tr', cells(row, 'td'))),
    ),
  ]);
  const isWide = (head?.children.length ?? 0) > 7;
  return isWide ? h('div', { className: 'wide', tabIndex: 0, role: 'region', ariaLabel: label }, [made]) : made;
}

function inline(nodes: readonly PhrasingContent[], context: Context): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    switch (node.type) {
      case 'figure': {
        const entry = context.entries.get(node.id);
        const look = { className: 'figure', dataLedger: node.id, ...(entry ? { title: sourceOf(entry) } : {}) };
        return [h('span', look, node.value)];
      }
      case 'gap':
        return [h('mark', { className: 'gap' }, node.value)];
      case 'break':
        return [h('br')];
      case 'strong':
      case 'emphasis':
        return [h('strong', inline(node.children, context))];
      default:
        if ('children' in node) return inline(node.children as PhrasingContent[], context);
        return 'value' in node && node.value !== '' ? [{ type: 'text', value: node.value }] : [];
    }
  });
}

/** What a person wants to know of a figure: what it is, where it stands, how it was rounded, how it was counted. */
function sourceOf(entry: LedgerEntry): string {
  const lines = [`${entry.name}（台账${entry.id}）`, `出处：${entry.origin}`];
  if (entry.rounding !== '') lines.push(`取舍：${entry.rounding}`);
  if (entry.definition !== null) lines.push(`口径：${entry.definition}`);
  if (entry.asOf !== null) lines.push(`时点：${entry.asOf}`);
  if (entry.office !== null) lines.push(`来源：${entry.office}`);
  return lines.join('\n');
}

function countGaps(node: Root | RootContent): number {
  if (node.type === 'gap') return 1;
  return 'children' in node ? (node.children as RootContent[]).reduce((sum, child) => sum + countGaps(child), 0) : 0;
}
