import type { Cell } from '../../model/manuscript.ts';

interface OpenTable {
  readonly index: number;
  row: number;
  /** Of the cell that is open, or that comes next. */
  column: number;
  /** Grid columns that the open cell covers. */
  width: number;
  inCell: boolean;
  /** The open cell belongs to the merged one above it. */
  covered: boolean;
}

/** Knows in which cell of which table the reader stands. */
export class TableTracker {
  /** null: a text box, whose paragraphs are not those of the table around it. */
  readonly #open: (OpenTable | null)[] = [];
  #count = 0;

  get cell(): Cell | null {
    const table = this.#top;
    return table?.inCell ? { table: table.index, row: table.row, column: table.column } : null;
  }

  /** Whether what stands here is hidden under the merged cell above, in this table or one around it. */
  get covered(): boolean {
    return this.#open.some((table) => table?.covered === true);
  }

  openTextBox(): void {
    this.#open.push(null);
  }

  openTable(): void {
    this.#open.push({ index: this.#count, row: -1, column: 0, width: 1, inCell: false, covered: false });
    this.#count += 1;
  }

  /** Also for a text box. */
  close(): void {
    this.#open.pop();
  }

  openRow(): void {
    const table = this.#top;
    if (table === null) return;
    table.row += 1;
    table.column = 0;
  }

  /** A deleted row does not count. */
  takeRowBack(): void {
    const table = this.#top;
    if (table !== null) table.row -= 1;
  }

  /** Columns left out at the beginning of the row. */
  skipColumns(count: number): void {
    const table = this.#top;
    if (table !== null && !table.inCell) table.column += Math.max(0, count);
  }

  openCell(): void {
    const table = this.#top;
    if (table === null) return;
    table.inCell = true;
    table.width = 1;
    table.covered = false;
  }

  widenCell(columns: number): void {
    const table = this.#top;
    if (table !== null) table.width = Math.max(1, columns);
  }

  coverCell(): void {
    const table = this.#top;
    if (table !== null) table.covered = true;
  }

  closeCell(): void {
    const table = this.#top;
    if (table === null) return;
    table.inCell = false;
    table.covered = false;
    table.column += table.width;
  }

  get #top(): OpenTable | null {
    return this.#open.at(-1) ?? null;
  }
}
