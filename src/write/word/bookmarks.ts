import type { Span } from '../../model/span.ts';
import type { WordParts } from '../../read/index.ts';
import { parseXml } from '../../read/word/xml.ts';

/**
 * The bookmarks of a Word file by name, as spans of its text form. A bookmark whose text was deleted, with or without change
 * tracking, has the span null; one that was deleted itself, as happens when its text is typed over as a whole, is not there.
 */
export function bookmarkSpans(parts: WordParts): Map<string, Span | null> {
  const ranges = sourceRanges(parts);
  const { manuscript, paragraphs } = parts;
  const spans = new Map<string, Span | null>(ranges.map(([name]) => [name, null]));
  const owners = new Map<string, Range>();
  for (const [index, { pieces, markerLength }] of paragraphs.entries()) {
    let offset = (manuscript.paragraphs[index]?.span.start ?? 0) + markerLength;
    for (const { text, source } of pieces) {
      // a piece is in a bookmark where its text begins; a bookmark never begins inside a text element
      for (const [name, range] of around(ranges, source.start)) {
        const known = spans.get(name);
        // a moved text may stand there twice, once deleted: the first that shows counts
        if ((owners.get(name) ?? range) !== range) continue;
        owners.set(name, range);
        spans.set(name, { start: known?.start ?? offset, end: offset + text.length });
      }
      offset += text.length;
    }
  }
  return spans;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Those of the ranges, sorted by their beginnings, that hold a place; ours are short and do not nest, so few are looked at. */
function around(ranges: readonly (readonly [string, Range])[], at: number): (readonly [string, Range])[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1].start ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return ranges.slice(Math.max(0, low - NESTED), low).filter(([, { end }]) => at < end);
}

/** How many bookmarks may begin between one and its text. */
const NESTED = 12;

/** Where the bookmarks begin and end in document.xml, in the order of their beginnings; one name may occur twice. */
function sourceRanges({ documentPath, documentXml, encoding }: WordParts): (readonly [name: string, Range])[] {
  const names = new Map<string, { name: string; start: number }>();
  const ranges: (readonly [string, Range])[] = [];
  parseXml(
    { file: '', path: documentPath, xml: documentXml, encoding },
    {
      open: ({ name, end, start, attribute }) => {
        const id = attribute('w:id') ?? '';
        if (name === 'w:bookmarkStart') names.set(id, { name: attribute('w:name') ?? '', start: end });
        const open = name === 'w:bookmarkEnd' ? names.get(id) : undefined;
        if (open === undefined) return;
        ranges.push([open.name, { start: open.start, end: start }]);
        names.delete(id);
      },
    },
  );
  return ranges.sort(([, a], [, b]) => a.start - b.start);
}
