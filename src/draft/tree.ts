import type { Heading, Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast';
import './nodes.ts';
import { type DraftGap, type LedgerEntry, ledgerEntry } from './ledger.ts';
import { parseMarkdown } from './markdown.ts';
import { PIECE, splitMarks, splitPieces } from './markers.ts';
import { type RecordedFigure, type Recorder, ROLES, type Role } from './recorder.ts';
import { FigureNames } from './reference.ts';
import { textOf } from './text-of.ts';

/** A drafted document: its tree, and what its figures and gaps are. */
export interface DraftTree {
  readonly root: Root;
  readonly ledger: readonly LedgerEntry[];
  readonly gaps: readonly DraftGap[];
}

/** Where the walk stands. */
interface Place {
  section: string;
  caption: string;
  tables: number;
  charts: number;
}

/** Turns rendered sections into one tree; figures get their ids here. */
export function draftTree(sections: readonly string[], recorder: Recorder): DraftTree {
  const ledger: LedgerEntry[] = [];
  const gaps: DraftGap[] = [];
  const names = new FigureNames();
  const place: Place = { section: '', caption: '', tables: 0, charts: 0 };

  /** Replaces the marks below a block by nodes; `sentenceOf` tells the sentence around an offset of the block's text. */
  const resolve = (block: Heading | Paragraph | TableCell, cellName: string | null): void => {
    const found: { readonly id: string; readonly figure: RecordedFigure; readonly offset: number }[] = [];
    let text = '';
    const inline = (parent: Parents): void => {
      const children = parent.children.flatMap((child: Nodes): Nodes[] => {
        if (child.type === 'text') {
          return splitMarks(child.value.replace(/\s*\n\s*/g, '')).flatMap((piece): PhrasingContent[] => {
            const node = nodeOf(piece, recorder, block, names);
            if (node === null) return [];
            if (node.type === 'figure' && 'index' in piece) {
              const figure = recorder.figures[piece.index];
              if (figure !== undefined) found.push({ id: node.id, figure, offset: text.length });
            }
            if (node.type === 'gap' && 'index' in piece) {
              const gap = recorder.gaps[piece.index];
              if (gap !== undefined) gaps.push({ ...gap, section: place.section });
            }
            text += 'value' in node ? node.value : '';
            return [node];
          });
        }
        if ('children' in child) inline(child);
        return [child];
      });
      parent.children = mergeText(children) as never;
    };
    inline(block);
    for (const { id, figure, offset } of found) {
      ledger.push(ledgerEntry(id, figure, place.section, cellName ?? sentenceAt(text, offset)));
    }
  };

  const table = (node: Table): void => {
    const header = node.children[0];
    for (const row of node.children) {
      for (const [column, cell] of row.children.entries()) {
        const names = [place.caption, textOf(row.children[0]), textOf(header?.children[column])];
        resolve(cell, names.filter((name) => name !== '').join('，'));
      }
    }
  };

  const visit = (node: RootContent): void => {
    if (node.type === 'heading') {
      resolve(node, null);
      place.section = textOf(node);
    } else if (node.type === 'paragraph') {
      resolve(node, null);
      if (node.data?.role === 'caption') {
        place.tables += 1;
        node.children.unshift({ type: 'text', value: `表${place.tables}　` });
        place.caption = textOf(node);
      }
      if (node.data?.role === 'column-chart' || node.data?.role === 'line-chart') {
        place.charts += 1;
        node.children.unshift({ type: 'text', value: `图${place.charts}　` });
        place.caption = textOf(node);
      }
    } else if (node.type === 'table') table(node);
    else if ('children' in node) for (const child of node.children) visit(child as RootContent);
  };

  const children = withPieces(
    sections.flatMap((section) => parseMarkdown(section).children),
    recorder,
  );
  for (const child of children) visit(child);
  const root: Root = { type: 'root', children: children.filter((child) => !isEmptyParagraph(child)) };
  return { root, ledger, gaps };
}

/** Puts the blocks of the writer's own words where their paragraphs stand; words beside them keep a paragraph of their own. */
function withPieces(blocks: readonly RootContent[], recorder: Recorder): readonly RootContent[] {
  let depth = 1;
  let above = '';
  let counts = new Map<number, number>();
  return blocks.flatMap((block): readonly RootContent[] => {
    if (block.type === 'heading') {
      depth = block.depth;
      above = textOf(block);
      counts = new Map();
    }
    if (block.type !== 'paragraph') return [block];
    return splitParagraph(block).flatMap((part) => {
      if (typeof part !== 'number') return [part];
      return recorder.pieces[part]?.blocks(depth, above, counts) ?? [];
    });
  });
}

/** The paragraph, or where it holds marks of pieces what stands between them and the pieces' indexes, in order. */
function splitParagraph(paragraph: Paragraph): readonly (Paragraph | number)[] {
  const parts: (Paragraph | number)[] = [];
  let children: PhrasingContent[] = [];
  const flush = (): void => {
    if (children.length > 0) parts.push({ type: 'paragraph', children });
    children = [];
  };
  for (const child of paragraph.children) {
    if (child.type !== 'text' || !child.value.includes(PIECE)) {
      children.push(child);
      continue;
    }
    for (const piece of splitPieces(child.value)) {
      if (typeof piece === 'number') {
        flush();
        parts.push(piece);
      } else if (piece.trim() !== '') children.push({ type: 'text', value: piece });
    }
  }
  flush();
  return parts.some((part) => typeof part === 'number') ? parts : [paragraph];
}

/** Joins texts that stand side by side: one run in the Word file, one string for whoever reads the tree. */
function mergeText(nodes: readonly Nodes[]): readonly Nodes[] {
  const merged: Nodes[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else merged.push(node);
  }
  return merged;
}

function nodeOf(
  piece: ReturnType<typeof splitMarks>[number],
  recorder: Recorder,
  block: Heading | Paragraph | TableCell,
  names: FigureNames,
): PhrasingContent | null {
  if ('text' in piece) return { type: 'text', value: piece.text };
  switch (piece.kind) {
    case 'words':
      return { type: 'text', value: recorder.words[piece.index] ?? '' };
    case 'figure': {
      const figure = recorder.figures[piece.index];
      if (figure === undefined) return null;
      return { type: 'figure', id: names.nameOf(figure.quantity.identity, figure.form ?? null), value: figure.printed };
    }
    case 'gap':
      return { type: 'gap', value: recorder.gaps[piece.index]?.printed ?? '' };
    case 'break':
      return { type: 'break' };
    case 'piece':
      // Blocks cannot stand in a heading or a cell; templates that ask for them there are refused before.
      return null;
    case 'role': {
      const role: Role | undefined = ROLES[piece.index];
      if (block.type === 'paragraph' && role !== undefined) block.data = { ...block.data, role };
      return null;
    }
  }
}

function sentenceAt(text: string, offset: number): string {
  const start = Math.max(...['。', '！', '？'].map((stop) => text.lastIndexOf(stop, offset - 1))) + 1;
  const ends = ['。', '！', '？'].map((stop) => text.indexOf(stop, offset)).filter((end) => end >= 0);
  return text.slice(offset === 0 ? 0 : start, ends.length === 0 ? text.length : Math.min(...ends) + 1).trim();
}

/** A paragraph all of whose sentences were left out. */
function isEmptyParagraph(node: RootContent): boolean {
  return node.type === 'paragraph' && textOf(node).trim() === '';
}
