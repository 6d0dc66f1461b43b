export { type CopiedFrom, copyDetector } from './copied.ts';
export { fingerprint } from './fingerprint.ts';
export { type Addition, addLibrary, addReports, removePhrases } from './library.ts';
export { type Damage, type LibraryLines, phrasesOf, printLibrary, readLibrary } from './library-file.ts';
export { type Mined, minePhrases } from './mine.ts';
export type { Penalty, Purpose } from './penalties.ts';
export {
  type DateSlot,
  type FigureSlot,
  independentReports,
  isStandard,
  type NameSlot,
  type Phrase,
  PHRASE_KINDS,
  type PhraseKind,
  type PhraseSource,
  readable,
  ROLES,
  type Slot,
  usesOf,
  withSlots,
} from './phrase.ts';
export { indicatorsIn } from './query.ts';
export { compareTexts, type MatchScores, matchScores } from './scores.ts';
export { type Hit, search, type SearchableLibrary, type SearchRequest, type SearchResult } from './search.ts';
export { type PhraseFilter, PhraseIndex } from './search-index.ts';
export {
  intlSegmenter,
  jiebaSegmenter,
  type NodeJieba,
  nodejiebaSegmenter,
  type NodeRsJieba,
  type Segmenter,
} from './segmenter.ts';
