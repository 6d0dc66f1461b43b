import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row, Sentence } from '../model/report.ts';
import type { Span } from '../model/span.ts';

/** A sentence with its rows, as the finders walk it. */
export interface Passage {
  readonly sentence: Sentence;
  readonly rows: readonly Row[];
  /** The sentence's text. */
  readonly text: string;
}

const passagesOfReport = new WeakMap<Report, readonly Passage[]>();

/** The sentences that hold figures, in order; worked out once a report. */
export function passagesOf(report: Report): readonly Passage[] {
  const known = passagesOfReport.get(report);
  if (known) return known;
  const grouped = new Map<number, Row[]>();
  for (const row of report.rows) {
    const rows = grouped.get(row.sentence);
    if (rows) rows.push(row);
    else grouped.set(row.sentence, [row]);
  }
  const passages: Passage[] = [];
  for (const [index, rows] of grouped) {
    const sentence = report.sentences[index];
    if (sentence)
      passages.push({ sentence, rows, text: report.manuscript.text.slice(sentence.span.start, sentence.span.end) });
  }
  passagesOfReport.set(report, passages);
  return passages;
}

export function isFigure(member: Figure | Mask): member is Figure {
  return 'id' in member;
}

/** The text between the row before and this one. */
export function gapOf(report: Report, row: Row): string {
  return report.manuscript.text.slice(row.gap.start, row.gap.end);
}

/** The clause that ends at the row's first member, dates cut out. */
export function clauseOf(row: Row): string {
  return row.clauses.at(-1) ?? '';
}

export function firstOf(row: Row): Figure | Mask {
  return row.members[0] as Figure | Mask;
}

/** The row's only figure; null where it has several members or a redacted one. */
export function onlyFigure(row: Row): Figure | null {
  const member = row.members[0];
  return row.members.length === 1 && member && isFigure(member) ? member : null;
}

export function spanOf(row: Row): Span {
  const last = row.members.at(-1) as Figure | Mask;
  return { start: firstOf(row).span.start, end: last.span.end };
}

/** From the first of the spans to the end of the last. */
export function around(...spans: readonly Span[]): Span {
  return { start: Math.min(...spans.map((span) => span.start)), end: Math.max(...spans.map((span) => span.end)) };
}

const STOP = /[，,；;。：:！？\n（(]/;

/** 15,620平方米: a comma between digits ends no clause. */
function isGrouping(text: string, at: number): boolean {
  return text[at] === ',' && /^\d,\d{3}(?!\d)/.test(text.slice(at - 1, at + 5));
}

/** The offset where the clause that holds an offset begins. */
export function clauseStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && (!STOP.test(text[start - 1] ?? '') || isGrouping(text, start - 1))) start--;
  return start;
}

/** Units that count the same things: 人, 名 and 位; 所 and 个 schools. */
export function sameUnit(a: string | null, b: string | null): boolean {
  return a === b || (a !== null && b !== null && PEOPLE.has(a) && PEOPLE.has(b));
}
const PEOPLE = new Set(['人', '名', '位']);

/** How much two names have in common: the share of the shorter one's neighbouring pairs of characters found in the other. */
export function likeness(a: string, b: string): number {
  if (a === b) return 1;
  const pairs = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
  const [shorter, longer] = a.length <= b.length ? [pairs(a), b] : [pairs(b), a];
  return shorter.length === 0 ? 0 : shorter.filter((pair) => longer.includes(pair)).length / shorter.length;
}

/** Which of the file's texts an offset stands in; see structure/parts. */
export function partOf(report: Report, offset: number): number {
  return report.parts.findIndex((part) => offset < part.end);
}
