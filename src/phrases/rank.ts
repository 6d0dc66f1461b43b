import type { SectionRole } from '../model/section.ts';
import type { Asked } from './asked.ts';
import { cutFieldsOf, type Fields, fieldsOf, standsIn } from './fields.ts';
import { normalFrame } from './mine.ts';
import { penaltiesOf, type Penalty, type Purpose, reusability } from './penalties.ts';
import { isStandard, type Phrase } from './phrase.ts';
import type { UnderstoodQuery } from './query.ts';
import { saidIn } from './said.ts';
import type { Segmenter } from './segmenter.ts';

/** How well a phrase answers a query. */
export interface Ranked {
  readonly phrase: Phrase;
  /** 0 to 100. */
  readonly score: number;
  readonly penalties: readonly Penalty[];
}

/** What each part of a query says, in shares of its whole; see `test/phrases/judged/README.md` for what they were chosen by. */
const PAIRS = 0.3;
const THINGS = 0.5;
const NAMES = 0.06;
const ROLE = 0.1;
/** Where nothing but a section is asked for: 下一步打算. */
const ONLY_ROLE = 1.2;
/** The share of the score that the phrase's own fitness for use decides. */
const FITNESS = 0.1;
const EXACT = 0.12;
const FOCUS = 0.04;
/** So many of the best by their wording are cut into words and weighed further. */
const WEIGHED = 30;
const MOST_PIECES = 20;
/** A pair that stands in the name of a slot and not in the wording. */
const IN_NAMES = 0.8;
/** What every sentence of these reports could have: it tells little of what is wanted. */
const FILLERS = new Set(
  '加强 推进 落实 做好 加大 进一步 积极 不断 实施 开展 建立 健全 完善 提高 实现 确保 工作 情况 我县 全县 近三年 年来 问题 方面 力度 依法 存在 仍然 进行 通过 以及 有关 相关 全面 切实 我校 全区 我区 全市 下一步 下步 打算 计划 继续'.split(
    ' ',
  ),
);
const FILLER = 0.3;

/**
 * Orders phrases by how well they answer a query: what it asks for and they say, in its own words, in other words for the same or
 * by their slots, rare things counting more; the section that it speaks for; the whole query in one piece, and early in a short
 * phrase; then by how well they have served, less what speaks against them.
 * @param rarity weight of a pair of characters, by how few phrases have it
 */
