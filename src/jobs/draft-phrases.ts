import type { GivenData } from '../check/data/index.ts';
import type { FilledSentence, PhraseVerdict, PlacedPhrase, ProofFault, ReportKind } from '../draft/index.ts';
import { understand } from '../figures/index.ts';
import { readPlainText } from '../read/index.ts';
import type { Standard } from '../standards/standard.ts';
import { checkData } from './check-data.ts';
import { checkExtracted } from './check.ts';

/**
 * The project's own check of a phrase: read as a report of one sentence of the county and year, cross-checked, and held against the
 * data. What the check asks about counts as unsound, since nobody has asked for the sentence.
 */
export function phraseJudge(
  kind: ReportKind,
  given: GivenData,
  standards: readonly Standard[],
): (sentence: FilledSentence) => PhraseVerdict {
  const { county, year } = given.dataset;
  const about = kind.subject === 'school' ? '学校' : county;
  const head = `${about}${year}年义务教育均衡发展自评报告\n一、主要做法\n`;
  return ({ text, figures }) => {
    const report = understand(readPlainText(`${head}${text}\n`));
    const isRead = figures.every(({ start, end, value, unit }) =>
      report.figures.some(
        (figure) =>
          figure.span.start <= start + head.length &&
          figure.span.end >= end + head.length &&
          figure.unit === unit &&
          figure.value.eq(value),
      ),
    );
    if (!isRead) return { sound: false, proved: 0 };
    const { result } = checkData(checkExtracted('短语', { report, messages: [] }, standards), given, standards);
    const within = (spans: readonly { readonly start: number }[]): boolean =>
      spans.some(({ start }) => start >= head.length);
    const asked = result.findings.some(({ severity, spans }) => severity !== 'info' && within(spans));
    const unsure = result.relations.some(({ verdict, spans }) => /broken|review/.test(verdict) && within(spans));
    const proved = result.relations.filter(({ verdict, spans }) => verdict === 'holds' && within(spans)).length;
    return { sound: !asked && !unsure, proved };
  };
}

/** Ids of the phrases that the proof of the whole draft finds fault with. */
export function contradictedPhrases(
  faults: readonly ProofFault[],
  phrases: readonly PlacedPhrase[],
): readonly string[] {
  const words = faults.flatMap(({ sentence, evidence, message }) => [sentence, evidence ?? '', message]);
  return phrases
    .filter(({ sentence }) =>
      words.some((text) => text.trim().length > 1 && (sentence.includes(text.trim()) || text.includes(sentence))),
    )
    .map(({ id }) => id);
}
