import type { Finding } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';
import { TEXT_RULES } from '../../check/index.ts';
import type { CheckedReport } from '../checked-report.ts';
import { otherPlaces } from '../other-places.ts';
import { lineOf, oneLine } from '../places.ts';
import { summaryTexts } from '../summary.ts';
import { countedText, SEVERITY_WORDS } from '../told.ts';
import type { WordComment } from './comments-part.ts';
import { WordEditor } from './word-editor.ts';

export const COMMENT_AUTHOR = '均衡校核';
const INITIALS = '均衡';
/** Of these the other places are the members of a list, which the first place shows already. */
const TOLD_AT_ONCE = new Set<Finding['type']>(['numbering', 'list-count', 'trend']);
const SUMMARY = '核对小结：';

export interface CommentedWord {
  readonly bytes: Uint8Array;
  readonly comments: number;
  readonly corrections: number;
  /** Findings whose place the file does not hold as text. */
  readonly unplaced: number;
}

/**
 * The report itself with a comment at each place found, one a place with all that concerns it, and one with the summary at the
 * title. A comment that stands there already from an earlier run is not put there twice.
 * @param bytes the file that was checked
 * @param options date: of the comments; fix: text corrections that are certain as tracked changes, never in a figure
 * @throws InputError where the file cannot be written safely
 */
export function commentedWord(
  checked: CheckedReport,
  bytes: Uint8Array,
  { date, fix }: { readonly date: string | null; readonly fix: boolean },
): CommentedWord {
  const editor = new WordEditor(checked.file, bytes);
  const told = new Set(editor.known.filter(({ author }) => author === COMMENT_AUTHOR).map(({ text }) => text));
  const counts = { comments: 0, unplaced: 0 };
  for (const { span, paragraphs } of placesOf(checked)) {
    if (told.has(paragraphs.join('\n'))) continue;
    const comment: WordComment = { author: COMMENT_AUTHOR, initials: INITIALS, date, paragraphs };
    if (editor.comment(span, comment)) counts.comments += 1;
    else counts.unplaced += 1;
  }
  const certain = fix ? certainCorrections(checked.report, checked.result.findings) : [];
  const corrections = certain.filter(({ span, text }) =>
    editor.replace(span, text, { author: COMMENT_AUTHOR, date }),
  ).length;
  return { bytes: editor.save(), ...counts, corrections };
}

interface Place {
  readonly span: Span;
  readonly paragraphs: string[];
}

/** What is said at each place, the summary first. */
function placesOf(checked: CheckedReport): Place[] {
  const { report, result } = checked;
  const places = new Map<string, Place>();
  const say = (span: Span, paragraphs: readonly string[]): void => {
    const key = `${span.start}-${span.end}`;
    const known = places.get(key);
    if (known) known.paragraphs.push(...paragraphs);
    else places.set(key, { span, paragraphs: [...paragraphs] });
  };
  const title = titleOf(report);
  const summary = [`${SUMMARY}${countedText(result.findings)}。`, ...summaryTexts(checked)];
  for (const finding of result.findings) {
    const [place] = finding.spans;
    if (place === undefined) {
      // about the report as a whole: with the summary
      summary.push(...wordsOf(report, finding));
      continue;
    }
    say(place, wordsOf(report, finding));
    if (TOLD_AT_ONCE.has(finding.type) || finding.evidence === null) continue;
    const line = paragraphText(report, place);
    for (const other of otherPlaces(report, finding).told)
      say(other, [`与${line}的批注有关：${oneLine(finding.message)}`]);
  }
  return [...(title === null ? [] : [{ span: title, paragraphs: summary }]), ...places.values()];
}

function wordsOf(report: Report, finding: Finding): string[] {
  const { told } = otherPlaces(report, finding);
  const there = (finding.elsewhere ?? []).map(({ file, line }) => `《${oneLine(file)}》第${line}行`);
  const also = [...told.map((span) => paragraphText(report, span)), ...there];
  return [
    `【${SEVERITY_WORDS[finding.severity]}】${oneLine(finding.message)}`,
    ...(finding.evidence === null ? [] : [`算式：${oneLine(finding.evidence)}`]),
    ...(finding.suggestion === null ? [] : [`建议：${oneLine(finding.suggestion) || '删去'}`]),
    ...(also.length === 0 ? [] : [`另见${also.join('、')}。`]),
  ];
}

/** In a Word file lines are those of the page: what the text form calls a line is a paragraph there, whatever the source was. */
function paragraphText(report: Report, { start }: Span): string {
  return `第${lineOf(report, start)}段`;
}

/** The title, or the first line with words in it. */
function titleOf({ sections, manuscript }: Report): Span | null {
  const title = sections.find(({ level }) => level === 0)?.span;
  if (title) return title;
  const { text, paragraphs } = manuscript;
  return paragraphs.find(({ span }) => text.slice(span.start, span.end).trim() !== '')?.span ?? null;
}

const FIXABLE: ReadonlySet<string> = new Set(TEXT_RULES.filter(({ fixable }) => fixable === true).map(({ id }) => id));

/** Corrections of the wording that are right whatever was meant; none touches a number. */
function certainCorrections(report: Report, findings: readonly Finding[]): { span: Span; text: string }[] {
  const numbers = [...report.figures, ...report.masks].map(({ span }) => span).sort((a, b) => a.start - b.start);
  return findings.flatMap(({ rule, severity, suggestion, spans: [span] }) => {
    if (!FIXABLE.has(rule) || severity !== 'error' || suggestion === null || span === undefined) return [];
    const touched = numbers.some(({ start, end }) => start < span.end && span.start < end);
    const words = report.manuscript.text.slice(span.start, span.end);
    return touched || /\d/.test(words) || words === suggestion ? [] : [{ span, text: suggestion }];
  });
}
