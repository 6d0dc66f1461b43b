import type { Span } from '../../model/span.ts';
import type { DraftText } from './draft-text.ts';
import { likeness } from './likeness.ts';
import type { MarkRecord } from './record.ts';

/** Where a figure whose mark is gone may still stand. */
export interface LostPlace {
  /** The old number, or the whole sentence where that number stands there no more. */
  readonly span: Span;
  readonly says: 'before' | 'after' | 'other';
}

const LIKE = 0.6;

/**
 * Looks for the sentence of a figure that has lost its mark. A cell of a table is not looked for: its row and column are names, no
 * sentence, and the same number stands in other cells.
 */
export function lostPlace(mark: MarkRecord, after: string, draft: DraftText): LostPlace | null {
  if (!mark.sentence.includes(mark.printed)) return null;
  const scored = draft.sentences
    .map((sentence) => ({ sentence, like: likeness(sentence.text, mark.sentence) }))
    .filter(({ like }) => like >= LIKE)
    .sort((a, b) => b.like - a.like);
  const [best] = scored;
  if (best === undefined) return null;
  const { span } = best.sentence;
  const old = numberIn(draft, span, mark.printed);
  if (old !== null) return { span: old, says: 'before' };
  return { span, says: numberIn(draft, span, after) === null ? 'other' : 'after' };
}

/** A number as a whole, not under another figure's mark. */
function numberIn({ text, marked }: DraftText, { start, end }: Span, printed: string): Span | null {
  for (let at = text.indexOf(printed, start); at >= 0 && at < end; at = text.indexOf(printed, at + 1)) {
    const within = { start: at, end: at + printed.length };
    const digits = /[\d.]/;
    const whole = !digits.test(text.charAt(at - 1)) && !(/\d$/.test(printed) && digits.test(text.charAt(within.end)));
    if (whole && !marked(within)) return within;
  }
  return null;
}
