import type { Line } from '../assemble.ts';

/** Rows of one table that come one after the other. */
interface OpenTable {
  readonly index: number;
  row: number;
  /** Cells of the last row. */
  width: number;
}

/**
 * The lines of an old Word file's body. Its reader puts a tab behind each cell and `\t\n` behind each row; a cell of several
 * paragraphs has a bare `\n` inside, so that its row stands on several lines of which only the last ends in a tab.
 */
export function bodyLines(body: string): Line[] {
  // Every paragraph ends in a line end, the last one too. A non-breaking hyphen comes as Word's own sign.
  const source = body.replace(/\n$/, '').replaceAll('\u001e', '-').split('\n');
  const lines: Line[] = [];
  let tables = 0;
  let open: OpenTable | null = null;
  for (let at = 0; at < source.length; ) {
    const length = rowLength(source, at, open?.width ?? null);
    if (length === 0) {
      open = null;
      lines.push({ text: source[at] ?? '', markerLength: 0, outlineLevel: null, cell: null });
      at += 1;
      continue;
    }
    const cells = source
      .slice(at, at + length)
      .join('\n')
      .slice(0, -1)
      .split('\t');
    if (open === null) {
      open = { index: tables, row: 0, width: cells.length };
      tables += 1;
    } else {
      open.row += 1;
      open.width = cells.length;
    }
    const { index, row } = open;
    cells.forEach((cell, column) => {
      for (const text of cell.split('\n')) {
        lines.push({ text, markerLength: 0, outlineLevel: null, cell: { table: index, row, column } });
      }
    });
    at += length;
  }
  return lines;
}

/**
 * How many lines the row that begins here takes; 0 where none does. A row of several lines is recognised only where it has as
 * many cells as the row before it, and where its first line already has two of them: a line without a tab could as well be a
 * paragraph between two tables.
 */
function rowLength(source: readonly string[], at: number, width: number | null): number {
  if (source[at]?.endsWith('\t') === true) return 1;
  if (width === null || source[at]?.includes('\t') !== true) return 0;
  let tabs = 0;
  for (let length = 1; at + length <= source.length; length += 1) {
    const line = source[at + length - 1] ?? '';
    tabs += line.split('\t').length - 1;
    if (tabs > width) return 0;
    if (line.endsWith('\t')) return tabs === width ? length : 0;
  }
  return 0;
}
