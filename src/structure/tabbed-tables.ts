import type { Manuscript, Paragraph } from '../model/manuscript.ts';

/** Two columns may be a table of contents or a list; only a third makes a table. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 2;
/** A cell holds a name or a number, no running text. */
const LONGEST_CELL = 60;
const LONGEST_LINE = 300;

/** Words and numbers with blanks between: 学校数  52  38  14. */
const BLANKS = /[ \u3000]+/;
const WIDE_BLANKS = /[ \u3000]{2,}/;
const NUMBER = /^(?:[\d０-９．.,，％%:：]+|[-—–]+)$/;

/**
 * The manuscript with tables that stand as text, one row a line and tabs or blanks between the cells (copied out of a workbook
 * or a Word table), divided into cells as those of a Word table are. Its text and its places stay the same; only what counts as
 * a paragraph changes. Linear in the text.
 */
export function withTabbedTables(manuscript: Manuscript): Manuscript {
  let table = 0;
  for (const { cell } of manuscript.paragraphs) if (cell) table = Math.max(table, cell.table + 1);
  const paragraphs: Paragraph[] = [];
  let lines: Paragraph[] = [];
  const close = (): void => {
    const rows = rowsOf(manuscript.text, lines);
    if (rows) {
      rows.forEach((cells, row) => {
        cells.forEach((cell, column) => paragraphs.push({ ...cell, cell: { table, row, column } }));
      });
      table += 1;
    } else for (const line of lines) paragraphs.push(line);
    lines = [];
  };
  let tabbed = false;
  for (const paragraph of manuscript.paragraphs) {
    const { span, cell, outlineLevel } = paragraph;
    const text = manuscript.text.slice(span.start, span.end);
    const tab = text.includes('\t');
    if (cell !== null || outlineLevel !== null || !(tab || isRowOfBlanks(text))) {
      close();
      paragraphs.push(paragraph);
      continue;
    }
    if (tab !== tabbed) close();
    tabbed = tab;
    lines.push(paragraph);
  }
  close();
  return paragraphs.length === manuscript.paragraphs.length ? manuscript : { ...manuscript, paragraphs };
}

/** Short words in a line, without the marks of running text. */
function isRowOfBlanks(text: string): boolean {
  if (text.length > LONGEST_LINE || !BLANKS.test(text.trim())) return false;
  return !/[，。；：！？]/.test(text) && text.trim().split(BLANKS).length >= FEWEST_COLUMNS;
}

function rowsOf(text: string, lines: readonly Paragraph[]): Paragraph[][] | null {
  const [first] = lines;
  if (!first) return null;
  if (text.slice(first.span.start, first.span.end).includes('\t')) {
    const rows = lines.map((line) => cellsOf(text, line, /\t/g));
    return isTable(text, rows) ? rows : null;
  }
  // with wide blanks a title may hold a single one: 生师比 （小学）
  for (const separator of [WIDE_BLANKS, BLANKS]) {
    const rows = lines.map((line) => cellsOf(text, line, new RegExp(separator, 'g')));
    if (isAligned(text, rows) && isTable(text, rows)) return rows;
  }
  return null;
}

/** A line cut into cells; blanks around it belong to none. */
function cellsOf(text: string, line: Paragraph, separator: RegExp): Paragraph[] {
  const whole = text.slice(line.span.start, line.span.end);
  const tabs = separator.source === '\\t';
  const lead = tabs ? 0 : whole.length - whole.trimStart().length;
  const end = tabs ? whole.length : whole.trimEnd().length;
  const cells: Paragraph[] = [];
  let from = lead;
  const push = (to: number): void => {
    const span = { start: line.span.start + from, end: line.span.start + to };
    cells.push({ ...line, span, markerLength: cells.length === 0 ? line.markerLength : 0 });
  };
  for (const match of whole.slice(0, end).matchAll(separator)) {
    if (match.index < from) continue;
    push(match.index);
    from = match.index + match[0].length;
  }
  push(end);
  return cells;
}

/** Blanks show no cell that is left out: every row must have as many, and numbers in all but the first. */
function isAligned(text: string, rows: readonly (readonly Paragraph[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  return (
    rows.length > FEWEST_ROWS &&
    rows.every((cells) => cells.length === width) &&
    rows.slice(1).every((cells) => cells.slice(1).every(({ span }) => NUMBER.test(text.slice(span.start, span.end))))
  );
}

/** Rows of about one width, most of them with a number, and no running text in them. */
function isTable(text: string, rows: readonly (readonly Paragraph[])[]): boolean {
  if (rows.length < FEWEST_ROWS) return false;
  const widths = rows.map((cells) => cells.length);
  const width = widths.reduce((most, count) => Math.max(most, count), 0);
  const full = widths.filter((count) => count === width).length;
  const texts = rows.map((cells) => cells.map(({ span }) => text.slice(span.start, span.end)));
  return (
    width >= FEWEST_COLUMNS &&
    full * 2 >= rows.length &&
    texts.slice(1).some((cells) => cells.slice(1).some((cell) => /^[\s　]*[\d０-９]/.test(cell))) &&
    texts.every((cells) => cells.every((cell) => cell.length <= LONGEST_CELL && !/[。；]/.test(cell)))
  );
}
