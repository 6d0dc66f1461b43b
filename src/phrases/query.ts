import type { Stage } from '../model/figure.ts';
import { INDICATORS, stagesIn } from '../vocabulary/index.ts';
import type { PhraseIndex } from './search-index.ts';
import { indicatorTerm, isLongWord } from './search-index.ts';
import type { Segmenter } from './segmenter.ts';
import { withoutSlips } from './slips.ts';
import { bigramsOf, type TextToken, tokensOf } from './tokens.ts';

/** A query as typed, understood against one library. */
export interface UnderstoodQuery {
  /** As searched for. */
  readonly text: string;
  /** What was typed, where a slip in it was corrected; else null. */
  readonly typed: string | null;
  readonly tokens: readonly TextToken[];
  /** Words of two characters and more, each once. */
  readonly words: readonly string[];
  readonly pairs: readonly string[];
  /** Ids of the indicators that the query names. */
  readonly indicators: readonly string[];
  readonly stages: readonly Stage[];
  /** What the index is asked for. */
  readonly terms: readonly string[];
}

/** Reads a query: its words, pairs of characters and what it names; slips are corrected by what the library knows. */
export function understandQuery(typed: string, index: PhraseIndex, segmenter: Segmenter): UnderstoodQuery {
  // braces are how frames write their slots
  const clean = typed.normalize('NFKC').replaceAll(/[{}]/g, ' ').trim();
  const corrected = withoutSlips(clean, (pair) => index.count(pair));
  const text = corrected ?? clean;
  const tokens = tokensOf(text, segmenter);
  const words = unique(
    tokens.filter(({ kind, text }) => kind === 'word' && text.length > 1).map((token) => token.text),
  );
  const pairs = unique(bigramsOf(text));
  const indicators = indicatorsIn(text);
  return {
    text,
    typed: corrected === null ? null : typed,
    tokens,
    words,
    pairs,
    indicators,
    stages: unique(stagesIn(text).flatMap(({ stage }) => (stage === null ? [] : [stage]))),
    terms: unique([...pairs, ...words.filter(isLongWord), ...indicators.map(indicatorTerm)]),
  };
}

/** Names of the vocabulary by their first two characters, the longest first. */
const namesByHead = new Map<string, (readonly [name: string, id: string])[]>();
for (const { id, name, aliases } of INDICATORS) {
  for (const one of [name, ...aliases]) {
    const head = one.slice(0, 2);
    namesByHead.set(head, [...(namesByHead.get(head) ?? []), [one, id]]);
  }
}
for (const names of namesByHead.values()) names.sort(([a], [b]) => b.length - a.length);

/** The indicators that a text names, by the longest names in it: 生均图书册数 names no 图书. */
export function indicatorsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const names = namesByHead.get(text.slice(at, at + 2))?.filter(([name]) => text.startsWith(name, at)) ?? [];
    const longest = names[0]?.[0] ?? '';
    if (longest.length < 2) continue;
    found.push(...names.filter(([name]) => name === longest).map(([, id]) => id));
    at += longest.length - 1;
  }
  return unique(found);
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
