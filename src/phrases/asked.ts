import type { SectionRole } from '../model/section.ts';
import { type Alternative, namingsIn } from './concepts.ts';
import { namesLike } from './indicator-names.ts';
import type { Segmenter } from './segmenter.ts';
import { ROLE_CUES } from './synonyms.ts';
import { piecesOf } from './tokens.ts';

/** One thing that a query asks for. */
export interface Asked {
  readonly text: string;
  /** What else says it. */
  readonly alternatives: readonly Alternative[];
  /** Ids of the indicators that it names. */
  readonly indicators: readonly string[];
  /** The words that it is made of; none where it is one word. */
  readonly parts: readonly Asked[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly Alternative[];
  readonly indicators: readonly string[];
}

/**
 * What a query asks for, in order: the things of the trade and the indicators that it names, the longest names first, and the
 * words of the rest. Names are found before words are cut, since people type 控辍 and 音体美老师, which no dictionary cuts well.
 */
export function askedIn(text: string, segmenter: Segmenter): Asked[] {
  return piecesOf(text).flatMap(({ text: piece, figure }) => (figure ? [] : within(piece, segmenter, piece.length)));
}

function within(text: string, segmenter: Segmenter, longest: number): Asked[] {
  const asked: Asked[] = [];
  let from = 0;
  const words = (to: number): void => {
    for (const word of segmenter.cut(text.slice(from, to)))
      if (/^[\p{L}\p{N}]{2,}$/u.test(word)) asked.push({ text: word, alternatives: [], indicators: [], parts: [] });
  };
  for (const { start, end, alternatives, indicators } of chosen(stretchesOf(text), longest)) {
    words(start);
    from = end;
    const own = text.slice(start, end);
    const parts = own.length > 2 ? within(own, segmenter, own.length - 1) : [];
    asked.push({ text: own, alternatives, indicators, parts: parts.length > 1 ? parts : [] });
  }
  words(text.length);
  return asked;
}

/** The stretches that do not overlap, the longest first. */
function chosen(stretches: readonly Stretch[], longest: number): Stretch[] {
  const taken: Stretch[] = [];
  for (const one of [...stretches].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (one.end - one.start > longest || taken.some((other) => one.start < other.end && other.start < one.end))
      continue;
    taken.push(one);
  }
  return taken.sort((a, b) => a.start - b.start);
}

function stretchesOf(text: string): Stretch[] {
  const found = new Map<string, Stretch>();
  const add = (one: Stretch): void => {
    const key = `${one.start} ${one.end}`;
    const known = found.get(key);
    found.set(key, {
      ...one,
      alternatives: [...(known?.alternatives ?? []), ...one.alternatives],
      indicators: [...(known?.indicators ?? []), ...one.indicators],
    });
  };
  for (const naming of namingsIn(text)) add({ ...naming, indicators: [] });
  for (let start = 0; start + 1 < text.length; start += 1) {
    for (const [name, id] of namesLike(text, start))
      if (text.startsWith(name, start)) add({ start, end: start + name.length, alternatives: [], indicators: [id] });
  }
  return [...found.values()];
}

/** The section that a query speaks for; null where it does not tell. */
export function roleAsked(text: string): SectionRole {
  return ROLE_CUES.find(([, cues]) => cues.test(text))?.[0] ?? null;
}
