import { phraseFiller } from '../draft/phrase-fill.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Report } from '../model/report.ts';
import {
  copyDetector,
  fingerprint,
  type Mined,
  minePhrases,
  PhraseIndex,
  readLibrary,
  search,
  type SearchableLibrary,
  type SearchRequest,
  type Segmenter,
} from '../phrases/index.ts';
import type { DocumentReaders } from '../read/index.ts';
import type { PhraseAnswer } from '../write/phrases/answers.ts';
import { extract } from './extract.ts';

/** Reads the phrases of one report. Throws {@link InputError} where the file cannot be used. */
export async function mineReport(name: string, bytes: Uint8Array, readers: DocumentReaders = {}): Promise<Mined> {
  const { report } = await extract(name, bytes, readers);
  return minePhrases(report, name.split(/[\\/]/).at(-1) ?? name);
}

/** A library made ready for searching, and its index where that had to be made anew. */
export interface OpenedLibrary extends SearchableLibrary {
  /** To be kept for the next time; null where the one given was used. */
  readonly madeIndex: string | null;
}

/**
 * Makes a library searchable.
 * @param index what {@link OpenedLibrary.madeIndex} gave an earlier time; null where there is none
 */
export function openLibrary(name: string, text: string, index: string | null, segmenter: Segmenter): OpenedLibrary {
  const of = fingerprint(text);
  const known = index === null ? null : PhraseIndex.read(index, of, segmenter.id);
  // an index is only made of a library that was found whole
  const lines = readLibrary(text, name, known !== null);
  if (known !== null && known.size === lines.size) return { name, lines, index: known, madeIndex: null };
  const made = PhraseIndex.build(lines, segmenter);
  return { name, lines, index: made, madeIndex: lines.damages.length === 0 ? made.print(of) : null };
}

export interface PhraseSearch extends SearchRequest {
  /** This year's data; null to leave the slots open. */
  readonly dataset: Dataset | null;
  /** A report from which nothing is to be copied; null where there is none. */
  readonly against: Report | null;
}

/** Searches libraries, fills the hits and marks those that stand in the report given. */
export function searchPhrases(
  libraries: readonly SearchableLibrary[],
  request: PhraseSearch,
  segmenter: Segmenter,
): { readonly answers: readonly PhraseAnswer[]; readonly corrected: string | null } {
  const { hits, corrected } = search(libraries, request, segmenter);
  const fill = request.dataset === null ? null : phraseFiller(request.dataset);
  const copied = request.against === null ? null : copyDetector(request.against);
  const answers = hits.map((hit) => ({
    ...hit,
    filled: fill?.(hit.phrase) ?? null,
    copied: copied?.(hit.phrase.frame) ?? null,
  }));
  return { answers, corrected };
}
