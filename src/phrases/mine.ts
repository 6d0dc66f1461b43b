import type { Report } from '../model/report.ts';
import { fingerprint } from './fingerprint.ts';
import { framerOf } from './frame.ts';
import { passagesOf } from './passages.ts';
import type { Phrase, PhraseSource, Slot } from './phrase.ts';
import { factsOf, type ReportFacts } from './report-facts.ts';

/** What a report gave. */
export interface Mined {
  readonly facts: ReportFacts;
  /** One for each passage, in reading order; not merged yet. */
  readonly phrases: readonly Phrase[];
}

/**
 * Reads the phrases of a report: its sentences and enumerated items with their slots.
 * @param file what people know the report by
 */
export function minePhrases(report: Report, file: string): Mined {
  const facts = factsOf(report);
  const frame = framerOf(report, facts);
  const phrases = passagesOf(report).flatMap((passage): Phrase[] => {
    const framed = frame(passage);
    // what is left of 100人、200人 once its figures are out says nothing
    if ((framed.frame.match(/\p{Script=Han}/gu)?.length ?? 0) < 6) return [];
    const source: PhraseSource = {
      report: facts.fingerprint,
      file,
      kind: facts.kind,
      county: facts.county,
      year: facts.year,
      section: passage.section,
      role: passage.role,
      count: 1,
    };
    return [{ id: phraseId(framed), form: passage.form, ...framed, sources: [source] }];
  });
  return { facts, phrases };
}

/** Names a phrase by what it says: its wording without marks and spaces, and what its slots hold. */
export function phraseId({ frame, slots }: Pick<Phrase, 'frame' | 'slots'>): string {
  return fingerprint(`${normalFrame(frame)}|${slotSignature(slots)}`);
}

/** The wording alone: no marks, no spaces, slots without their numbers. */
export function normalFrame(frame: string): string {
  return frame.replaceAll(/\{\d+\}/g, '{}').replaceAll(/[^\p{L}\p{N}{}%]/gu, '');
}

/** What the slots hold, in their order; two frames with other slots are never one phrase. */
export function slotSignature(slots: readonly Slot[]): string {
  return slots
    .map((slot) =>
      slot.kind === 'figure'
        ? `${slot.indicator?.startsWith('text:') === false ? slot.indicator : slot.figureKind}/${slot.stage ?? ''}/${slot.role}`
        : slot.kind,
    )
    .join(',');
}
