import type { Span } from '../../model/span.ts';
import type { WordParts } from './read.ts';
import type { SourceBookmark } from './walker.ts';

/**
 * The bookmarks of a Word file by name, as spans of its text form. A bookmark whose text was deleted, with or without change
 * tracking, has the span null; one that was deleted itself, as happens when its text is typed over as a whole, is not there.
 */
export function bookmarkSpans({ manuscript, paragraphs, bookmarks }: WordParts): Map<string, Span | null> {
  const sorted = [...bookmarks].sort((a, b) => a.range.start - b.range.start);
  const spans = new Map<string, Span | null>(sorted.map(({ name }) => [name, null]));
  const owners = new Map<string, SourceBookmark>();
  for (const [index, { pieces, markerLength }] of paragraphs.entries()) {
    let offset = (manuscript.paragraphs[index]?.span.start ?? 0) + markerLength;
    for (const { text, source } of pieces) {
      // a piece is in a bookmark where its text begins; a bookmark never begins inside a text element
      for (const bookmark of around(sorted, source.start)) {
        const { name } = bookmark;
        const known = spans.get(name);
        // a moved text may stand there twice, once deleted: the first that shows counts
        if ((owners.get(name) ?? bookmark) !== bookmark) continue;
        owners.set(name, bookmark);
        spans.set(name, { start: known?.start ?? offset, end: offset + text.length });
      }
      offset += text.length;
    }
  }
  return spans;
}

/** Those of the bookmarks, sorted by their beginnings, that hold a place; ours are short and do not nest, so few are looked at. */
function around(sorted: readonly SourceBookmark[], at: number): readonly SourceBookmark[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.range.start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(Math.max(0, low - NESTED), low).filter(({ range }) => at < range.end);
}

/** How many bookmarks may begin between one and its text. */
const NESTED = 12;
