import type { Stage } from '../model/figure.ts';
import type { SectionRole } from '../model/section.ts';
import { stagesIn } from '../vocabulary/index.ts';
import { type Asked, askedIn, roleAsked } from './asked.ts';
import { namesLike } from './indicator-names.ts';
import type { PhraseIndex } from './search-index.ts';
import { indicatorTerm, isLongWord, roleTerm } from './search-index.ts';
import type { Segmenter } from './segmenter.ts';
import { withoutSlips } from './slips.ts';
import { bigramsOf, bigramsOfFrame, type TextToken, tokensOf } from './tokens.ts';

/** A query as typed, understood against one library. */
export interface UnderstoodQuery {
  /** As searched for. */
  readonly text: string;
  /** What was typed, where a slip in it was corrected; else null. */
  readonly typed: string | null;
  readonly tokens: readonly TextToken[];
  /** What is asked for, in order. */
  readonly asked: readonly Asked[];
  /** The section that it speaks for; null where it does not tell. */
  readonly role: SectionRole;
  readonly pairs: readonly string[];
  /** Ids of the indicators that the query names. */
  readonly indicators: readonly string[];
  readonly stages: readonly Stage[];
  /** What the index is asked for. */
  readonly terms: readonly string[];
  /** Terms of other words for the same, each with its share of a term's weight. */
  readonly others: ReadonlyMap<string, number>;
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
  const asked = askedIn(text, segmenter);
  const role = roleAsked(text);
  const terms = unique([
    ...pairs,
    ...words.filter(isLongWord),
    ...indicators.map(indicatorTerm),
    ...(role === null ? [] : [roleTerm(role)]),
  ]);
  return {
    text,
    typed: corrected === null ? null : typed,
    tokens,
    asked,
    role,
    pairs,
    indicators,
    stages: unique(stagesIn(text).flatMap(({ stage }) => (stage === null ? [] : [stage]))),
    terms,
    others: otherTerms(asked, new Set(terms)),
  };
}

/** What the things asked for are called otherwise, as terms; a form of many pairs spreads its weight over them. */
function otherTerms(asked: readonly Asked[], own: ReadonlySet<string>): Map<string, number> {
  const others = new Map<string, number>();
  const add = (term: string, share: number): void => {
    if (!own.has(term)) others.set(term, Math.max(share, others.get(term) ?? 0));
  };
  for (const { alternatives, indicators, parts } of asked) {
    for (const { form, strength } of alternatives) {
      const pairs = form.words.flatMap(bigramsOfFrame);
      for (const pair of pairs) add(pair, strength / Math.sqrt(pairs.length));
    }
    for (const indicator of indicators) add(indicatorTerm(indicator), 1);
    for (const [term, share] of otherTerms(parts, own)) add(term, share / 2);
  }
  return others;
}

/** The indicators that a text names, by the longest names in it: 生均图书册数 names no 图书. */
export function indicatorsIn(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const names = namesLike(text, at).filter(([name]) => text.startsWith(name, at));
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
