import { HeadingLevel, Paragraph, type Table, TextRun } from 'docx';
import type { Heading, Root, RootContent } from 'mdast';
import { chartData } from '../chart-data.ts';
import { type ChartPart, type DraftPart, draftParts, type TablePart } from '../draft-parts.ts';
import { compileChart } from './chart.ts';
import { compileInline } from './inline.ts';
import { body, compileParagraph, type SignatureIndents, signatureIndents } from './paragraph.ts';
import { STYLE } from './styles.ts';
import { compileTable, isTooWide } from './table.ts';
import { balanceTitle } from '../balanced-title.ts';

type Block = Paragraph | Table;

/** Blocks that stand on pages of one kind. */
export interface PageRun {
  readonly isLandscape: boolean;
  readonly blocks: readonly Block[];
}

const LEVELS = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_4,
] as const;

/** Compiles the blocks of a draft, in order; a table too wide for the upright page stands on turned pages of its own (8). */
export function compileBlocks(root: Root): readonly PageRun[] {
  const signature = signatureIndents(root);
  const runs: { isLandscape: boolean; blocks: Block[] }[] = [{ isLandscape: false, blocks: [] }];
  const add = (isLandscape: boolean, blocks: readonly Block[]): void => {
    const last = runs.at(-1);
    if (last?.isLandscape === isLandscape) last.blocks.push(...blocks);
    else runs.push({ isLandscape, blocks: [...blocks] });
  };
  const parts = draftParts(root);
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'block') {
      const isLandscape = headsWideTable(parts, index);
      add(isLandscape, isAttachmentTitle(parts, index) ? [attachmentTitle(part.node)] : block(part.node, signature));
      if (isTitle(part) && !hasRole(parts[index + 1])) add(isLandscape, [body([])]);
    } else if (part.kind === 'chart') add(false, chart(part, signature));
    else {
      const isLandscape = isTooWide(part.table);
      add(isLandscape, table(part, signature, isLandscape));
    }
  }
  return runs.filter(({ blocks }, index) => index > 0 || runs.length === 1 || blocks.length > 0);
}

/** Below a title stands an empty line; the roles that follow titles bring their own. */
function isTitle(part: DraftPart): boolean {
  return part.kind === 'block' && part.node.type === 'heading' && part.node.depth === 1;
}

/** The first heading of an attachment names the attachment, as 附件1 stands above it. */
function isAttachmentTitle(parts: readonly DraftPart[], index: number): boolean {
  const [before, part] = [parts[index - 1], parts[index]];
  return (
    part !== undefined &&
    isTitle(part) &&
    before?.kind === 'block' &&
    before.node.type === 'paragraph' &&
    before.node.data?.role === 'attachment'
  );
}

function attachmentTitle(node: RootContent): Paragraph {
  const children = node.type === 'heading' ? balanceTitle(node.children) : [];
  return new Paragraph({ style: STYLE.attachmentTitle, children: compileInline(children) });
}

/** A heading, or the head of an attachment, right before a wide table stands on its page and not alone on an upright one. */
function headsWideTable(parts: readonly DraftPart[], index: number): boolean {
  const isHead = (part: DraftPart) =>
    part.kind === 'block' &&
    (part.node.type === 'heading' || (part.node.type === 'paragraph' && part.node.data?.role === 'attachment'));
  const next = parts.slice(index).find((part) => !isHead(part));
  return isHead(parts[index] as DraftPart) && next?.kind === 'table' && isTooWide(next.table);
}

function hasRole(part: DraftPart | undefined): boolean {
  return part?.kind === 'block' && part.node.type === 'paragraph' && part.node.data?.role !== undefined;
}

function block(node: RootContent, signature: SignatureIndents): readonly Block[] {
  switch (node.type) {
    case 'heading':
      return [heading(node)];
    case 'paragraph':
      return compileParagraph(node, signature);
    case 'code':
      return node.value.split('\n').map((line) => body([{ type: 'text', value: line }]));
    default:
      return [];
  }
}

function heading({ depth, children }: Heading): Paragraph {
  return new Paragraph({
    heading: LEVELS[depth - 1] ?? HeadingLevel.HEADING_4,
    children: compileInline(depth === 1 ? balanceTitle(children) : children),
  });
}

function table({ above, table: node, notes }: TablePart, signature: SignatureIndents, isLandscape: boolean): Block[] {
  return [
    ...above.flatMap((line) => compileParagraph(line, signature)),
    compileTable(node, { isLandscape }),
    ...after(notes, signature),
  ];
}

/**
 * The chart, its caption below it as is usual with figures, and its numbers once more as a small table: they can be read exactly,
 * each has the mark of its ledger entry, and a change in them can be followed. A chart without numbers is a gap, not an empty frame.
 */
function chart(part: ChartPart, signature: SignatureIndents): Block[] {
  const data = chartData(part);
  const caption = compileParagraph(part.caption, signature);
  const unit = part.unit === null ? [] : compileParagraph(part.unit, signature);
  const numbers = [...unit, compileTable(part.table, { isSmall: true }), ...after(part.notes, signature)];
  return [data === null ? missing() : compileChart(data), ...caption, ...numbers];
}

function missing(): Paragraph {
  const text = '【待填：本图的数据尚缺，填入数据工作簿后重新起草，即可生成图】';
  return new Paragraph({ style: STYLE.caption, children: [new TextRun({ text, highlight: 'yellow' })] });
}

/** Notes, else an empty line: the text must not stick to the table's rule. */
function after(notes: TablePart['notes'], signature: SignatureIndents): readonly Paragraph[] {
  return notes.length === 0
    ? [new Paragraph({ style: STYLE.note, children: [] })]
    : notes.flatMap((note) => compileParagraph(note, signature));
}
