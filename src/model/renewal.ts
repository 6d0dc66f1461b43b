import type { Severity } from './relation.ts';
import type { Span } from './span.ts';

/** A figure of a document that got its new value. */
export interface RenewedFigure {
  readonly name: string;
  readonly before: string;
  readonly after: string;
  /** The sentence as it now reads. */
  readonly sentence: string;
  /** In the text form of the new document. */
  readonly span: Span;
  /** Where the new value is from (Chinese): a cell, or the arithmetic; absent where there is nothing to tell. */
  readonly source?: string;
  /** Whether it was worked out, and not given; or a year that moved on. */
  readonly how?: 'given' | 'carried' | 'computed' | 'year';
}

/**
 * Why a point is open: edited (a person has typed another number), lost (its mark is gone), missing (the data do not give it),
 * rewrite (no number can simply take its place), wording (the words around contradict the new numbers), chart, refused (the place
 * cannot be written to), finding (the check has found it), disagrees (the workbook says one thing, the report's own arithmetic
 * another), year (a year that may or may not move on), kept (left as it was, and nothing is to be done).
 */
export type OpenPointKind =
  | 'edited'
  | 'lost'
  | 'missing'
  | 'rewrite'
  | 'wording'
  | 'chart'
  | 'refused'
  | 'finding'
  | 'disagrees'
  | 'year'
  | 'kept';

/** Something that bringing a document up to date leaves to a person. */
export interface OpenPoint {
  readonly kind: OpenPointKind;
  readonly severity: Severity;
  /** Of the quantity; null where the point is about a sentence. */
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** Chinese, as a colleague would say it. */
  readonly message: string;
  /** The sentence as it now reads; null where the document has none. */
  readonly sentence: string | null;
  /** Its place in the text form of the new document; null where it has none. */
  readonly span: Span | null;
}

/** What was brought up to date in a document, and what was not. */
export interface Renewal {
  readonly renewed: readonly RenewedFigure[];
  readonly open: readonly OpenPoint[];
  /** Figures that say already what the data say. */
  readonly unchanged: number;
  /** Years that moved on; absent where none could. */
  readonly years?: number;
}
