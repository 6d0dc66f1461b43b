import { CONCEPT_NAMES } from './concepts.ts';
import { namesLike } from './indicator-names.ts';
import type { Phrase, Slot } from './phrase.ts';
import type { Segmenter } from './segmenter.ts';

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
  return namesLike(slot.name).find(([name]) => name === slot.name)?.[1] ?? slot.indicator;
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
