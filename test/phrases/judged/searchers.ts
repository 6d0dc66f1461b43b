import { Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { type Phrase, readable, search, type Segmenter } from '../../../src/phrases/index.ts';
import { searchable } from '../library.ts';

/** Ids of the ten best phrases, the best first. */
export type Searcher = (query: string) => readonly string[];

const DEPTH = 10;

/** The project's own search, as `phrases search` asks it without any option. */
export function own(phrases: readonly Phrase[], segmenter: Segmenter): Searcher {
  const library = searchable(phrases, segmenter);
  const rest = { filter: {}, purpose: { kind: null, year: null }, limit: DEPTH };
  return (text) => search([library], { text, ...rest }, segmenter).hits.map(({ phrase }) => phrase.id);
}

/**
 * What the others are given: the words that jieba finds with the domain dictionary, in the phrase as people read it (with the
 * names of its slots) and in its section.
 */
function wordsBy(segmenter: Segmenter): (text: string) => string[] {
  return (text) => segmenter.cut(text).filter((word) => /[\p{L}\p{N}]/u.test(word));
}
const textOf = (phrase: Phrase): string => `${readable(phrase)} ${phrase.sources[0]?.section ?? ''}`;

/** MiniSearch at its best here: BM25+ over the words, any of them, prefixes and single slips allowed. */
export function miniSearch(
  phrases: readonly Phrase[],
  segmenter: Segmenter,
  options: { prefix?: boolean; fuzzy?: number } = {},
): Searcher {
  const index = new MiniSearch({ fields: ['text'], tokenize: wordsBy(segmenter) });
  index.addAll(phrases.map((phrase) => ({ id: phrase.id, text: textOf(phrase) })));
  return (query) =>
    index
      .search(query, options)
      .slice(0, DEPTH)
      .map(({ id }) => String(id));
}

/** flexsearch over the same words; `suggest` lets a phrase lack some of them. */
export function flexSearch(
  phrases: readonly Phrase[],
  segmenter: Segmenter,
  tokenize: 'strict' | 'forward' | 'full' = 'strict',
): Searcher {
  const index = new Index({ encode: wordsBy(segmenter), tokenize });
  phrases.forEach((phrase, at) => void index.add(at, textOf(phrase)));
  return (query) => index.search(query, { limit: DEPTH, suggest: true }).map((at) => phrases[Number(at)]?.id ?? '');
}
