import type { Finding } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';
import { TEXT_RULES } from '../../check/index.ts';
import type { CheckedReport } from '../checked-report.ts';
import { elsewhereText, otherPlaces } from '../other-places.ts';
import { lineOf, oneLine } from '../places.ts';
import { summaryTexts } from '../summary.ts';
import { countedText, SEVERITY_WORDS } from '../told.ts';
import type { WordComment } from './comments-part.ts';
import { WordEditor } from './word-editor.ts';

export const COMMENT_AUTHOR = '均衡校核';
const INITIALS = '均衡';
/** Of these the other places are the members of a list, which the first place shows already. */
const TOLD_AT_ONCE = new Set<Finding['type']>(['numbering', 'list-count', 'trend']);

export interface CommentedWord {
  readonly bytes: Uint8Array;
  readonly comments: number;
  readonly corrections: number;
  /** Findings whose place the file does not hold as text. */
  readonly unplaced: number;
}

/**
 * The report itself with a comment at each place found, one a place with all that concerns it, and one with the summary at the
 * title. A hidden bookmark goes with each comment: it stays when a person deletes the comment, which is how that is known
 * afterwards. A comment that an earlier run has put there is not put there again, be it deleted or not.
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
  const counts = { comments: 0, unplaced: 0, corrections: 0 };
  for (const { span, paragraphs } of commentPlaces(checked)) {
    const name = markOf(paragraphs);
    if (editor.hasMark(name)) continue;
    const comment: WordComment = { author: COMMENT_AUTHOR, initials: INITIALS, date, paragraphs };
    if (editor.comment(span, comment)) {
      editor.mark(span, name);
      counts.comments += 1;
    } else counts.unplaced += 1;
  }
  for (const { span, text, finding } of fix ? certainCorrections(checked.report, checked.result.findings) : []) {
    if (!editor.replace(span, text, { author: COMMENT_AUTHOR, date })) continue;
    editor.mark(span, correctionMarkOf(finding));
    counts.corrections += 1;
  }
  return { bytes: editor.save(), ...counts };
}

/** What is said at one place. */
export interface CommentPlace {
  readonly span: Span;
  readonly paragraphs: readonly string[];
  /** The findings whose first place it is. */
  readonly findings: readonly Finding[];
}

/** The comments that a checked report gets, the summary first. */
export function commentPlaces(checked: CheckedReport): CommentPlace[] {
  const { report, result } = checked;
  const places = new Map<string, { span: Span; paragraphs: string[]; findings: Finding[] }>();
  const say = (span: Span, paragraphs: readonly string[], finding: Finding | null): void => {
    const key = `${span.start}-${span.end}`;
    const place = places.get(key) ?? { span, paragraphs: [], findings: [] };
    places.set(key, place);
    place.paragraphs.push(...paragraphs);
    if (finding !== null) place.findings.push(finding);
  };
  const title = titleOf(report);
  const summary = [`核对小结：${countedText(result.findings)}。`, ...summaryTexts(checked)];
  for (const finding of result.findings) {
    const [place] = finding.spans;
    if (place === undefined) {
      // about the report as a whole: with the summary
      summary.push(...wordsOf(report, finding));
      continue;
    }
    say(place, wordsOf(report, finding), finding);
    if (TOLD_AT_ONCE.has(finding.type) || finding.evidence === null) continue;
    const here = paragraphText(report, place);
    for (const other of otherPlaces(report, finding).told) {
      say(other, [`与${here}的批注有关：${oneLine(finding.message)}`], null);
    }
  }
  return [...(title === null ? [] : [{ span: title, paragraphs: summary, findings: [] }]), ...places.values()];
}

/** Name of the bookmark that goes with a comment of these paragraphs; one that begins with an underscore is not shown to people. */
export function markOf(paragraphs: readonly string[]): string {
  return `_jh_${hashOf(paragraphs.join('\n'))}`;
}

/** Name of the bookmark that goes with a correction: where it is refused, the bookmark stays and the finding is back. */
export function correctionMarkOf({ rule, message }: Finding): string {
  return `_jf_${hashOf(`${rule}\n${message}`)}`;
}

function hashOf(text: string): string {
  // FNV-1a over UTF-16 units, twice 32 bits: two comments of one report will not meet
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low ^ (code + 0x9e37), 0x85ebca6b) >>> 0;
  }
  return `${high.toString(16).padStart(8, '0')}${low.toString(16).padStart(8, '0')}`;
}

function wordsOf(report: Report, finding: Finding): string[] {
  const { told } = otherPlaces(report, finding);
  const there = (finding.elsewhere ?? []).map(elsewhereText);
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

interface Correction {
  readonly span: Span;
  readonly text: string;
  readonly finding: Finding;
}

/** Corrections of the wording that are right whatever was meant; none touches a number. */
function certainCorrections(report: Report, findings: readonly Finding[]): Correction[] {
  const numbers = [...report.figures, ...report.masks].map(({ span }) => span).sort((a, b) => a.start - b.start);
  return findings.flatMap((finding) => {
    const { rule, severity, suggestion } = finding;
    const [span] = finding.spans;
    if (!FIXABLE.has(rule) || severity !== 'error' || suggestion === null || span === undefined) return [];
    const touched = numbers.some(({ start, end }) => start < span.end && span.start < end);
    const words = report.manuscript.text.slice(span.start, span.end);
    return touched || /\d/.test(words) || words === suggestion ? [] : [{ span, text: suggestion, finding }];
  });
}
