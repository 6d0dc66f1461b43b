import { mineReport, openLibrary, searchPhrases } from '../../src/jobs/phrases.ts';
import { addReports, intlSegmenter, printLibrary } from '../../src/phrases/index.ts';

/** Reads a report, keeps its phrases, searches them: all that the phrase library does, without a native segmenter. */
export async function bestPhrase(text: string, query: string): Promise<{ frame: string; corrected: string | null }> {
  const mined = await mineReport('报告.txt', new TextEncoder().encode(text));
  const segmenter = intlSegmenter();
  const printed = printLibrary(addReports([], [mined]).phrases);
  const made = openLibrary('库', printed, null, segmenter);
  const again = openLibrary('库', printed, made.madeIndex, segmenter);
  const request = {
    text: query,
    filter: {},
    purpose: { kind: null, year: null },
    limit: 1,
    dataset: null,
    against: null,
  };
  const { answers, corrected } = searchPhrases([again], request, segmenter);
  return { frame: answers[0]?.phrase.frame ?? '', corrected };
}
