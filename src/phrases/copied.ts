import type { Report } from '../model/report.ts';
import { factsOf } from './report-facts.ts';
import { framerOf } from './frame.ts';
import { normalFrame } from './mine.ts';
import { passagesOf } from './passages.ts';
import { bigramsOfFrame } from './tokens.ts';

/** A sentence of a given report that a phrase is too close to. */
export interface CopiedFrom {
  /** How much of the phrase's wording stands there, in per cent. */
  readonly share: number;
  readonly sentence: string;
  /** Line of the report's text form. */
  readonly line: number;
}

/** From here on a reader who knows the report takes the sentence for a copy; fixed short formulas of the genre are let be. */
const TOO_CLOSE = 80;
const SHORTEST = 10;

/**
 * Marks phrases that would be copied from a report: whoever drafts from the neighbour county's report, or from last year's, wants
 * to know which sentences its readers have seen. Figures and names count for nothing, since the phrase has none.
 * @returns the closest sentence of the report, or null where none is too close
 */
export function copyDetector(report: Report): (frame: string) => CopiedFrom | null {
  const facts = factsOf(report);
  const framed = framerOf(report, facts);
  const sentences = passagesOf(report).map((passage) => {
    const { frame } = framed(passage);
    return { span: passage.span, pairs: new Set(bigramsOfFrame(normalFrame(frame))) };
  });
  const byPair = new Map<string, number[]>();
  sentences.forEach(({ pairs }, index) => {
    for (const pair of pairs) byPair.set(pair, [...(byPair.get(pair) ?? []), index]);
  });
  const { text } = report.manuscript;
  return (frame) => {
    const pairs = new Set(bigramsOfFrame(normalFrame(frame)));
    if (pairs.size < SHORTEST) return null;
    const shared = new Map<number, number>();
    for (const pair of pairs) for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const [best] = [...shared].sort(([, a], [, b]) => b - a);
    if (best === undefined) return null;
    const share = Math.round((100 * best[1]) / pairs.size);
    const sentence = sentences[best[0]];
    if (share < TOO_CLOSE || sentence === undefined) return null;
    return {
      share,
      sentence: text.slice(sentence.span.start, sentence.span.end),
      line: text.slice(0, sentence.span.start).split('\n').length,
    };
  };
}
