import type { Figure, Mask } from './figure.ts';
import type { Manuscript } from './manuscript.ts';
import type { DocumentKind, Section } from './section.ts';
import type { Span } from './span.ts';

/** A sentence: up to 。！？ or the paragraph's end, with its place in the house of sections. */
export interface Sentence {
  readonly span: Span;
  /** Index into {@link Manuscript.paragraphs}. */
  readonly paragraph: number;
}

/** A manuscript understood: its sections and its named figures. */
export interface Report {
  readonly manuscript: Manuscript;
  readonly kind: DocumentKind;
  readonly title: string | null;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly figures: readonly Figure[];
  readonly masks: readonly Mask[];
}
