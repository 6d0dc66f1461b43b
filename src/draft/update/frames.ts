import type { Nodes, Root } from 'mdast';
import '../nodes.ts';
import { textOf } from '../text-of.ts';
import { placelessName } from '../reference.ts';

const FIGURE = /⟦([^⟧]+)⟧/g;

/** The sentences of a draft's paragraphs, figures as `⟦id⟧`; headings and tables, whose words follow no data, are left out. */
export function framesOf(root: Root): string[] {
  return root.children.flatMap((block) =>
    block.type === 'paragraph' ? splitSentences(framed(block)).map((sentence) => sentence.trim()) : [],
  );
}

function framed(node: Nodes): string {
  if (node.type === 'figure') return `⟦${node.id}⟧`;
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
  return frame.replace(FIGURE, '□');
}

/** Frames that say the same of the same quantities are equal, wherever else these are told. */
export function comparable(frame: string): string {
  return frame.replace(FIGURE, (_, id: string) => `⟦${placelessName(id)}⟧`);
}

/** A frame as it reads, given what its figures print. */
export function filledIn(frame: string, printed: ReadonlyMap<string, string>): string {
  return frame.replace(FIGURE, (_, id: string) => printed.get(id) ?? '□');
}
