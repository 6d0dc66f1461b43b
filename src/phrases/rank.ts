import { normalFrame } from './mine.ts';
import { penaltiesOf, type Penalty, type Purpose, reusability } from './penalties.ts';
import { isStandard, type Phrase } from './phrase.ts';
import type { UnderstoodQuery } from './query.ts';

/** How well a phrase answers a query. */
export interface Ranked {
  readonly phrase: Phrase;
  /** 0 to 100. */
  readonly score: number;
  readonly penalties: readonly Penalty[];
}

/** What each part of a query says, in shares of its whole; see `test/bench/phrases.js` for what they were chosen by. */
const PAIRS = 0.45;
const WORDS = 0.35;
const NAMES = 0.2;
/** The share of the score that the phrase's own fitness for use decides. */
const FITNESS = 0.12;
const EXACT = 0.15;
/** So many of the best by their wording are weighed further. */
const WEIGHED = 60;
const MOST_PIECES = 24;

/**
 * Orders phrases by how well they answer a query: the share of the query's pairs and words that they have, rare ones counting
 * more, the indicators and stages that it names and they have slots for, the whole query in one piece; then by how well they have
 * served, less what speaks against them.
 * @param rarity weight of a pair of characters, by how few phrases have it
 */
export function rank(
  phrases: readonly Phrase[],
  query: UnderstoodQuery,
  purpose: Purpose,
  rarity: (pair: string) => number,
): Ranked[] {
  const pairs = heaviest(query.pairs.map((pair) => [pair, rarity(pair)] as const));
  const words = heaviest(query.words.map((word) => [word, wordWeight(word, rarity)] as const));
  const whole = normalFrame(query.text);
  return phrases
    .map((phrase) => ({ phrase, answer: answerOf(phrase, query, pairs, words, whole) }))
    .sort((a, b) => b.answer - a.answer)
    .slice(0, WEIGHED)
    .map(({ phrase, answer }) => {
      const penalties = penaltiesOf(phrase, purpose);
      const off = penalties.reduce((total, { points }) => total + points, 0) / 100;
      const fitness = 1 - FITNESS + FITNESS * reusability(phrase, isStandard(phrase));
      return { phrase, score: Math.round(1000 * answer * fitness * Math.max(0, 1 - off)) / 10, penalties };
    })
    .sort(
      (a, b) =>
        b.score - a.score || a.phrase.frame.length - b.phrase.frame.length || (a.phrase.id < b.phrase.id ? -1 : 1),
    );
}

type Weighed = readonly (readonly [piece: string, weight: number])[];

/** A sentence typed whole is told by its rarest pieces. */
function heaviest(pieces: Weighed): Weighed {
  return pieces.length <= MOST_PIECES ? pieces : [...pieces].sort(([, a], [, b]) => b - a).slice(0, MOST_PIECES);
}

/** How well the wording alone answers, 0 to 1. */
function answerOf(phrase: Phrase, query: UnderstoodQuery, pairs: Weighed, words: Weighed, whole: string): number {
  const { frame } = phrase;
  const found = covered(pairs, frame);
  const parts = [
    [PAIRS, found],
    [WORDS, covered(words, frame)],
    [NAMES, named(query, phrase)],
  ] as const;
  const weight = parts.reduce((total, [share, value]) => total + (value === null ? 0 : share), 0);
  const relevance =
    weight === 0 ? 0 : parts.reduce((total, [share, value]) => total + share * (value ?? 0), 0) / weight;
  const exact = whole !== '' && (found === null || found > 0.999) && normalFrame(frame).includes(whole) ? 1 : 0;
  return (1 - EXACT) * relevance + EXACT * exact;
}

/** The share of what is asked for that a text has; null where nothing is asked for. */
function covered(asked: Weighed, text: string): number | null {
  if (asked.length === 0) return null;
  let total = 0;
  let found = 0;
  for (const [piece, weight] of asked) {
    total += weight;
    if (text.includes(piece)) found += weight;
  }
  return total === 0 ? 0 : found / total;
}

function wordWeight(word: string, rarity: (pair: string) => number): number {
  let highest = 0;
  for (let at = 0; at + 1 < word.length; at += 1) highest = Math.max(highest, rarity(word.slice(at, at + 2)));
  return highest * Math.sqrt(word.length);
}

function named({ indicators, stages }: UnderstoodQuery, { slots, frame }: Phrase): number | null {
  const asked = indicators.length + stages.length;
  if (asked === 0) return null;
  const figures = slots.filter((slot) => slot.kind === 'figure');
  const found =
    indicators.filter((indicator) => figures.some((slot) => slot.indicator === indicator)).length +
    stages.filter((stage) => figures.some((slot) => slot.stage === stage) || frame.includes(stage)).length;
  return found / asked;
}
