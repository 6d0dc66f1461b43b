import type { Figure, FigureRole, Mask, Stage } from './figure.ts';
import type { Manuscript } from './manuscript.ts';
import type { DocumentKind, Section } from './section.ts';
import type { Span } from './span.ts';
import type { FiguredTable } from './table.ts';

/** A sentence: up to 。！？ or the paragraph's end, with its place in the house of sections. */
export interface Sentence {
  readonly span: Span;
  /** Counts the paragraphs, each cell of a table that stands as tabbed text apart: the same number, the same paragraph. */
  readonly paragraph: number;
}

/**
 * Numbers in one row that share a name (分别为a、b和c; mostly a single number), in the order of the text; redacted members
 * count, since a redacted number still takes its place in a list.
 */
export interface Row {
  readonly members: readonly (Figure | Mask)[];
  /** Index into {@link Report.sentences}. */
  readonly sentence: number;
  /** The text between the row before (or the sentence's start) and the first member. */
  readonly gap: Span;
  /** The gap's clauses, dates cut out; the last one ends at the first member. */
  readonly clauses: readonly string[];
  readonly role: FigureRole;
  readonly label: string;
  readonly indicator: string | null;
  readonly stages: readonly (Stage | null)[];
  /** Labels of the period that dates the row. */
  readonly periods: readonly string[];
  /** The figure before the bracket that the row stands in. */
  readonly head: Figure | null;
  /** Its bracket says 含: a part told beside the others, not added up. */
  readonly included: boolean;
}

/** A manuscript understood: its sections and its named figures. */
export interface Report {
  readonly manuscript: Manuscript;
  readonly kind: DocumentKind;
  readonly title: string | null;
  /** The texts that the file holds, in order; one in most. */
  readonly parts: readonly Span[];
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  readonly masks: readonly Mask[];
  readonly rows: readonly Row[];
  /** The tables' blocks, with the figures of their cells; each is also among {@link figures}. */
  readonly tables: readonly FiguredTable[];
}
