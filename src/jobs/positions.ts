import type { Manuscript } from '../model/manuscript.ts';
import type { Point, Position, Span } from '../model/span.ts';

/** Turns spans of a manuscript into unist positions; a look-up is logarithmic in the number of lines. */
export function positionsIn(manuscript: Manuscript): (span: Span) => Position {
  const starts = manuscript.paragraphs.map((paragraph) => paragraph.span.start);
  const point = (offset: number): Point => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1, offset };
  };
  return (span) => ({ start: point(span.start), end: point(span.end) });
}
