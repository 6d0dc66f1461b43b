import { HOMOPHONES, LOOKALIKES } from '../vocabulary/confusable.ts';
import { DOMAIN_WORDS } from './domain-words.ts';

/** Characters that people take for one another, by each of them. */
const confusable = new Map<string, Set<string>>();
for (const group of [...HOMOPHONES, ...LOOKALIKES]) {
  for (const one of group) {
    const others = confusable.get(one) ?? new Set();
    for (const other of group) if (other !== one) others.add(other);
    confusable.set(one, others);
  }
}

/** How often a pair of characters stands in the library. */
export type PairCount = (pair: string) => number;

const HAN_RUN = /\p{Script=Han}{2,}/gu;

/**
 * What a query may have meant: a character all of whose pairs the library has never seen is a slip of the input method where one
 * that sounds or looks alike, or the word of the trade that differs in this character alone, makes pairs that it has. Null where
 * nothing is to be corrected. A query that the library knows is never changed.
 */
export function withoutSlips(query: string, count: PairCount): string | null {
  const corrected = query.replaceAll(HAN_RUN, (run) => {
    let text = run;
    for (let at = 0; at < text.length; at += 1) {
      if (familiarity(text, at, count) > 0) continue;
      text = repaired(text, at, count);
    }
    return text;
  });
  return corrected === query ? null : corrected;
}

/** The count of the commoner of the pairs around a character: none means that it fits nowhere. */
function familiarity(text: string, at: number, count: PairCount): number {
  const pairs = [text.slice(Math.max(0, at - 1), at + 1), text.slice(at, at + 2)].filter((pair) => pair.length === 2);
  return Math.max(0, ...pairs.map(count));
}

/** How well a character stands between its neighbours: the rarer of its two pairs counts, where there are two. */
function fitness(text: string, at: number, count: PairCount): number {
  const pairs = [text.slice(Math.max(0, at - 1), at + 1), text.slice(at, at + 2)].filter((pair) => pair.length === 2);
  const counts = pairs.map(count);
  return Math.min(...counts) + Math.max(...counts) / 1e6;
}

function repaired(text: string, at: number, count: PairCount): string {
  let best = text;
  let highest = 0;
  const propose = (candidate: string, place: number): void => {
    const found = fitness(candidate, place, count);
    if (found > highest) {
      highest = found;
      best = candidate;
    }
  };
  const character = text[at] ?? '';
  for (const other of confusable.get(character) ?? []) propose(text.slice(0, at) + other + text.slice(at + 1), at);
  if (best !== text) return best;
  for (const [from, word] of wordsOneApart(text, at))
    propose(text.slice(0, from) + word + text.slice(from + word.length), at);
  return best;
}

/** Words of the trade by their form with one character left open. */
const byOpenForm = new Map<string, string[]>();
const tradeWords = new Set(DOMAIN_WORDS.filter((word) => word.length >= 3));
for (const word of tradeWords) {
  for (let at = 0; at < word.length; at += 1) {
    const form = openForm(word, at);
    byOpenForm.set(form, [...(byOpenForm.get(form) ?? []), word]);
  }
}
const LONGEST = Math.max(...[...tradeWords].map(({ length }) => length));

function openForm(word: string, at: number): string {
  return `${word.slice(0, at)}?${word.slice(at + 1)}`;
}

/** Words of the trade that stand around a character but for this character, or but for its order with the next one. */
function wordsOneApart(text: string, at: number): [from: number, word: string][] {
  const found: [number, string][] = [];
  const swapped = text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
  for (let length = 3; length <= LONGEST; length += 1) {
    for (let from = Math.max(0, at - length + 1); from <= at && from + length <= text.length; from += 1) {
      const there = text.slice(from, from + length);
      for (const word of byOpenForm.get(openForm(there, at - from)) ?? []) found.push([from, word]);
      const other = swapped.slice(from, from + length);
      if (other !== there && at + 1 < from + length && tradeWords.has(other)) found.push([from, other]);
    }
  }
  return found;
}
