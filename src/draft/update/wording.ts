import { placelessName } from '../reference.ts';
import { comparable, figuresIn, unnumbered, wordsIn } from './frames.ts';
import { type Hunk, hunksOf, likeness } from './likeness.ts';

/** A sentence of a draft as people have left it. */
export interface DraftSentence {
  /** Its words, each marked figure one `□`. */
  readonly words: string;
  /** Ids of its marked figures. */
  readonly marks: readonly string[];
}

/** A sentence whose words the new data contradict. */
export interface WordingPoint<T extends DraftSentence> {
  readonly sentence: T;
  /** The sentence that the templates give for the new data, figures as `⟦id⟧`; null where they now give none. */
  readonly fresh: string | null;
  /** Words that stand in it and are no more right, with those that the templates now choose; empty where it is more than words. */
  readonly words: readonly { readonly before: string; readonly after: string }[];
}

/** What the templates' words say about a draft. */
export interface WordingPoints<T extends DraftSentence> {
  readonly contradicted: readonly WordingPoint<T>[];
  /** Sentences that the templates give for the new data only, and that the draft has nothing like. */
  readonly added: readonly string[];
}

/** Sentences as like as this are versions of one another, where no figure tells it. */
const LIKE = 0.5;
/** Without a mark, a sentence is taken for one of the draft's only where hardly a word was changed. */
const NEARLY_THE_SAME = 0.85;

/**
 * Finds the sentences of a draft that still have words which the templates would no longer choose: 增长 where it now falls,
 * 均达到 where not all do, 逐年提高 no more. Words that people have changed to what the data now say are left alone.
 * @param wordings sentences that the templates gave for earlier data
 * @param fresh those that they give for the new ones
 * @param absent whether a figure is not given by the new data: a sentence left out for want of data contradicts nothing
 */
export function compareWording<T extends DraftSentence>(
  wordings: readonly (readonly string[])[],
  fresh: readonly string[],
  draft: readonly T[],
  absent: (id: string) => boolean,
): WordingPoints<T> {
  const current = new Set(fresh.map(comparable));
  const points = new Map<T, WordingPoint<T>>();
  const seen = new Set<string>();
  const successors = new Set<string>();
  for (const frame of wordings.flat()) {
    const known = comparable(frame);
    if (current.has(known) || seen.has(known)) continue;
    seen.add(known);
    if (figuresIn(frame).some(absent)) continue;
    const sentence = sentenceOf(frame, draft);
    if (sentence === null || points.has(sentence)) continue;
    const next = successorOf(frame, fresh);
    if (next === null) {
      const gone = unnumbered(sentence.words) === wordsIn(frame);
      if (gone) points.set(sentence, { sentence, fresh: null, words: [] });
      continue;
    }
    successors.add(next);
    const hunks = wrongWords(wordsIn(frame), wordsIn(next), unnumbered(sentence.words));
    if (hunks.length > 0) points.set(sentence, { sentence, fresh: next, words: wordPairs(hunks) });
  }
  const old = new Set(wordings.flat().map(comparable));
  const added = fresh.filter(
    (frame) => !old.has(comparable(frame)) && !successors.has(frame) && sentenceOf(frame, draft) === null,
  );
  return { contradicted: [...points.values()], added: wordings.length === 0 ? [] : added };
}

/** Single words for words; where a whole clause is another, only the sentence as it now would be can tell it. */
function wordPairs(hunks: readonly Hunk[]): { before: string; after: string }[] {
  const pairs = new Map(hunks.map(({ removed, added }) => [`${removed}|${added}`, { before: removed, after: added }]));
  const plain = [...pairs.values()].every(
    ({ before, after }) => before.length > 1 && after.length > 1 && !/[□，；。]/.test(before + after),
  );
  return plain && pairs.size <= 3 ? [...pairs.values()] : [];
}

/** The draft's sentence that a template's sentence has become: the one with most of its marks, else one with nearly its words. */
function sentenceOf<T extends DraftSentence>(frame: string, draft: readonly T[]): T | null {
  const ids = new Set(figuresIn(frame));
  const shared = (one: T): number => one.marks.filter((id) => ids.has(id)).length;
  const holder = bestOf(draft, shared);
  if (holder !== null) return holder;
  const words = wordsIn(frame);
  return bestOf(draft, (one) => {
    const like = unnumbered(one.words) === words ? 1 : likeness(unnumbered(one.words), words);
    return like >= NEARLY_THE_SAME ? like : 0;
  });
}

/** What the templates say now in the place of a sentence. */
function successorOf(frame: string, fresh: readonly string[]): string | null {
  const names = new Set(figuresIn(frame).map(placelessName));
  const words = wordsIn(frame);
  return bestOf(fresh, (one) => {
    const shared = figuresIn(one).filter((id) => names.has(placelessName(id))).length;
    const like = likeness(wordsIn(one), words);
    return shared > 0 || like >= LIKE ? shared + like : 0;
  });
}

function bestOf<T>(items: readonly T[], score: (item: T) => number): T | null {
  let [best, most]: [T | null, number] = [null, 0];
  for (const item of items) {
    const value = score(item);
    if (value > most) [best, most] = [item, value];
  }
  return best;
}

/** The words of a sentence that were right before and are not now. */
function wrongWords(before: string, now: string, sentence: string): Hunk[] {
  if (sentence === now) return [];
  return hunksOf(before, now).filter((hunk) => {
    // what comes or goes with a figure is for want of data, or for having got them
    const figureAlone =
      hunk.removed === '' ? hunk.added.includes('□') : hunk.added === '' && hunk.removed.includes('□');
    // in a sentence with several such words, those that were put right have become fewer
    const left = hunk.removed === '' || countOf(hunk.removed, sentence) > countOf(hunk.removed, now);
    return !figureAlone && left && standsIn(hunk, before, sentence);
  });
}

function countOf(words: string, text: string): number {
  return text.split(words).length - 1;
}

function standsIn({ at, removed }: Hunk, before: string, sentence: string): boolean {
  const end = at + removed.length;
  return (
    sentence.includes(before.slice(Math.max(0, at - 2), end + 2)) || (removed.length > 1 && sentence.includes(removed))
  );
}
