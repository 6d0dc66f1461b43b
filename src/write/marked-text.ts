import type { Span } from '../model/span.ts';
import { MARKED_HEAD } from '../read/text/marked.ts';

/** A stretch of a text that gives way to another. */
export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** A text with stretches replaced, and where a place of the old one is in it. */
export interface ReplacedText {
  readonly text: string;
  readonly moved: (span: Span) => Span;
}

/** Replaces stretches of a text; they must not overlap. */
export function replacedText(text: string, replacements: readonly Replacement[]): ReplacedText {
  const sorted = [...replacements].sort((a, b) => a.span.start - b.span.start);
  let written = '';
  let done = 0;
  for (const { span, text: after } of sorted) {
    written += text.slice(done, span.start) + after;
    done = span.end;
  }
  const at = (offset: number, end: boolean): number => {
    let shift = 0;
    for (const { span, text: after } of sorted) {
      if (span.end <= offset) shift += after.length - (span.end - span.start);
      else if (span.start < offset) return span.start + shift + (end ? after.length : 0);
      else break;
    }
    return offset + shift;
  };
  const moved = ({ start, end }: Span): Span => ({ start: at(start, false), end: at(end, true) });
  return { text: written + text.slice(done), moved };
}

/**
 * A new text with what it replaced and with notes, as marks that people read (【40.88→41.3】万人【※批注】) and the program reads
 * as the new text. Line 1 says what the marks are, so that no 【】 of the writer's own is ever taken for one.
 *
 * @param changed stretches of the new text with what stood there
 * @param notes told behind the stretch that they are about
 */
export function markedText(
  text: string,
  changed: readonly { readonly span: Span; readonly before: string }[],
  notes: readonly { readonly span: Span; readonly words: string }[],
): string {
  // where a note stands in mid-number, the mark of the change is closed first
  const behind = (offset: number): number =>
    changed.find(({ span }) => span.start < offset && offset < span.end)?.span.end ?? offset;
  const pieces = [
    ...changed.map(({ span, before }) => ({
      at: span.start,
      order: 1,
      text: `【${before}→${text.slice(span.start, span.end)}】`,
      until: span.end,
    })),
    ...notes.map(({ span, words }) => {
      const at = behind(span.end);
      return { at, order: 0, text: `【※${plain(words)}】`, until: at };
    }),
  ].sort((a, b) => a.at - b.at || a.order - b.order);
  let written = `${MARKED_HEAD}\n`;
  let done = 0;
  for (const piece of pieces) {
    written += text.slice(done, piece.at) + piece.text;
    done = piece.until;
  }
  return written + text.slice(done);
}

/** A note must not end before its end. */
function plain(words: string): string {
  return words
    .replaceAll('【', '［')
    .replaceAll('】', '］')
    .replaceAll(/\s*\n\s*/gu, ' ');
}
