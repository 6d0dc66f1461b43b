import type { Decimal } from '../model/decimal.ts';
import type { Figure, Stage } from '../model/figure.ts';
import type { Paragraph } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';
import { markerOf } from '../structure/marker.ts';

/** A number in the writer's own words, as the reading of reports names it. */
export interface OwnFigure {
  readonly printed: string;
  readonly value: Decimal;
  readonly unit: string | null;
  readonly label: string;
  readonly indicator: string | null;
  readonly stage: Stage | null;
  /** As the text gives it; null where it gives none. */
  readonly period: string | null;
  readonly kind: Figure['kind'];
  /** Of the file, from 1. */
  readonly line: number;
}

/** Text with its numbers; a vertical tab is a line break. */
export type OwnText = readonly (string | OwnFigure)[];

/** A block of a piece. Headings are ranked within the piece, 0 the highest; which level that is depends on where they are placed. */
export type OwnBlock =
  | { readonly type: 'paragraph' | 'caption'; readonly text: OwnText }
  | { readonly type: 'heading'; readonly rank: number; readonly text: OwnText }
  | { readonly type: 'table'; readonly rows: readonly (readonly OwnText[])[] };

/** What a writer wrote for one place of a report. */
export interface OwnPiece {
  /** The name that templates ask for: `特色`. */
  readonly name: string;
  /** As messages and the ledger call its file: `文字/特色.docx`. */
  readonly file: string;
  /** Empty where nothing is written yet. */
  readonly blocks: readonly OwnBlock[];
}

const CAPTION = /^\s*表\s*(?:[0-9一二三四五六七八九十]+(?:[-—.][0-9]+)?)?[\s:：.．、]*(?=[^\s，。；])/;
const LONGEST_CAPTION = 40;

/**
 * Turns what was read of a piece's file into blocks. Lists become paragraphs with their numbers, since official texts have no
 * other; bullets are dropped for the same reason.
 * @param lineOf the line of the file for a line of the text form; they differ in Markdown
 */
export function ownPiece(name: string, file: string, report: Report, lineOf: (line: number) => number): OwnPiece {
  const { text, paragraphs } = report.manuscript;
  const levels = headingLevels(report);
  const ranks = [...new Set(levels.values())].sort((a, b) => a - b);
  const textFrom = (start: number, end: number, paragraph: Paragraph): OwnText =>
    textWithFigures(text, start, end, report.figures, lineOf(paragraph.line));

  const blocks: OwnBlock[] = [];
  for (let at = 0; at < paragraphs.length; at += 1) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined) continue;
    if (paragraph.cell !== null) {
      const cells = tableFrom(paragraphs, at);
      blocks.push({ type: 'table', rows: rowsOf(cells, textFrom) });
      at += cells.length - 1;
      continue;
    }
    const printed = text.slice(paragraph.span.start, paragraph.span.end);
    if (printed.trim() === '') continue;
    const level = levels.get(paragraph);
    const start = paragraph.span.start + lengthBeforeText(printed, paragraph, level !== undefined);
    const end = paragraph.span.start + printed.trimEnd().length;
    if (level !== undefined) {
      blocks.push({ type: 'heading', rank: ranks.indexOf(level), text: textFrom(start, end, paragraph) });
      continue;
    }
    const caption = paragraphs[at + 1]?.cell ? CAPTION.exec(printed) : null;
    if (caption !== null && printed.length <= LONGEST_CAPTION) {
      const from = paragraph.span.start + caption[0].length;
      blocks.push({ type: 'caption', text: textFrom(from, end, paragraph) });
    } else blocks.push({ type: 'paragraph', text: textFrom(start, end, paragraph) });
  }
  return { name, file, blocks };
}

/** Headings by their number or their style; a numbered sentence that ends with a stop is an item of a list. */
function headingLevels({ manuscript, sections }: Report): ReadonlyMap<Paragraph, number> {
  const levels = new Map<Paragraph, number>();
  for (const paragraph of manuscript.paragraphs) {
    if (paragraph.cell !== null) continue;
    const printed = manuscript.text.slice(paragraph.span.start, paragraph.span.end);
    if (/[。；;！？!?，,：:]\s*$/u.test(printed)) continue;
    const section = sections.find(
      ({ span, level, runIn }) =>
        !runIn && level <= 4 && span.start >= paragraph.span.start && span.start < paragraph.span.end,
    );
    if (section === undefined) continue;
    // A first line that only sounds like a report's title is a sentence of the piece.
    if (section.level === 0 && paragraph.outlineLevel !== 0) continue;
    levels.set(paragraph, section.level);
  }
  return levels;
}

/** Indents, a bullet, and of a heading its number, which follows from where it is placed. */
function lengthBeforeText(printed: string, paragraph: Paragraph, isHeading: boolean): number {
  const indent = printed.length - printed.trimStart().length;
  if (isHeading) return markerOf(printed)?.length ?? indent;
  const isBullet = paragraph.markerLength > 0 && !/[\p{L}\p{N}]/u.test(printed.slice(0, paragraph.markerLength));
  return isBullet ? paragraph.markerLength : indent;
}

function textWithFigures(text: string, start: number, end: number, figures: readonly Figure[], line: number): OwnText {
  const pieces: (string | OwnFigure)[] = [];
  let from = start;
  for (const figure of figures) {
    const { span } = figure;
    if (span.start < from || span.end > end) continue;
    // 近三年 dates the sentence; no cell would ever hold it.
    if (figure.kind === 'duration' && !/\d/u.test(figure.text)) continue;
    if (span.start > from) pieces.push(text.slice(from, span.start));
    const { value, unit, label, indicator, stage, period, kind } = figure;
    pieces.push({
      printed: text.slice(span.start, span.end),
      value,
      unit,
      label,
      indicator,
      stage,
      period,
      kind,
      line,
    });
    from = span.end;
  }
  if (from < end) pieces.push(text.slice(from, end));
  return pieces;
}

/** The paragraphs of the table that begins at `at`. */
function tableFrom(paragraphs: readonly Paragraph[], at: number): readonly Paragraph[] {
  const table = paragraphs[at]?.cell?.table;
  const rest = paragraphs.slice(at);
  const length = rest.findIndex(({ cell }) => cell?.table !== table);
  return length < 0 ? rest : rest.slice(0, length);
}

/** Rows of equal length; a merged cell leaves empty ones behind. */
function rowsOf(
  cells: readonly Paragraph[],
  textFrom: (start: number, end: number, paragraph: Paragraph) => OwnText,
): readonly (readonly OwnText[])[] {
  const rows = new Map<number, Map<number, OwnText>>();
  for (const paragraph of cells) {
    if (paragraph.cell === null) continue;
    const { row, column } = paragraph.cell;
    const ofRow = rows.get(row) ?? new Map<number, OwnText>();
    rows.set(row, ofRow);
    const before = ofRow.get(column);
    const own = textFrom(paragraph.span.start, paragraph.span.end, paragraph);
    ofRow.set(column, before === undefined ? own : [...before, ...own]);
  }
  const width = Math.max(...[...rows.values()].flatMap((row) => [...row.keys()])) + 1;
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => Array.from({ length: width }, (_, column) => row.get(column) ?? []));
}
