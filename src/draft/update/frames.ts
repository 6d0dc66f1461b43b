import type { Nodes, Root } from 'mdast';
import '../nodes.ts';
import { textOf } from '../text-of.ts';
import { placelessName } from '../reference.ts';

const FIGURE = /⟦([^⟧]+)⟧/g;

const GAP = '\uE000';

/**
 * The sentences that templates gave a draft, figures as `⟦id⟧`. Headings, tables, captions and the like are left out, since their
 * words follow no data, and so are places to fill in and what the writer wrote.
 */
export function framesOf(root: Root): string[] {
  return root.children.flatMap((block) => {
    if (block.type !== 'paragraph' || block.data?.role !== undefined || isPiece(block.data)) return [];
    return splitSentences(framed(block))
      .filter((sentence) => !sentence.includes(GAP))
      .map((sentence) => sentence.trim());
  });
}

/** A block of the writer's own words, which the tree marks with their file. */
function isPiece(data: object | undefined): boolean {
  return data !== undefined && 'piece' in data;
}

function framed(node: Nodes): string {
  if (node.type === 'figure') return `⟦${node.id}⟧`;
  if (node.type === 'gap') return GAP;
  return 'children' in node ? node.children.map((child) => framed(child)).join('') : textOf(node);
}

/** A text cut behind its full stops. */
export function splitSentences(text: string): string[] {
  return text.match(/[^。！？\n]*[。！？\n]|[^。！？\n]+$/g)?.filter((sentence) => sentence.trim() !== '') ?? [];
}

/** Ids of the figures in a frame, in order. */
export function figuresIn(frame: string): string[] {
  return [...frame.matchAll(FIGURE)].map(([, id]) => id ?? '');
}

/** A frame's words, each figure one `□`: how two wordings are compared, whatever their figures. */
export function wordsIn(frame: string): string {
  return unnumbered(frame.replace(FIGURE, '□'));
}

/** Without 一是…: the number counts the sentences before and says nothing about this one. */
export function unnumbered(words: string): string {
  return words.trim().replace(/^[一二三四五六七八九十]{1,3}是/, '');
}

/** Frames that say the same of the same quantities are equal, wherever else these are told. */
export function comparable(frame: string): string {
  return unnumbered(frame.replace(FIGURE, (_, id: string) => `⟦${placelessName(id)}⟧`));
}

/** A frame as it reads, given what its figures print. */
export function filledIn(frame: string, printed: ReadonlyMap<string, string>): string {
  return frame.replace(FIGURE, (_, id: string) => printed.get(id) ?? '□');
}
