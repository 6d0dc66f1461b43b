import type { Root } from 'mdast';
import type { GivenData } from '../check/data/index.ts';
import type { DraftProof, LedgerEntry, ProofFault, UnmarkedFigure } from '../draft/index.ts';
import { understand } from '../figures/index.ts';
import type { Figure } from '../model/figure.ts';
import { InputError } from '../model/manuscript.ts';
import type { Finding } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import { lastAtOrBefore } from '../model/search.ts';
import type { Span } from '../model/span.ts';
import type { Standard } from '../standards/standard.ts';
import { type Checked, checkExtracted } from './check.ts';
import { checkData } from './check-data.ts';
import { type MarkedManuscript, marksOfTree, marksOfWord } from './draft-marks.ts';

/** A draft as it was written. */
export interface WrittenDraft {
  /** As messages call it. */
  readonly file: string;
  /** The Word file; null for Markdown and HTML, whose tree is proved. */
  readonly word: Uint8Array | null;
  readonly tree: Root;
  readonly ledger: readonly LedgerEntry[];
}

const MOST_CELLS = 6;

/** Of wording and form, not of numbers: the writers' own pieces may hold them, and a wrong character is no reason to write nothing. */
const OF_WORDING: ReadonlySet<Finding['type']> = new Set([
  'typo',
  'duplicate',
  'punctuation',
  'bracket',
  'missing-text',
  'placeholder',
  'grammar',
  'term',
  'layout',
  'missing-content',
]);

/**
 * Proves a draft: reads the written file back as a stranger's, finds every figure of the ledger at its mark with the printed value
 * and unit, checks it, and holds it against the data that it was drafted from. What may have an explanation (a question of the
 * check) is counted and no fault.
 *
 * @param given the data that the draft was made of
 * @param standards those to choose from
 */
export async function proveDraft(
  draft: WrittenDraft,
  given: GivenData,
  standards: readonly Standard[],
): Promise<DraftProof> {
  const marked = draft.word === null ? await marksOfTree(draft.tree) : marksOfWord(draft.file, draft.word);
  const report = understand(marked.manuscript);
  const unread = readingFaults(report, marked, draft.ledger);
  const { checked, county } = heldAgainst(
    checkExtracted(draft.file, { report, messages: marked.manuscript.messages }, standards),
    given,
    standards,
  );
  const findings = checked.result.findings.filter(({ type }) => !OF_WORDING.has(type));
  const wrong = findings.filter(({ severity }) => severity === 'error');
  return {
    entries: draft.ledger.length,
    readBack: draft.ledger.length - unread.length,
    relations: checked.result.summary.tested,
    data: checked.result.data ?? null,
    faults: [...unread, ...county, ...wrong.map((finding) => findingFault(report, finding, marked, draft.ledger))],
    questions: findings.flatMap(({ severity, message }) => (severity === 'warning' ? message : [])),
    unmarked: unmarkedFigures(report, marked),
  };
}

/** A report that names another county than its data is a fault of the settings, told as every other. */
function heldAgainst(
  checked: Checked,
  given: GivenData,
  standards: readonly Standard[],
): { readonly checked: Checked; readonly county: readonly ProofFault[] } {
  try {
    return { checked: checkData(checked, given, standards), county: [] };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const fault: ProofFault = {
      kind: 'finding',
      message: error.message,
      evidence: null,
      section: '',
      sentence: checked.report.title ?? '',
      origins: [],
    };
    return { checked, county: [fault] };
  }
}

/** The entries of the ledger that the written file does not say, or says otherwise. */
function readingFaults(report: Report, { marks }: MarkedManuscript, ledger: readonly LedgerEntry[]): ProofFault[] {
  const figures = [...report.figures].sort((a, b) => a.span.start - b.span.start);
  return ledger.flatMap((entry): ProofFault[] => {
    const what = `“${entry.printed}”（${entry.name}）`;
    const place = {
      evidence: null,
      section: entry.section,
      sentence: entry.sentence,
      origins: [originText(entry)],
    };
    const mark = marks.get(entry.id);
    if (mark === undefined) {
      return [{ kind: 'mark', message: `${what}在写出的文件中没有标记。`, ...place }];
    }
    const printed = report.manuscript.text.slice(mark.start, mark.end);
    if (printed !== entry.printed) {
      return [{ kind: 'mark', message: `${what}的标记处写的是“${printed}”。`, ...place }];
    }
    const figure = figureAt(figures, mark);
    if (figure !== null && says(figure, entry)) return [];
    const read = figure === null ? '不是数字' : `${figure.value.toFixed()}${figure.unit ?? '（无单位）'}`;
    const meant = `${entry.printedValue.toFixed()}${entry.unit ?? '（无单位）'}`;
    return [
      {
        kind: 'reading',
        message: `${what}应读作${meant}，从写出的文件中读到的${figure === null ? '' : '是'}${read}。`,
        ...place,
      },
    ];
  });
}

/** The figure that covers a mark; of a range both ends do. */
function figureAt(figures: readonly Figure[], mark: Span): Figure | null {
  const figure = figures[lastAtOrBefore(figures, mark.start, ({ span }) => span.start)];
  return figure !== undefined && figure.span.end >= mark.end ? figure : null;
}

function says({ value, valueMax, unit }: Figure, entry: LedgerEntry): boolean {
  return unit === entry.unit && (value.eq(entry.printedValue) || valueMax?.eq(entry.printedValue) === true);
}

function findingFault(
  report: Report,
  { message, evidence, spans, figures }: Finding,
  { marks }: MarkedManuscript,
  ledger: readonly LedgerEntry[],
): ProofFault {
  const named = new Set(figures);
  const places = [...report.figures.filter(({ id }) => named.has(id)).map(({ span }) => span), ...spans];
  const spoken = ledger.filter(({ id }) => {
    const mark = marks.get(id);
    return mark !== undefined && places.some((place) => place.start < mark.end && mark.start < place.end);
  });
  return {
    kind: 'finding',
    message,
    evidence,
    section: spoken[0]?.section ?? '',
    sentence: spoken[0]?.sentence ?? sentenceAt(report, spans[0]?.start ?? 0),
    origins: [...new Set(spoken.map(originText))],
  };
}

/** `小学在校生数：县情!F12`; of a formula with the cells it takes. */
function originText({ name, origin, cells }: LedgerEntry): string {
  const addresses = cells.map(({ sheet, cell }) => `${sheet}!${cell}`);
  if (addresses.length === 0 || addresses[0] === origin) return `${name}：${origin}`;
  const told = addresses.slice(0, MOST_CELLS).join('、');
  return `${name}：${origin}（${told}${addresses.length > MOST_CELLS ? `等${addresses.length}格` : ''}）`;
}

/** But spans of time in words (三年来, 五年规划), which name no datum. */
function unmarkedFigures(report: Report, { marks }: MarkedManuscript): UnmarkedFigure[] {
  const starts = [...marks.values()].sort((a, b) => a.start - b.start);
  return report.figures
    .filter(({ span, kind, text }) => {
      if (kind === 'duration' && !/\d/.test(text)) return false;
      const mark = starts[lastAtOrBefore(starts, span.end - 1, ({ start }) => start)];
      return mark === undefined || mark.end <= span.start;
    })
    .map(({ text, span }) => ({ text, sentence: sentenceAt(report, span.start) }));
}

function sentenceAt({ sentences, manuscript }: Report, offset: number): string {
  const sentence = sentences[lastAtOrBefore(sentences, offset, ({ span }) => span.start)];
  return sentence === undefined ? '' : manuscript.text.slice(sentence.span.start, sentence.span.end).trim();
}
