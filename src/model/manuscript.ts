import type { Span } from './span.ts';

/** Where a paragraph stands in a table; table, row and column from 0, in reading order. */
export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** One line of the text form: a line of a text file, or a paragraph of a Word file. */
export interface Paragraph {
  /** Its text without the line end, as a span of {@link Manuscript.text}. */
  readonly span: Span;
  /** From 1. */
  readonly line: number;
  /** Length of the automatic number that Word prints before it, which is part of the text form; 0 where there is none. */
  readonly markerLength: number;
  /** 1 to 9 where the source itself says that this is a heading (Word outline level, Markdown #), 0 for a title style, else null. */
  readonly outlineLevel: number | null;
  readonly cell: Cell | null;
}

/** Something the reader noticed and the user should know; never a failure. */
export interface ReadMessage {
  readonly code: string;
  /** Chinese, for the person who gave the file. */
  readonly message: string;
  readonly line: number | null;
}

export type SourceFormat = 'text' | 'markdown' | 'word' | 'old-word' | 'pdf';

/** A text of the file that is no paragraph of its body; the lines of the text form do not count it. */
export interface Note {
  readonly kind: 'footnote' | 'endnote' | 'header' | 'footer';
  /** Its paragraphs, joined by `\n`. */
  readonly text: string;
  /** The line where its mark stands; null for headers and footers, and where the format does not tell. */
  readonly line: number | null;
}

/** A document as read: its text form, `\n` between paragraphs, and what is known of each paragraph. */
export interface Manuscript {
  readonly format: SourceFormat;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly messages: readonly ReadMessage[];
  /**
   * Offsets of the line ends that the file writes with a carriage return before them, which the text form leaves out; only for
   * text files, and only where there are some.
   */
  readonly carriageReturns?: readonly number[];
  /** What the file says outside of its body, in reading order; nothing in it is checked. */
  readonly notes: readonly Note[];
}

/** A file that cannot be used as it is. The message is Chinese, says what is wrong and what to do; commands end with exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** Stable identifier of the problem, English. */
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
