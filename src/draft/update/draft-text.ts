import type { Manuscript } from '../../model/manuscript.ts';
import type { Span } from '../../model/span.ts';
import { sentencesOf } from '../../structure/sentences.ts';

/** A sentence of the draft, with the marks in it. */
export interface MarkedSentence {
  readonly span: Span;
  readonly text: string;
  /** Its words, each marked figure one `□`. */
  readonly words: string;
  readonly marks: readonly string[];
}

/** A draft as people have left it: its text, and where its marks are. */
export interface DraftText {
  readonly text: string;
  readonly sentences: readonly MarkedSentence[];
  /** Where the text under a mark is; null where it was deleted, undefined where the mark itself is gone. */
  place(id: string): Span | null | undefined;
  /** Whether a mark lies on any of this. */
  marked(span: Span): boolean;
  /** The sentence around a place. */
  around(offset: number): MarkedSentence | null;
}

/** Puts a draft's text and its bookmarks together; those that are no figures of the draft are left out. */
export function draftText(
  manuscript: Manuscript,
  bookmarks: ReadonlyMap<string, Span | null>,
  ids: ReadonlySet<string>,
): DraftText {
  const { text } = manuscript;
  const places = [...bookmarks].flatMap(([id, span]) => (ids.has(id) && span !== null ? [{ id, span }] : []));
  places.sort((a, b) => a.span.start - b.span.start);
  const sentences = sentencesOf(manuscript).map(({ span }): MarkedSentence => {
    const inside = places.filter((place) => place.span.start >= span.start && place.span.end <= span.end);
    let words = '';
    let done = span.start;
    for (const place of inside) {
      if (place.span.start < done) continue;
      words += `${text.slice(done, place.span.start)}□`;
      done = place.span.end;
    }
    words = (words + text.slice(done, span.end)).trim();
    return { span, text: text.slice(span.start, span.end).trim(), words, marks: inside.map(({ id }) => id) };
  });
  return {
    text,
    sentences,
    place: (id) => bookmarks.get(id),
    marked: ({ start, end }) => places.some(({ span }) => span.start < end && start < span.end),
    around: (offset) => sentences.find(({ span }) => span.start <= offset && offset < span.end) ?? null,
  };
}
