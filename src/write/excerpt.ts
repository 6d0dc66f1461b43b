import type { Manuscript } from '../model/manuscript.ts';
import type { Span } from '../model/span.ts';
import { oneLine } from './places.ts';

/** Characters told on either side of a place: enough to find it by eye, and one line of a terminal. */
const REACH = 16;
/** A place longer than this is a clause or a list; its head and tail tell it. */
const LONGEST = 44;
const TAIL = 12;

/**
 * A place in one line: the words around it, and itself in 【】.
 *
 * @param emphasise what is done to the place with its brackets, such as colouring it
 */
export function excerpt(
  manuscript: Manuscript,
  span: Span,
  emphasise: (place: string) => string = (text) => text,
): string {
  const { text } = manuscript;
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = endOfLine(text, span.start);
  // A place that runs on into further paragraphs (the items of a list) is told by its first one.
  const end = Math.min(span.end, lineEnd);
  const place = oneLine(text.slice(span.start, end));
  const marked = emphasise(`【${shortened(place)}】`);
  if (place.length > LONGEST) return marked;
  let from = onCharacter(text, Math.max(lineStart, span.start - REACH));
  let to = onCharacter(text, Math.min(lineEnd, end + REACH));
  // Half a number beside a finding would be taken for another number.
  while (from > lineStart && inNumber(text, from)) from -= 1;
  while (to < lineEnd && inNumber(text, to)) to += 1;
  const before = oneLine(text.slice(from, span.start)).trimStart();
  const after = oneLine(text.slice(end, to)).trimEnd();
  return `${from > lineStart ? '…' : ''}${before}${marked}${after}${to < lineEnd ? '…' : ''}`;
}

function shortened(place: string): string {
  if (place.length <= LONGEST) return place;
  const head = onCharacter(place, LONGEST - TAIL);
  return `${place.slice(0, head)}…${place.slice(onCharacter(place, place.length - TAIL))}`;
}

/** An offset moved out of the middle of a surrogate pair (rare characters of names). */
function onCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function inNumber(text: string, offset: number): boolean {
  return /^[\d.,%][\d.,%]$/u.test(text.slice(offset - 1, offset + 1));
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
