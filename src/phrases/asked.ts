import type { SectionRole } from '../model/section.ts';
import { INDICATORS } from '../vocabulary/index.ts';
import { type Alternative, CONCEPT_NAMES, namingsIn, says } from './concepts.ts';
import type { Phrase, Slot } from './phrase.ts';
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
  readonly indicators: readonly (string | null)[];
  /** Where words begin in the wording, and its end; null before it was cut. */
  readonly starts: ReadonlySet<number> | null;
}

/** Of phrases searched before: cutting a frame takes longer than all the rest of weighing it. */
const cut = new WeakMap<Phrase, Fields>();

/** Where long words of the trade are joined, which the segmenter keeps whole: 教师|资格证. */
const HEADS = new Set(CONCEPT_NAMES.filter((name) => name.length === 2));

/** As {@link fieldsOf}, with where its words begin. */
export function cutFieldsOf(phrase: Phrase, segmenter: Segmenter): Fields {
  let fields = cut.get(phrase);
  if (fields === undefined) {
    const starts = new Set([0]);
    let at = 0;
    for (const word of segmenter.cut(phrase.frame)) {
      if (word.length > 3 && HEADS.has(word.slice(0, 2))) starts.add(at + 2);
      starts.add((at += word.length));
    }
    fields = { ...fieldsOf(phrase), starts };
    cut.set(phrase, fields);
  }
  return fields;
}

export function fieldsOf({ frame, slots, sources }: Phrase): Fields {
  return {
    frame,
    starts: null,
    names: slots.map(({ name }) => name).join('|'),
    sections:
      sources.length === 1
        ? (sources[0]?.section ?? '')
        : [...new Set(sources.map(({ section }) => section))].join('|'),
    indicators: slots.map(indicatorOfSlot),
  };
}

/** 县财政安排教师培训经费 is a figure of the text's own, and people who ask for 教师培训经费 mean it too. */
function indicatorOfSlot(slot: Slot): string | null {
  if (slot.kind !== 'figure' || slot.indicator?.startsWith('text:') !== true)
    return slot.kind === 'figure' ? slot.indicator : null;
  return namesByHead.get(slot.name.slice(0, 2))?.find(([name]) => name === slot.name)?.[1] ?? slot.indicator;
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
      if (text.startsWith(name, start)) add({ start, end: start + name.length, alternatives: [], indicators: [id] });
  }
  return [...found.values()];
}

/** The section that a query speaks for; null where it does not tell. */
export function roleAsked(text: string): SectionRole {
  return ROLE_CUES.find(([, cues]) => cues.test(text))?.[0] ?? null;
}

const IN_NAMES = 0.9;
const IN_SECTION = 0.55;
/** The name of an indicator that is the head of a longer one: 生均图书册数 in 生均图书册数差异系数. */
const AS_HEAD = 0.85;
const BY_PARTS = 0.8;
const BY_PAIRS = 0.6;

/** How nearly a phrase says one thing that is asked for, 0 to 1: itself, another name for it, what belongs to it, or its parts. */
export function saidIn(fields: Fields, asked: Asked): number {
  const { frame, names, sections, indicators } = fields;
  const { text } = asked;
  if (asked.indicators.some((id) => indicators.includes(id))) return 1;
  if (standsIn(fields, text)) return asked.indicators.length > 0 && isHead(frame, text) ? AS_HEAD : 1;
  let best = 0;
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

/**
 * Whether a text stands in the wording: as words or as a part of one, but not from the middle of one word into the next, as 师资
 * does in 教师资格 and 学位 in 小学位于.
 */
export function standsIn({ frame, starts }: Fields, text: string): boolean {
  if (starts === null) return frame.includes(text);
  for (let at = frame.indexOf(text); at !== -1; at = frame.indexOf(text, at + 1)) {
    if (starts.has(at)) return true;
    let crosses = false;
    for (let inside = at + 1; inside < at + text.length; inside += 1) crosses ||= starts.has(inside);
    if (!crosses) return true;
  }
  return false;
}

function isHead(frame: string, name: string): boolean {
  const longer = (namesByHead.get(name.slice(0, 2)) ?? []).filter(
    ([other]) => other.length > name.length && other.startsWith(name),
  );
  return longer.some(([other]) => frame.includes(other)) && !frame.replaceAll(longest(longer), '').includes(name);
}

function longest(names: readonly (readonly [name: string, id: string])[]): RegExp {
  const longestFirst = names.map(([name]) => name).sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.join('|'), 'gu');
}

/** The share of a word's neighbouring characters that a text has, for words that nobody knows. */
function pairsSaid(text: string, word: string): number {
  let said = 0;
  for (let at = 0; at + 1 < word.length; at += 1) if (text.includes(word.slice(at, at + 2))) said += 1;
  return said / (word.length - 1);
}