export function rank(
  phrases: readonly Phrase[],
  query: UnderstoodQuery,
  purpose: Purpose,
  rarity: (pair: string) => number,
  segmenter: Segmenter,
): Ranked[] {
  const pairs = heaviest(query.pairs.map((pair) => [pair, rarity(pair)] as const));
  const things = heaviest(query.asked.map((asked) => [asked, weightOf(asked, rarity)] as const));
  const whole = normalFrame(query.text);
  const answer = (phrase: Phrase, fields: Fields): number => answerOf(phrase, fields, query, pairs, things, whole);
  return phrases
    .map((phrase) => ({ phrase, roughly: answer(phrase, fieldsOf(phrase)) }))
    .sort((a, b) => b.roughly - a.roughly)
    .slice(0, WEIGHED)
    .map(({ phrase }) => ({ phrase, answer: answer(phrase, cutFieldsOf(phrase, segmenter)) }))
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

type Weighed<T> = readonly (readonly [piece: T, weight: number])[];

/** A sentence typed whole is told by its rarest pieces. */
function heaviest<T>(pieces: Weighed<T>): Weighed<T> {
  return pieces.length <= MOST_PIECES ? pieces : [...pieces].sort(([, a], [, b]) => b - a).slice(0, MOST_PIECES);
}

/** How well the wording and the slots answer, 0 to 1. */
function answerOf(
  phrase: Phrase,
  fields: Fields,
  query: UnderstoodQuery,
  pairs: Weighed<string>,
  things: Weighed<Asked>,
  whole: string,
): number {
  const said = new Map<string, number>();
  for (const [asked] of things) said.set(asked.text, saidIn(fields, asked));
  const known = (pair: string): number => {
    if (standsIn(fields, pair)) return 1;
    let best = fields.names.includes(pair) ? IN_NAMES : 0;
    for (const [text, value] of said) if (value > best && text.includes(pair)) best = value;
    return best;
  };
  const found = covered(pairs, known);
  const parts = [
    [PAIRS, found],
    [THINGS, covered(things, ({ text }) => said.get(text) ?? 0)],
    [NAMES, named(query, fields, phrase)],
    [
      query.role !== null && things.every(([{ text }]) => FILLERS.has(text)) ? ONLY_ROLE : ROLE,
      inRole(query.role, phrase),
    ],
  ] as const;
  const asked = parts.filter(([, value]) => value !== null);
  const weight = asked.reduce((total, [share]) => total + share, 0);
  // a query without words asks for no section either, unless it names one
  const relevance =
    asked.length === 1 && query.role === null
      ? 0
      : asked.reduce((total, [share, value]) => total + share * (value ?? 0), 0) / weight;
  const all = [...said.values()].every((value) => value === 1);
  const exact =
    whole !== '' && all && (found === null || found > 0.999) && normalFrame(phrase.frame).includes(whole) ? 1 : 0;
  return relevance * (1 - EXACT - FOCUS + FOCUS * focusOf(fields, things)) + EXACT * exact;
}

/** The share of what is asked for that a phrase has; null where nothing is asked for. */
function covered<T>(asked: Weighed<T>, known: (piece: T) => number): number | null {
  if (asked.length === 0) return null;
  let total = 0;
  let found = 0;
  for (const [piece, weight] of asked) {
    total += weight;
    found += weight * known(piece);
  }
  return total === 0 ? 0 : found / total;
}

/** Whether the phrase speaks of what is asked for or only mentions it: early, and in few words, 0 to 1. */
function focusOf({ frame }: Fields, things: Weighed<Asked>): number {
  const places = things.map(([{ text }]) => frame.indexOf(text)).filter((at) => at !== -1);
  if (places.length === 0) return 0.4;
  const early = 1 - Math.min(...places) / frame.length;
  return 0.6 * early + 0.4 * Math.min(1, 40 / frame.length);
}

function weightOf({ text, alternatives }: Asked, rarity: (pair: string) => number): number {
  const own = rarest(text, rarity);
  // a name that the library does not use weighs what the commonest of its other names does
  const others = alternatives
    .filter(({ strength }) => strength > 0.5)
    .map(({ form }) => rarest(form.words.join(''), rarity));
  const weight = Math.min(own, Math.max(2, ...[Math.min(...others)].filter(Number.isFinite), 0) + 1.5);
  return (FILLERS.has(text) ? FILLER : 1) * weight * Math.sqrt(Math.min(text.length, 6));
}

function rarest(text: string, rarity: (pair: string) => number): number {
  let highest = 0;
  for (let at = 0; at + 1 < text.length; at += 1) highest = Math.max(highest, rarity(text.slice(at, at + 2)));
  return highest;
}

function named({ indicators, stages }: UnderstoodQuery, fields: Fields, { slots }: Phrase): number | null {
  const asked = indicators.length + stages.length;
  if (asked === 0) return null;
  const found =
    indicators.filter((indicator) => fields.indicators.includes(indicator)).length +
    stages.filter(
      (stage) => slots.some((slot) => slot.kind === 'figure' && slot.stage === stage) || fields.frame.includes(stage),
    ).length;
  return found / asked;
}

/** Most of a report tells what was done: who does not say that he writes of problems or plans, does not. */
const TOLD = 1;
const UNASKED = 0.7;

function inRole(role: SectionRole, { sources }: Phrase): number {
  if (role !== null) return Number(sources.some((source) => source.role === role));
  return sources.every((source) => source.role === 'problems' || source.role === 'plans') ? UNASKED : TOLD;
}
