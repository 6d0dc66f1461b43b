import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table as WordTable,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { Table } from 'mdast';
import { textOf } from '../../draft/text-of.ts';
import { compileInline } from './inline.ts';
import { LANDSCAPE, PAGE } from './layout.ts';
import { STYLE } from './styles.ts';
import { halfWidths } from '../half-widths.ts';

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const ALIGNMENT = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

/**
 * A table up to this height, half a page, is kept on one; a higher one breaks between rows. What is kept whole leaves so much of the
 * page before it empty where it does not fit.
 */
const WHOLE_TABLE = 6400;
/** A line of a cell, and what its margins add to a row, in twips. */
const CELL_LINE = 380;
const ROW_MARGINS = 60;
/** The head of a column may take so many lines, so that its name does not make it wider than what it holds. */
const HEAD_LINES = 3;
/** With more columns than this a table is turned, even where it could be squeezed in. */
const MOST_COLUMNS = 9;
/** Half a character of the type size of tables, in twips. */
const HALF = 120;
const CELL_MARGIN = 60;
/** Words turn over in their cell; four characters a line can still be read. */
const WORDS = 8;

/** How a table is set. */
export interface TableLook {
  /** On a turned page. */
  readonly isLandscape?: boolean;
  /** In the small type of the numbers under a chart. */
  readonly isSmall?: boolean;
}

/** Compiles a table: full text width, ruled, its first row repeated on every page, no row cut by a page's end. */
export function compileTable(table: Table, { isLandscape = false, isSmall = false }: TableLook = {}): WordTable {
  const total = isLandscape ? LANDSCAPE.textWidth : PAGE.textWidth;
  const widths = columnWidths(table, total);
  const whole = heightOf(table, widths) <= WHOLE_TABLE;
  const [header, cells] = isSmall ? [STYLE.chartHeader, STYLE.chartCell] : [STYLE.headerCell, STYLE.cell];
  const rows = table.children.map(
    (row, index) =>
      new TableRow({
        tableHeader: index === 0,
        cantSplit: true,
        children: row.children.map((cell, column) => {
          const align = index === 0 ? null : table.align?.[column];
          return new TableCell({
            width: { size: widths[column] ?? 0, type: WidthType.DXA },
            verticalAlign: VerticalAlignTable.CENTER,
            children: [
              new Paragraph({
                style: index === 0 ? header : cells,
                ...(align ? { alignment: ALIGNMENT[align] } : {}),
                // The last row lets go: it must not drag the paragraph behind the table along.
                ...(whole && index < table.children.length - 1 ? { keepNext: true } : {}),
                children: compileInline(cell.children),
              }),
            ],
          });
        }),
      }),
  );
  return new WordTable({
    rows,
    columnWidths: widths,
    width: { size: total, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: CELL_MARGIN, right: CELL_MARGIN, top: isSmall ? 0 : 30, bottom: isSmall ? 0 : 30 },
    borders: {
      top: BORDER,
      bottom: BORDER,
      left: BORDER,
      right: BORDER,
      insideHorizontal: BORDER,
      insideVertical: BORDER,
    },
  });
}

/** Whether a table asks for a turned page: many columns, or numbers that would be broken on the upright one. */
export function isTooWide(table: Table): boolean {
  const columns = contents(table);
  const needed = columns.map(leastWidth);
  return columns.length > MOST_COLUMNS || needed.reduce((sum, width) => sum + width, 0) > PAGE.textWidth;
}

/** The least width of a column in twips: its numbers on one line, its words in lines that can still be read. */
function leastWidth(cells: readonly string[]): number {
  const longest = cells.map((text) => (isNumber(text) ? halfWidths(text) : Math.min(halfWidths(text), WORDS)));
  return Math.max(...longest) * HALF + 2 * CELL_MARGIN;
}

/** Every column gets what its numbers need; what is left goes by what the columns hold, within bounds. */
function columnWidths(table: Table, whole: number): number[] {
  const columns = contents(table);
  // few columns leave room for a long name on one line, many would take it from the numbers
  const most = columns.length <= 6 ? 34 : 25;
  const least = columns.map(leastWidth);
  const wanted = columns.map(([head = '', ...cells], column) => {
    const weight = Math.min(Math.max(lineWidth(head) / HEAD_LINES, ...cells.map(lineWidth), WORDS), most);
    return Math.max(weight * HALF, least[column] ?? 0);
  });
  const sumOf = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
  const spare = whole - sumOf(least);
  const wish = sumOf(wanted) - sumOf(least);
  const widths = wanted.map((width, column) => {
    const low = least[column] ?? 0;
    // Where all have what they want, or there is not even room for the numbers, the page is shared by what was wanted.
    if (spare < 0 || wish <= spare) return Math.floor((whole * width) / sumOf(wanted));
    return Math.floor(low + ((width - low) * spare) / wish);
  });
  const rest = whole - sumOf(widths);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}

/** About how high the table becomes, its cells wrapped. */
function heightOf(table: Table, widths: readonly number[]): number {
  const rows = table.children.map(({ children }) => {
    const lines = children.map((cell, column) => (lineWidth(textOf(cell)) * HALF) / (widths[column] ?? HALF));
    return Math.max(1, ...lines.map(Math.ceil)) * CELL_LINE + ROW_MARGINS;
  });
  return rows.reduce((sum, height) => sum + height, 0);
}

/** The texts of each column, its head included. */
function contents(table: Table): readonly (readonly string[])[] {
  const count = Math.max(...table.children.map((row) => row.children.length));
  return Array.from({ length: count }, (_, column) => table.children.map((row) => textOf(row.children[column])));
}

/** What a text takes on one line, in halves of a character, with the cell's margins and the gaps beside digits. */
function lineWidth(text: string): number {
  const seams = [...text.matchAll(/\d(?=[\u2e80-\uffff])|[\u2e80-\uffff](?=\d)/g)].length;
  return halfWidths(text) + seams / 2 + 1;
}

function isNumber(text: string): boolean {
  return /^[-−]?[\d.,:%]+$/.test(text);
}
