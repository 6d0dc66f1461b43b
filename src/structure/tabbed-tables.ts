import type { Manuscript, Paragraph } from '../model/manuscript.ts';

/** Two columns may be a table of contents or a list; only a third makes a table. */
const FEWEST_COLUMNS = 3;
const FEWEST_ROWS = 2;
/** A cell holds a name or a number, no running text. */
const LONGEST_CELL = 60;

/**
 * The manuscript with tables that stand as text, one row a line and tabs between the cells (copied out of a workbook or a
 * Word table), divided into cells as those of a Word table are. Its text and its places stay the same; only what counts as
 * a paragraph changes. Linear in the text.
 */
export function withTabbedTables(manuscript: Manuscript): Manuscript {
  let table = 0;
  for (const { cell } of manuscript.paragraphs) if (cell) table = Math.max(table, cell.table + 1);
  const paragraphs: Paragraph[] = [];
  let lines: Paragraph[] = [];
  const close = (): void => {
    const rows = lines.map((line) => cellsOf(manuscript.text, line));
    if (isTable(manuscript.text, rows)) {
      rows.forEach((cells, row) => {
        cells.forEach((cell, column) => paragraphs.push({ ...cell, cell: { table, row, column } }));
      });
      table += 1;
    } else for (const line of lines) paragraphs.push(line);
    lines = [];
  };
  for (const paragraph of manuscript.paragraphs) {
    const { span, cell, outlineLevel } = paragraph;
    if (cell === null && outlineLevel === null && manuscript.text.slice(span.start, span.end).includes('\t')) {
      lines.push(paragraph);
      continue;
    }
    close();
    paragraphs.push(paragraph);
  }
  close();
  return table === 0 || paragraphs.length === manuscript.paragraphs.length ? manuscript : { ...manuscript, paragraphs };
}

function cellsOf(text: string, line: Paragraph): Paragraph[] {
  let { start } = line.span;
  return text
    .slice(line.span.start, line.span.end)
    .split('\t')
    .map((cell, index) => {
      const span = { start, end: start + cell.length };
      start = span.end + 1;
      return { ...line, span, markerLength: index === 0 ? line.markerLength : 0 };
    });
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
    texts.slice(1).some((cells) => cells.slice(1).some((cell) => /^[\s　]*\d/.test(cell))) &&
    texts.every((cells) => cells.every((cell) => cell.length <= LONGEST_CELL && !/[。；]/.test(cell)))
  );
}
