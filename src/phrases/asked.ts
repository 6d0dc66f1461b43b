import type { SectionRole } from '../model/section.ts';
import { INDICATORS } from '../vocabulary/index.ts';
import { type Alternative, namingsIn, says } from './concepts.ts';
import type { Phrase } from './phrase.ts';
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

/** A phrase as it is searched: its wording, what its slots hold, the titles it stood under. */
export interface Fields {
  readonly frame: string;
  readonly names: string;
  readonly sections: string;
  readonly indicators: ReadonlySet<string>;
}

export function fieldsOf({ frame, slots, sources }: Phrase): Fields {
  return {
    frame,
    names: slots.map(({ name }) => name).join('|'),
    sections: sources.map(({ section }, at) => (section === sources[at - 1]?.section ? '' : section)).join('|'),
    indicators: new Set(slots.flatMap((slot) => (slot.kind === 'figure' ? [slot.indicator ?? ''] : []))),
  };
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
      if (/^[\p{L}\p{N}]{2,}$/u.test(word))
        asked.push({ text: word, alternatives: [], indicators: [], parts: [] });
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
    if (one.end - one.start > longest || taken.some((other) => one.start < other.end && other.start < one.end)) continue;
    taken.push(one);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Names of the vocabulary by their first two characters. */
const namesByHead = new Map<string, (readonly [name: string, id: string])[]>();
for (const { id, name, aliases } of INDICATORS) {
  for (const one of [name, ...aliases]) {
    const head = one.slice(0, 2);
    if (one.length > 1) namesByHead.set(head, [...(namesByHead.get(head) ?? []), [one, id]]);
  }
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
    for (const [name, id] of namesByHead.get(text.slice(start, start + 2)) ?? [])
      if (text.startsWith(name, start))
        add({ start, end: start + name.length, alternatives: [], indicators: [id] });
  }
  return [...found.values()];
}

/** The section that a query speaks for; null where it does not tell. */
export function roleAsked(text: string): SectionRole {
  return ROLE_CUES.find(([, cues]) => cues.test(text))?.[0] ?? null;
}

const IN_NAMES = 0.9;
const IN_SECTION = 0.55;
const BY_INDICATOR = 0.95;
const BY_PARTS = 0.8;
const BY_PAIRS = 0.6;

/** How nearly a phrase says one thing that is asked for, 0 to 1: itself, another name for it, what belongs to it, or its parts. */
export function saidIn(fields: Fields, asked: Asked): number {
  const { frame, names, sections, indicators } = fields;
  const { text } = asked;
  if (frame.includes(text)) return 1;
  let best = asked.indicators.some((id) => indicators.has(id)) ? BY_INDICATOR : 0;
  if (names.includes(text)) best = Math.max(best, IN_NAMES);
  for (const { form, strength } of asked.alternatives) {
    if (strength <= best) continue;
    if (says(frame, form)) best = strength;
    else if (strength * IN_NAMES > best && says(names, form)) best = strength * IN_NAMES;
    else if (strength * IN_SECTION > best && says(sections, form)) best = strength * IN_SECTION;
  }
  if (best < IN_SECTION && sections.includes(text)) best = IN_SECTION;
  if (asked.parts.length > 0 && best < BY_PARTS) {
    const said = asked.parts.reduce((total, part) => total + saidIn(fields, part), 0) / asked.parts.length;
    best = Math.max(best, BY_PARTS * said);
  }
  if (text.length > 2 && best < BY_PAIRS) best = Math.max(best, BY_PAIRS * pairsSaid(frame, text));
  return best;
}

/** The share of a word's neighbouring characters that a text has, for words that nobody knows. */
function pairsSaid(text: string, word: string): number {
  let said = 0;
  for (let at = 0; at + 1 < word.length; at += 1) if (text.includes(word.slice(at, at + 2))) said += 1;
  return said / (word.length - 1);
}
