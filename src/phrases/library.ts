import { PhraseMerger } from './merge.ts';
import type { Mined } from './mine.ts';
import type { Phrase } from './phrase.ts';

/** What adding did. */
export interface Addition {
  readonly phrases: readonly Phrase[];
  /** Phrases that the library did not have. */
  readonly fresh: number;
  /** Passages that were counted with a phrase known before, of the library or of the same reports. */
  readonly merged: number;
  /** Reports that the library had already: their uses were counted anew and not twice. */
  readonly again: readonly string[];
}

/** Adds what was read from reports. A report that is read again takes the place of its earlier reading. */
export function addReports(library: readonly Phrase[], reports: readonly Mined[]): Addition {
  const read = new Set(reports.map(({ facts }) => facts.fingerprint));
  const before = new Set(library.flatMap(({ sources }) => sources.map(({ report }) => report)));
  const again = reports.filter(({ facts }) => before.has(facts.fingerprint));
  const kept = again.length === 0 ? library : withoutReports(library, read);
  const known = new Set(library.map(({ id }) => id));
  const merger = new PhraseMerger(kept);
  let merged = 0;
  // the same report under two names in one call
  const seen = new Set<string>();
  for (const { facts, phrases } of reports) {
    if (seen.has(facts.fingerprint)) continue;
    seen.add(facts.fingerprint);
    for (const phrase of phrases) if (!merger.add(phrase)) merged += 1;
  }
  const fresh = merger.phrases.filter(({ id }) => !known.has(id)).length;
  return { phrases: merger.phrases, fresh, merged, again: again.map(({ facts }) => facts.fingerprint) };
}

/** Adds the phrases of another library; what both know of one report counts once. */
export function addLibrary(library: readonly Phrase[], other: readonly Phrase[]): Addition {
  const before = new Set(library.flatMap(({ sources }) => sources.map(({ report }) => report)));
  const known = new Set(library.map(({ id }) => id));
  const merger = new PhraseMerger(library);
  let fresh = 0;
  let merged = 0;
  for (const phrase of other) {
    // a phrase that is not there comes whole, since import is also how a backup mends a damaged library
    const sources = known.has(phrase.id) ? phrase.sources.filter(({ report }) => !before.has(report)) : phrase.sources;
    if (merger.add({ ...phrase, sources })) fresh += 1;
    else merged += 1;
  }
  return { phrases: merger.phrases, fresh, merged, again: [] };
}

/** Takes phrases out by their ids, or by the beginning of an id where it is that of one phrase only. */
export function removePhrases(
  library: readonly Phrase[],
  ids: readonly string[],
): { readonly phrases: readonly Phrase[]; readonly removed: readonly Phrase[]; readonly unknown: readonly string[] } {
  const gone = new Set<string>();
  const unknown: string[] = [];
  for (const id of ids) {
    const meant = library.filter((phrase) => phrase.id.startsWith(id));
    if (meant.length === 1) gone.add(meant[0]?.id ?? '');
    else unknown.push(id);
  }
  return {
    phrases: library.filter(({ id }) => !gone.has(id)),
    removed: library.filter(({ id }) => gone.has(id)),
    unknown,
  };
}

/** The library without what it has from some reports; a phrase that is left without any source goes. */
export function withoutReports(library: readonly Phrase[], reports: ReadonlySet<string>): Phrase[] {
  return library.flatMap((phrase) => {
    if (!phrase.sources.some(({ report }) => reports.has(report))) return [phrase];
    const sources = phrase.sources.filter(({ report }) => !reports.has(report));
    return sources.length === 0 ? [] : [{ ...phrase, sources }];
  });
}
