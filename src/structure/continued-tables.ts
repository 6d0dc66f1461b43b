import type { Manuscript } from '../model/manuscript.ts';
import type { TableCell } from '../model/table.ts';
import { headsOf } from './table-heads.ts';

/** A table as it stands in the file: its cells, and the paragraphs that it begins and ends with. */
export interface TablePiece {
  readonly index: number;
  readonly grid: readonly (readonly (TableCell | null)[])[];
  /** Indices into {@link Manuscript.paragraphs}. */
  readonly first: number;
  readonly last: number;
}

const CONTINUED = /^[（(]?\s*(?:续\s*(?:上\s*)?表|[（(]续[）)]|接上[页表])/;
const TOTAL = /^(?:合计|总计|共计|全[县市区旗州])/;

/**
 * Joins tables that a page break cut in two: nothing but blank lines or 续表 between them, as many columns, and the second
 * repeats the first one's header (which is dropped) or has none of its own. A total row ends a table: what follows it is another.
 */
export function joinContinued(manuscript: Manuscript, pieces: readonly TablePiece[]): TablePiece[] {
  const joined: TablePiece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const repeated = before && goesOn(manuscript, before, piece) ? repeatedRows(before, piece) : null;
    if (!before || repeated === null) {
      joined.push(piece);
      continue;
    }
    const shift = before.grid.length - repeated;
    const rows = piece.grid
      .slice(repeated)
      .map((line) => line.map((cell) => cell && { ...cell, row: cell.row + shift }));
    joined[joined.length - 1] = { ...before, grid: [...before.grid, ...rows], last: piece.last };
  }
  return joined;
}

function goesOn({ text, paragraphs }: Manuscript, before: TablePiece, piece: TablePiece): boolean {
  if (before.grid[0]?.length !== piece.grid[0]?.length || piece.first <= before.last) return false;
  if (before.grid.at(-1)?.some((cell) => TOTAL.test(textOf(cell)))) return false;
  const between = paragraphs.slice(before.last + 1, piece.first);
  return between.every(({ span }) => {
    const line = text.slice(span.start, span.end).trim();
    return line === '' || CONTINUED.test(line);
  });
}

/** How many rows at its beginning say again what the first table's header says; null where it has a header of its own. */
function repeatedRows(before: TablePiece, piece: TablePiece): number | null {
  const header = headsOf(before.grid, 0).headerRows;
  const same = (row: number) =>
    before.grid[row]?.every((cell, column) => textOf(cell) === textOf(piece.grid[row]?.[column])) === true;
  let rows = 0;
  while (rows < header && same(rows)) rows += 1;
  if (rows > 0 && rows === header) return rows;
  return rows === 0 && header > 0 && headsOf(piece.grid, 0).headerRows === 0 ? 0 : null;
}

function textOf(cell: TableCell | null | undefined): string {
  return (cell?.text ?? '').replaceAll(/\s/g, '');
}
