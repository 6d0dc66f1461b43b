import type { LibraryLines } from './library-file.ts';
import type { Purpose } from './penalties.ts';
import type { Phrase } from './phrase.ts';
import { type UnderstoodQuery, understandQuery } from './query.ts';
import { rank, type Ranked } from './rank.ts';
import type { PhraseFilter, PhraseIndex } from './search-index.ts';
import { type MatchScores, matchScores } from './scores.ts';
import type { Segmenter } from './segmenter.ts';
import { tokensOf } from './tokens.ts';

/** A library that can be searched. */
export interface SearchableLibrary {
  /** What people know it by. */
  readonly name: string;
  readonly lines: LibraryLines;
  readonly index: PhraseIndex;
}

export interface SearchRequest {
  readonly text: string;
  readonly filter: PhraseFilter;
  /** What the phrase is wanted for: others are found too, further down. */
  readonly purpose: Purpose;
  readonly limit: number;
}

/** A phrase that answers a query. */
export interface Hit extends Ranked {
  readonly library: string;
  readonly scores: MatchScores;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** What was searched for in place of the words typed, where a slip was corrected; else null. */
  readonly corrected: string | null;
}

/** So many candidates are ranked: with terms of any kind, and once more those that have the rarest terms. */
const CANDIDATES = 150;
const RARE_TERMS = 3;
/** What answers so much worse than the best only shares a common word with the query. */
const SHARE_OF_BEST = 0.25;
const LOWEST = 5;

/** Searches libraries for phrases; the best come first, whichever library they are of. A query without words finds nothing. */
export function search(
  libraries: readonly SearchableLibrary[],
  request: SearchRequest,
  segmenter: Segmenter,
): SearchResult {
  const found: { readonly ranked: Ranked; readonly library: string; readonly query: UnderstoodQuery }[] = [];
  let corrected: string | null = null;
  for (const { name, lines, index } of libraries) {
    const query = understandQuery(request.text, index, segmenter);
    const phrases = candidatesOf(query, request.filter, lines, index);
    const rarity = (pair: string): number => Math.log(1 + index.size / (1 + index.count(pair)));
    const ranked = rank(phrases, query, request.purpose, rarity)
      .filter(({ score }) => score > 0)
      .slice(0, request.limit);
    if (query.typed !== null && ranked.length > 0) corrected ??= query.text;
    found.push(...ranked.map((one) => ({ ranked: one, library: name, query })));
  }
  found.sort((a, b) => b.ranked.score - a.ranked.score);
  const least = Math.max(LOWEST, (found[0]?.ranked.score ?? 0) * SHARE_OF_BEST);
  const best = found.filter(({ ranked }) => ranked.score >= least).slice(0, request.limit);
  return {
    corrected,
    hits: best.map(({ ranked, library, query }) => ({
      ...ranked,
      library,
      scores: matchScores(query.tokens, tokensOf(ranked.phrase.frame, segmenter)),
    })),
  };
}

function candidatesOf(query: UnderstoodQuery, filter: PhraseFilter, lines: LibraryLines, index: PhraseIndex): Phrase[] {
  // one character has no pair: few ask so, and all phrases are looked through
  if (query.terms.length === 0)
    return !/^[\p{L}\p{N}]+$/u.test(query.text) ? [] : scanned(query.text, filter, lines, index);
  const rare = index.telling(query.terms).slice(0, RARE_TERMS);
  const found = new Set([
    ...index.candidates(query.terms, CANDIDATES, filter),
    ...index.candidates(rare, CANDIDATES, filter),
  ]);
  return [...found].map((at) => lines.phrase(at));
}

function scanned(text: string, filter: PhraseFilter, lines: LibraryLines, index: PhraseIndex): Phrase[] {
  const found: Phrase[] = [];
  for (let at = 0; at < lines.size && found.length < CANDIDATES; at += 1) {
    if (!index.passes(at, filter)) continue;
    const phrase = lines.phrase(at);
    if (phrase.frame.includes(text)) found.push(phrase);
  }
  return found;
}
