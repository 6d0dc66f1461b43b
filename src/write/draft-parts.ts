import type { Paragraph, Root, RootContent, Table } from 'mdast';
import '../draft/nodes.ts';

/** A table with the lines that belong to it: caption and unit above it, notes below it. */
export interface TablePart {
  readonly kind: 'table';
  readonly above: readonly Paragraph[];
  readonly table: Table;
  readonly notes: readonly Paragraph[];
}

/** A chart: its caption, and the table that holds its figures. */
export interface ChartPart {
  readonly kind: 'chart';
  readonly shape: 'column' | 'line';
  readonly caption: Paragraph;
  readonly unit: Paragraph | null;
  readonly table: Table;
  readonly notes: readonly Paragraph[];
}

/** What stands by itself. */
export interface BlockPart {
  readonly kind: 'block';
  readonly node: RootContent;
}

export type DraftPart = TablePart | ChartPart | BlockPart;

const SHAPES = { 'column-chart': 'column', 'line-chart': 'line' } as const;

/**
 * Groups the blocks of a draft: a table with its caption, unit and notes, a chart's caption with its data. Every writer works on
 * these, so that none puts a caption on one page and its table on the next. Lists and quotations are opened: official texts number
 * in words (一是, （1）), never with bullets, so their items are paragraphs.
 */
export function draftParts(root: Root): readonly DraftPart[] {
  const blocks = root.children.flatMap(opened);
  const parts: DraftPart[] = [];
  for (let index = 0; index < blocks.length; ) {
    const above = linesWhile(blocks, index, (role) => role === 'caption' || role === 'unit' || isChart(role));
    const table = blocks[index + above.length];
    if (table?.type !== 'table') {
      parts.push({ kind: 'block', node: blocks[index] as RootContent });
      index += 1;
      continue;
    }
    const notes = linesWhile(blocks, index + above.length + 1, (role) => role === 'note');
    parts.push(grouped(above, table, notes));
    index += above.length + 1 + notes.length;
  }
  return parts;
}

function grouped(above: readonly Paragraph[], table: Table, notes: readonly Paragraph[]): DraftPart {
  const caption = above.find(({ data }) => isChart(data?.role));
  const role = caption?.data?.role;
  if (caption === undefined || (role !== 'column-chart' && role !== 'line-chart')) {
    return { kind: 'table', above, table, notes };
  }
  const unit = above.find(({ data }) => data?.role === 'unit') ?? null;
  return { kind: 'chart', shape: SHAPES[role], caption, unit, table, notes };
}

type Role = NonNullable<NonNullable<Paragraph['data']>['role']>;

function isChart(role: Role | undefined): boolean {
  return role === 'column-chart' || role === 'line-chart';
}

/** The paragraphs from an index on whose roles are of a kind. */
function linesWhile(blocks: readonly RootContent[], from: number, wanted: (role: Role) => boolean): Paragraph[] {
  const found: Paragraph[] = [];
  for (const node of blocks.slice(from, from + 6)) {
    if (node.type !== 'paragraph' || node.data?.role === undefined || !wanted(node.data.role)) break;
    found.push(node);
  }
  return found;
}

function opened(node: RootContent): readonly RootContent[] {
  if (node.type === 'list') return node.children.flatMap((item) => item.children.flatMap(opened));
  return node.type === 'blockquote' ? node.children.flatMap(opened) : [node];
}
