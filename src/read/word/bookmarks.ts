import type { Span } from '../../model/span.ts';
import { lastAtOrBefore } from '../../model/search.ts';
import type { WordParts } from './read.ts';

/**
 * Where the bookmarks of a Word file stand in its text form.
 * @returns by name; of two with one name the first, as Word does; without those that hold no visible text of one paragraph
 */
export function bookmarkSpans(parts: WordParts): ReadonlyMap<string, Span> {
  const { manuscript, paragraphs, bookmarks } = parts;
  const spans = new Map<string, Span>();
  for (const { name, range } of bookmarks) {
    if (spans.has(name)) continue;
    let index = lastAtOrBefore(paragraphs, range.start, ({ source }) => source.start);
    // a text box that ended before it, in the same paragraph, began later than the paragraph
    while (index >= 0 && (paragraphs[index]?.source.end ?? 0) < range.end) index -= 1;
    const paragraph = paragraphs[index];
    const line = manuscript.paragraphs[index];
    if (paragraph === undefined || line === undefined) continue;
    let offset = line.span.start + paragraph.markerLength;
    let start: number | null = null;
    let end = offset;
    for (const { text, source } of paragraph.pieces) {
      if (source.start >= range.start && source.end <= range.end) {
        start ??= offset;
        end = offset + text.length;
      }
      offset += text.length;
    }
    if (start !== null) spans.set(name, { start, end });
  }
  return spans;
}
