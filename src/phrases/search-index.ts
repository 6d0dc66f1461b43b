import { Index } from 'flexsearch';
import { bigramsOfFrame } from './tokens.ts';
import { type Phrase, PHRASE_KINDS, ROLES } from './phrase.ts';
import type { LibraryLines } from './library-file.ts';
import type { Segmenter } from './segmenter.ts';
import type { SectionRole } from '../model/section.ts';

/** Of the layout written by {@link PhraseIndex.print} and of the terms that are indexed; another one is made anew. */
const LAYOUT = 'junheng-index-1';
/** Pairs of characters find everything of two characters; only longer words add to them. */
const SHORTEST_WORD = 3;

const COMMON = 5;
const FEWEST_TERMS = 3;
const MOST_TERMS = 14;

/** What a filter asks of a phrase; told without parsing the phrase. */
interface Facets {
  /** Bit 0 for no role, then {@link ROLES}. */
  readonly roles: number;
  /** {@link PHRASE_KINDS}. */
  readonly kinds: number;
  /** Ids, a space on either side of each. */
  readonly indicators: string;
}

/** What narrows a search. */
export interface PhraseFilter {
  readonly role?: SectionRole | undefined;
  readonly kind?: (typeof PHRASE_KINDS)[number] | undefined;
  readonly indicator?: string | undefined;
}

/**
 * Finds the phrases that may answer a query. The library of the search (flexsearch) holds which phrases have which terms: pairs of
 * characters, words, and the indicators of slots; how good an answer is, is judged behind it, by {@link rank}.
 */
export class PhraseIndex {
  readonly #index: Index;
  readonly #facets: readonly Facets[];
  readonly #segmenter: string;
  readonly #counts = new Map<string, number>();

  private constructor(index: Index, facets: readonly Facets[], segmenter: string) {
    this.#index = index;
    this.#facets = facets;
    this.#segmenter = segmenter;
  }

  static build(lines: LibraryLines, segmenter: Segmenter): PhraseIndex {
    const index = newIndex();
    const facets: Facets[] = [];
    for (let at = 0; at < lines.size; at += 1) {
      const phrase = lines.phrase(at);
      index.add(at, termsOf(phrase, segmenter).join(' '));
      facets.push(facetsOf(phrase));
    }
    return new PhraseIndex(index, facets, segmenter.id);
  }

  /**
   * The index as text, to be kept beside the library: making it anew takes seconds where reading it takes a tenth of one.
   * @param library fingerprint of the library's file
   */
  print(library: string): string {
    const parts: (readonly [string, string])[] = [];
    this.#index.export((key: string, data: string) => {
      parts.push([key, data]);
    });
    const facets = this.#facets.map(({ roles, kinds, indicators }) => [roles, kinds, indicators]);
    const head = [LAYOUT, library, this.#segmenter, parts.map(([key]) => key)];
    return [JSON.stringify(head), JSON.stringify(facets), ...parts.map(([, data]) => data)].join('\n');
  }

  /** The index that was printed; null where it is not one of this library and this segmenter, or not whole. */
  static read(text: string, library: string, segmenter: string): PhraseIndex | null {
    try {
      const [first = '', second = '', ...data] = text.split('\n');
      const [layout, of, cut, keys] = JSON.parse(first) as [string, string, string, string[]];
      if (layout !== LAYOUT || of !== library || cut !== segmenter || keys.length !== data.length) return null;
      const facets = (JSON.parse(second) as [number, number, string][]).map(([roles, kinds, indicators]) => ({
        roles,
        kinds,
        indicators,
      }));
      const index = newIndex();
      keys.forEach((key, at) => index.import(key, data[at] ?? ''));
      return new PhraseIndex(index, facets, segmenter);
    } catch (error) {
      // what another program left there is no index, and one can always be made
      if (error instanceof SyntaxError || error instanceof TypeError) return null;
      throw error;
    }
  }

  get size(): number {
    return this.#facets.length;
  }

  /** How many phrases have a term; a fifth of the library is counted no further, since it is told by no word that common. */
  count(term: string): number {
    let count = this.#counts.get(term);
    if (count === undefined) {
      count = (this.#index.search(term, { limit: Math.ceil(this.size / COMMON) }) as readonly number[]).length;
      this.#counts.set(term, count);
    }
    return count;
  }

  /** The terms that the library has, the rarest first, and no more than are needed to find what has most of them. */
  telling(terms: readonly string[]): string[] {
    const known = terms.filter((term) => this.count(term) > 0).sort((a, b) => this.count(a) - this.count(b));
    const rare = known.filter((term) => this.count(term) < this.size / COMMON);
    return (rare.length >= FEWEST_TERMS ? rare : known).slice(0, MOST_TERMS);
  }

  /** Phrases that have some of the terms, those with most of them first. */
  candidates(terms: readonly string[], limit: number, filter: PhraseFilter): number[] {
    const known = this.telling(terms);
    if (known.length === 0) return [];
    const narrow = isNarrow(filter);
    const found = this.#index.search(known.join(' '), {
      limit: narrow ? this.size : limit,
      suggest: true,
    }) as readonly number[];
    return (narrow ? found.filter((at) => this.passes(at, filter)) : [...found]).slice(0, limit);
  }

  /** Whether a filter lets a phrase through. */
  passes(at: number, { role, kind, indicator }: PhraseFilter): boolean {
    const facets = this.#facets[at];
    if (facets === undefined) return false;
    if (role !== undefined && (facets.roles & roleBit(role)) === 0) return false;
    if (kind !== undefined && (facets.kinds & kindBit(kind)) === 0) return false;
    return indicator === undefined || facets.indicators.includes(` ${indicator} `);
  }
}

function isNarrow({ role, kind, indicator }: PhraseFilter): boolean {
  return role !== undefined || kind !== undefined || indicator !== undefined;
}

function newIndex(): Index {
  // where in a phrase a term stands says nothing of how well it fits: one resolution
  return new Index({ tokenize: 'strict', encode: (text: string) => text.split(' '), resolution: 1, cache: false });
}

/** The terms of an indicator and of a word cannot be taken for one another. */
export function indicatorTerm(indicator: string): string {
  return `#${indicator.replaceAll(' ', '')}`;
}

function termsOf({ frame, slots }: Phrase, segmenter: Segmenter): string[] {
  const words = segmenter.cut(frame.replaceAll(/\{\d+\}/g, '\n')).filter(isLongWord);
  const indicators = slots.flatMap((slot) =>
    slot.kind === 'figure' && slot.indicator !== null ? [indicatorTerm(slot.indicator)] : [],
  );
  return [...new Set([...bigramsOfFrame(frame), ...words, ...indicators])];
}

export function isLongWord(word: string): boolean {
  return word.length >= SHORTEST_WORD && /^\p{Script=Han}+$/u.test(word);
}

function facetsOf({ slots, sources }: Phrase): Facets {
  const indicators = new Set(
    slots.flatMap((slot) => (slot.kind === 'figure' && slot.indicator !== null ? [slot.indicator] : [])),
  );
  return {
    roles: sources.reduce((bits, { role }) => bits | roleBit(role), 0),
    kinds: sources.reduce((bits, { kind }) => bits | kindBit(kind), 0),
    indicators: indicators.size === 0 ? '' : ` ${[...indicators].join(' ')} `,
  };
}

function roleBit(role: SectionRole): number {
  return 1 << (role === null ? 0 : ROLES.indexOf(role) + 1);
}

function kindBit(kind: (typeof PHRASE_KINDS)[number]): number {
  return 1 << PHRASE_KINDS.indexOf(kind);
}
