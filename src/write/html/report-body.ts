import type { ElementContent } from 'hast';
import { h, type Properties } from 'hastscript';
import type { Cell, Paragraph } from '../../model/manuscript.ts';
import type { Report } from '../../model/report.ts';
import type { Span } from '../../model/span.ts';

/** A place of the text to be marked. */
export interface Mark {
  readonly span: Span;
  /** `mark` for what a reader should look at, `span` for what only can be pointed at. */
  readonly element: 'mark' | 'span';
  /** Anchor of its first character; ids are the caller's to keep apart. Null where nothing leads to it. */
  readonly id: string | null;
  /** Of every piece that the place is cut into. */
  readonly properties: Properties;
  /** Where a click on it leads, and the words of that link; null for a place that only is one. */
  readonly link: { readonly href: string; readonly text: string; readonly properties?: Properties } | null;
}

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const;

/**
 * A report as its readers know it: headings, paragraphs, tables, in the order of the text form; each mark in its place.
 * Linear in the text and the marks.
 */
export function reportBody(report: Report, marks: readonly Mark[] = []): ElementContent[] {
  const { paragraphs } = report.manuscript;
  const headings = new Map(
    report.sections.filter(({ runIn }) => !runIn).map(({ span, level }) => [span.start, HEADINGS[level] ?? 'h6']),
  );
  const marked = new MarkedText(report.manuscript.text, marks);
  const body: ElementContent[] = [];
  let table: ElementContent[] | null = null;
  let cells: ElementContent[] = [];
  let before: Cell | null = null;
  for (const paragraph of paragraphs) {
    const { cell, span } = paragraph;
    if (cell === null) {
      table = null;
      before = null;
      const start = span.start + leadingBlanks(report.manuscript.text, paragraph);
      body.push(h(headings.get(start) ?? headings.get(span.start) ?? 'p', marked.take(span)));
      continue;
    }
    if (table === null || cell.table !== before?.table) {
      table = [];
      const rows = h('tbody');
      rows.children = table as typeof rows.children;
      body.push(h('table', [rows]));
      before = null;
    }
    if (cell.row !== before?.row) {
      const row = h('tr');
      table.push(row);
      cells = row.children;
    }
    const content = h('p', marked.take(span));
    const open = cells.at(-1);
    if (cell.row === before?.row && cell.column === before.column && open?.type === 'element')
      open.children.push(content);
    else cells.push(h('td', [content]));
    before = cell;
  }
  return body;
}

function leadingBlanks(text: string, { span }: Paragraph): number {
  return /^\s*/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
}

/** Hands out the text piece by piece, from its beginning to its end, cut where marks begin and end. */
class MarkedText {
  readonly #text: string;
  /** By start; those that are over are dropped as the text goes on. */
  readonly #marks: readonly Mark[];
  #next = 0;
  #open: Mark[] = [];

  constructor(text: string, marks: readonly Mark[]) {
    this.#text = text;
    this.#marks = [...marks].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  }

  take({ start, end }: Span): ElementContent[] {
    const pieces: ElementContent[] = [];
    let at = start;
    this.#openTo(at, at);
    while (at < end) {
      const cut = Math.min(end, ...this.#open.map(({ span }) => span.end), this.#marks[this.#next]?.span.start ?? end);
      if (cut > at) pieces.push(...this.#piece(at, cut));
      at = Math.max(cut, at);
      this.#openTo(at, end);
    }
    return pieces;
  }

  /** Opens the marks that begin up to here (an empty one is none), and closes those that end. */
  #openTo(at: number, end: number): void {
    this.#open = this.#open.filter(({ span }) => span.end > at);
    for (let mark = this.#marks[this.#next]; mark && mark.span.start <= at; mark = this.#marks[++this.#next]) {
      if (mark.span.end > at || at < end) this.#open.push(mark);
    }
    this.#open = this.#open.filter(({ span }) => span.end > at);
  }

  #piece(start: number, end: number): ElementContent[] {
    const text = this.#text.slice(start, end);
    if (this.#open.length === 0) return [{ type: 'text', value: text }];
    // one element a mark, the outermost first, each with its anchor where it begins
    let inner: ElementContent[] = [{ type: 'text', value: text }];
    for (const mark of [...this.#open].reverse()) {
      const { element, id, properties, span } = mark;
      inner = [h(element, { ...properties, ...(span.start === start && id !== null ? { id } : {}) }, inner)];
    }
    const links = this.#open.filter(({ span, link }) => span.end === end && link !== null);
    return [
      ...inner,
      ...links.map(({ link }) => h('a', { className: 'ref', href: link?.href, ...link?.properties }, link?.text)),
    ];
  }
}
