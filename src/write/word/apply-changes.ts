import type { Span } from '../../model/span.ts';
import { WordEditor } from './word-editor.ts';

/** Something to be done to a Word file, at a span of its text form as it was handed in. */
export type WordChange =
  | { readonly kind: 'replace'; readonly span: Span; readonly text: string }
  | { readonly kind: 'comment'; readonly span: Span; readonly paragraphs: readonly string[] };

/** Who changes it: name and initials as shown in the margin, and when; without a date the file comes out the same twice. */
export interface ChangeAuthor {
  readonly author: string;
  readonly initials: string;
  readonly date: string | null;
}

export interface ChangedWord {
  /** The very same bytes where nothing was changed. */
  readonly bytes: Uint8Array;
  /** Where a place of the old text form is in the new one, all changes accepted. */
  readonly moved: (span: Span) => Span;
  readonly applied: ReadonlySet<WordChange>;
  /** Places that hold no text of the file, or none that can be cut (fields, formulas), and those that overlap others. */
  readonly refused: readonly WordChange[];
}

/**
 * Applies changes to a Word file: new texts as tracked changes, comments at their places, all else byte for byte as it was. A
 * comment that stands in the file with the same words is not put there again.
 * @param file its name, for messages
 * @throws InputError where the file cannot be read, or not be written safely
 */
export function applyChanges(
  file: string,
  bytes: Uint8Array,
  changes: readonly WordChange[],
  by: ChangeAuthor,
): ChangedWord {
  const applied = new Set<WordChange>();
  const editor = new WordEditor(file, bytes);
  const replaced: { readonly span: Span; readonly text: string }[] = [];
  for (const change of changes) {
    if (change.kind !== 'replace' || !editor.replace(change.span, change.text, by)) continue;
    replaced.push(change);
    applied.add(change);
  }
  replaced.sort((a, b) => a.span.start - b.span.start);
  const moved = ({ start, end }: Span): Span => ({
    start: movedOffset(replaced, start, 'start'),
    end: movedOffset(replaced, end, 'end'),
  });
  let result = editor.save();
  const comments = changes.filter((change) => change.kind === 'comment');
  if (comments.length > 0) {
    // on the file as changed: a comment may begin or end inside of what has been replaced
    const commenting = new WordEditor(file, result);
    for (const change of comments) {
      const words = change.paragraphs.join('\n');
      const known = commenting.known.some(({ author, text }) => author === by.author && text === words);
      if (known || commenting.comment(moved(change.span), { ...by, paragraphs: change.paragraphs }))
        applied.add(change);
    }
    result = commenting.save();
  }
  return { bytes: result, moved, applied, refused: changes.filter((change) => !applied.has(change)) };
}

/** A place inside of what was replaced is its new beginning or end. */
function movedOffset(
  replaced: readonly { readonly span: Span; readonly text: string }[],
  offset: number,
  side: 'start' | 'end',
): number {
  let shift = 0;
  for (const { span, text } of replaced) {
    if (span.end <= offset) shift += text.length - (span.end - span.start);
    else if (span.start < offset) return span.start + shift + (side === 'end' ? text.length : 0);
    else break;
  }
  return offset + shift;
}
