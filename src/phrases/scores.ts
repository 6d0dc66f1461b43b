import type { Segmenter } from './segmenter.ts';
import { type TextToken, tokensOf } from './tokens.ts';

/**
 * How alike two sentences are, in per cent (0–100, whole), the way translation memories tell it: by their words, by their words
 * without figures, and by everything that is printed. A sentence of last year with this year's figures is 100 without figures.
 */
export interface MatchScores {
  readonly words: number;
  readonly withoutFigures: number;
  readonly everything: number;
}

/** Compares two sentences or frames, token by token. */
export function matchScores(a: readonly TextToken[], b: readonly TextToken[]): MatchScores {
  const texts = (tokens: readonly TextToken[], ...kinds: readonly TextToken['kind'][]): string[] =>
    tokens.filter(({ kind, text }) => kinds.includes(kind) && text.trim() !== '').map(({ text }) => text);
  return {
    words: similarity(texts(a, 'word', 'figure'), texts(b, 'word', 'figure')),
    withoutFigures: similarity(texts(a, 'word'), texts(b, 'word')),
    everything: similarity(texts(a, 'word', 'figure', 'mark'), texts(b, 'word', 'figure', 'mark')),
  };
}

/** The same of two texts. */
export function compareTexts(a: string, b: string, segmenter: Segmenter): MatchScores {
  return matchScores(tokensOf(a, segmenter), tokensOf(b, segmenter));
}

/** Levenshtein's distance over whole tokens, as a share of the longer one; two empty lists say nothing to each other. */
function similarity(a: readonly string[], b: readonly string[]): number {
  const longest = Math.max(a.length, b.length);
  if (longest === 0) return 0;
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [row, one] of a.entries()) {
    const current = [row + 1];
    for (const [column, other] of b.entries()) {
      current.push(
        Math.min(
          (before[column + 1] ?? 0) + 1,
          (current[column] ?? 0) + 1,
          (before[column] ?? 0) + (one === other ? 0 : 1),
        ),
      );
    }
    before = current;
  }
  return Math.round(100 * (1 - (before[b.length] ?? longest) / longest));
}
