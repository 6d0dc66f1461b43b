import type { Manuscript } from '../model/manuscript.ts';
import { lastAtOrBefore } from '../model/search.ts';
import type { Point, Position, Span } from '../model/span.ts';

/**
 * Turns spans of a manuscript into unist positions; a look-up is logarithmic in the number of lines. Offsets are those of the text
 * form, and in a text file those of the file itself, its carriage returns counted.
 */
export function positionsIn(manuscript: Manuscript): (span: Span) => Position {
  const { paragraphs, carriageReturns = [] } = manuscript;
  const point = (offset: number): Point => {
    const index = Math.max(
      0,
      lastAtOrBefore(paragraphs, offset, ({ span }) => span.start),
    );
    const returns = lastAtOrBefore(carriageReturns, offset - 1, (at) => at) + 1;
    return { line: index + 1, column: offset - (paragraphs[index]?.span.start ?? 0) + 1, offset: offset + returns };
  };
  return (span) => ({ start: point(span.start), end: point(span.end) });
}
