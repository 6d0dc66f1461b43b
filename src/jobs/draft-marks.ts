import type { Nodes, Root } from 'mdast';
import type { Manuscript } from '../model/manuscript.ts';
import type { Span } from '../model/span.ts';
import { bookmarkSpans, readDocument, readWordParts } from '../read/index.ts';

/** A written draft as the program's own reader reads it, and where its figures stand. */
export interface MarkedManuscript {
  readonly manuscript: Manuscript;
  /** Ledger id → place in the text form. */
  readonly marks: ReadonlyMap<string, Span>;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Reads a drafted Word file; its figures stand in bookmarks named by ledger id. */
export function marksOfWord(name: string, bytes: Uint8Array): MarkedManuscript {
  const parts = readWordParts(name, bytes);
  const visible = [...bookmarkSpans(parts)].flatMap(([id, span]) => (span === null ? [] : [[id, span] as const]));
  return { manuscript: parts.manuscript, marks: new Map(visible) };
}

/**
 * Reads a draft's tree as its Markdown reads. Markdown has no bookmarks, so the tree is written a second time with a private-use
 * character on either side of each figure; what is read is the same text but for these. By searching the digits instead, 2所 would
 * be found wherever there are 2 schools.
 */
export async function marksOfTree(tree: Root): Promise<MarkedManuscript> {
  const { writeMarkdown } = await import('../write/markdown.ts');
  const encoder = new TextEncoder();
  const ids: string[] = [];
  const marked = await readDocument('草稿.md', encoder.encode(writeMarkdown(withMarks(tree, ids) as Root)));
  const manuscript = await readDocument('草稿.md', encoder.encode(writeMarkdown(tree)));
  const marks = new Map<string, Span>();
  let removed = 0;
  let start = 0;
  for (const { 0: mark, index } of marked.text.matchAll(/[\uE000\uE001]/g)) {
    if (mark === OPEN) start = index - removed;
    else marks.set(ids[marks.size] ?? '', { start, end: index - removed });
    removed += 1;
  }
  return { manuscript, marks };
}

function withMarks(node: Nodes, ids: string[]): Nodes {
  if (node.type === 'figure') {
    ids.push(node.id);
    return { ...node, value: `${OPEN}${node.value}${CLOSE}` };
  }
  return 'children' in node
    ? ({ ...node, children: node.children.map((child) => withMarks(child, ids)) } as Nodes)
    : node;
}
