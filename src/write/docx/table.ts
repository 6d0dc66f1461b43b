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
import { PAGE } from './layout.ts';
import { STYLE } from './styles.ts';

const BORDER = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const;
const ALIGNMENT = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;

/** A table of so many rows fits on a page and is kept on one; a longer one breaks between rows. */
const WHOLE_TABLE_ROWS = 15;

/** Compiles a table: full text width, ruled, its first row repeated on every page, no row cut by a page's end. */
export function compileTable(table: Table): WordTable {
  const widths = columnWidths(table);
  const whole = table.children.length <= WHOLE_TABLE_ROWS;
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
                style: index === 0 ? STYLE.headerCell : STYLE.cell,
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
    width: { size: PAGE.textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
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

/** Widths by what the columns hold, within bounds, so that a long name wraps before a number does. */
function columnWidths(table: Table): number[] {
  const count = Math.max(...table.children.map((row) => row.children.length));
  const weights = Array.from({ length: count }, (_, column) => {
    const cells = table.children.map((row) => halfWidths(textOf(row.children[column])));
    return Math.min(Math.max(...cells, 7), 24);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const widths = weights.map((weight) => Math.floor((PAGE.textWidth * weight) / total));
  const rest = PAGE.textWidth - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === 0 ? width + rest : width));
}

/** Width in halves of a Chinese character. */
export function halfWidths(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);
}
