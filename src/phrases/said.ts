import type { Asked } from './asked.ts';
import { says } from './concepts.ts';
import { type Fields, standsIn } from './fields.ts';
import { type IndicatorName, namesLike } from './indicator-names.ts';

const IN_NAMES = 0.9;
const IN_SECTION = 0.55;
/** The name of an indicator that is the head of a longer one: 生均图书册数 in 生均图书册数差异系数. */
const AS_HEAD = 0.85;
/** What says a thing in several ways is about it. */
const SUPPORT = 0.03;
const MOST_SUPPORT = 4;
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
  let support = 0;
  for (const { form, strength } of asked.alternatives) {
    const own = says(frame, form);
    if (own) support += 1;
    if (strength <= best) continue;
    if (own) best = strength;
    else if (strength * IN_NAMES > best && says(names, form)) best = strength * IN_NAMES;
    else if (strength * IN_SECTION > best && says(sections, form)) best = strength * IN_SECTION;
  }
  best += SUPPORT * Math.min(MOST_SUPPORT, Math.max(0, support - 1));
  if (best < IN_SECTION && sections.includes(text)) best = IN_SECTION;
  if (asked.parts.length > 0 && best < BY_PARTS) {
    const said = asked.parts.reduce((total, part) => total + saidIn(fields, part), 0) / asked.parts.length;
    best = Math.max(best, BY_PARTS * said);
  }
  if (text.length > 2 && best < BY_PAIRS) best = Math.max(best, BY_PAIRS * pairsSaid(frame, text));
  return best;
}

function isHead(frame: string, name: string): boolean {
  const longer = namesLike(name).filter(([other]) => other.length > name.length && other.startsWith(name));
  return longer.some(([other]) => frame.includes(other)) && !frame.replaceAll(longest(longer), '').includes(name);
}

function longest(names: readonly IndicatorName[]): RegExp {
  const longestFirst = names.map(([name]) => name).sort((a, b) => b.length - a.length);
  return new RegExp(longestFirst.join('|'), 'gu');
}

/** The share of a word's neighbouring characters that a text has, for words that nobody knows. */
function pairsSaid(text: string, word: string): number {
  let said = 0;
  for (let at = 0; at + 1 < word.length; at += 1) if (text.includes(word.slice(at, at + 2))) said += 1;
  return said / (word.length - 1);
}
