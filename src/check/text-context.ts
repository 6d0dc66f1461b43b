import type { Paragraph } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import { lex } from '../quantities/lexer.ts';
import type { Token } from '../quantities/token.ts';

/** What a text rule may look at. */
export interface TextContext {
  readonly report: Report;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  /** Every number, period and redacted number of the text, in order. */
  readonly tokens: readonly Token[];
  /** Inside a figure, a period or a name in 《》: no text rule may touch it. */
  readonly isProtected: (offset: number) => boolean;
  /** Inside “”: for rules that leave other people's words alone. */
  readonly isQuoted: (offset: number) => boolean;
}

const FIGURE = 1;
const NAME = 2;
const QUOTATION = 4;

/** Prepares a report for the text rules; one pass over the text and one over its numbers. */
export function textContextOf(report: Report): TextContext {
  const { text, paragraphs } = report.manuscript;
  const tokens = lex(text);
  const marks = new Uint8Array(text.length);
  for (const token of tokens) {
    for (let offset = token.start; offset < token.end; offset++) marks[offset] = FIGURE;
  }
  for (const { span } of paragraphs) {
    markPairs(text, span, '《', '》', NAME, marks);
    markPairs(text, span, '“', '”', QUOTATION, marks);
  }
  return {
    report,
    text,
    paragraphs,
    tokens,
    isProtected: (offset) => ((marks[offset] ?? 0) & (FIGURE | NAME)) !== 0,
    isQuoted: (offset) => ((marks[offset] ?? 0) & QUOTATION) !== 0,
  };
}

/** An opening mark that is never closed protects nothing, or a slip would silence the rest of its paragraph. */
function markPairs(text: string, span: Span, open: string, close: string, mark: number, marks: Uint8Array): void {
  let start = text.indexOf(open, span.start);
  while (start >= 0 && start < span.end) {
    const end = text.indexOf(close, start);
    if (end < 0 || end >= span.end) return;
    for (let offset = start; offset <= end; offset++) marks[offset] = (marks[offset] ?? 0) | mark;
    start = text.indexOf(open, end);
  }
}

/** A Chinese character, by its code unit: the common block is all that a typo can hit. */
export function isHan(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code >= 0x4e00 && code <= 0x9fff;
}

/** The place of a match. */
export function spanOf(match: RegExpMatchArray): Span {
  const start = match.index ?? 0;
  return { start, end: start + match[0].length };
}

/** A finding's places: all would hide the page, so a defect met everywhere shows its first ones and its count. */
export function firstSpans(spans: readonly [Span, ...Span[]]): [Span, ...Span[]] {
  const [first, ...others] = spans;
  return [first, ...others.slice(0, 11)];
}

/** What stands at a place, with a little of its surroundings where the mark alone says nothing. */
export function around(text: string, span: Span, reach = 6): string {
  const from = Math.max(text.lastIndexOf('\n', span.start - 1) + 1, span.start - reach);
  const lineEnd = text.indexOf('\n', span.end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, span.end + reach);
  return text.slice(from, to);
}
