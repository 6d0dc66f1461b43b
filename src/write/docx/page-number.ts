import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeightRule,
  PageNumber,
  Paragraph,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  WidthType,
} from 'docx';
import { FONT, LANDSCAPE, PAGE, SIZE } from './layout.ts';

type Side = (typeof AlignmentType)['LEFT'] | (typeof AlignmentType)['RIGHT'];

/** One character of the page number's own size, and its line. */
const CHARACTER = SIZE.pageNumber * 10;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** The footers of odd and of even pages; made anew for each section, as the library wants them. */
export interface Footers {
  readonly default: Footer;
  readonly even: Footer;
}

/** 7.5: `— 1 —` in half-width 宋体 of size 4, odd pages right, even pages left, one character of its own size in. */
export function uprightFooters(): Footers {
  return {
    default: new Footer({ children: [pageNumber(AlignmentType.RIGHT)] }),
    even: new Footer({ children: [pageNumber(AlignmentType.LEFT)] }),
  };
}

/**
 * On a turned page (8) the number keeps its place on the sheet, below the text for who holds the sheet upright: there it stands at the
 * left edge of the turned page, turned with the sheet. A cell with turned text can do that; a footer's paragraph cannot.
 */
export function turnedFooters(): Footers {
  return { default: turned(AlignmentType.RIGHT), even: turned(AlignmentType.LEFT) };
}

function pageNumber(alignment: Side): Paragraph {
  const look = { font: FONT.pageNumber, size: SIZE.pageNumber, characterSpacing: 0 };
  return new Paragraph({
    alignment,
    spacing: { line: CHARACTER, lineRule: 'exact', before: 0, after: 0 },
    indent: alignment === AlignmentType.RIGHT ? { right: CHARACTER } : { left: CHARACTER },
    children: [
      new TextRun({ ...look, text: '— ' }),
      new TextRun({ ...look, children: [PageNumber.CURRENT] }),
      new TextRun({ ...look, text: ' —' }),
    ],
  });
}

function turned(alignment: Side): Footer {
  const cell = new TableCell({
    width: { size: CHARACTER, type: WidthType.DXA },
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    borders: { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER },
    children: [pageNumber(alignment)],
  });
  const table = new Table({
    rows: [new TableRow({ height: { value: LANDSCAPE.textHeight, rule: HeightRule.EXACT }, children: [cell] })],
    columnWidths: [CHARACTER],
    width: { size: CHARACTER, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    // else a table begins so far left of its place
    margins: { left: 0, right: 0 },
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: PAGE.margin.footer,
      absoluteVerticalPosition: LANDSCAPE.margin.top,
    },
  });
  // Word wants a paragraph behind a table.
  return new Footer({ children: [table, new Paragraph({ spacing: { line: 20, lineRule: 'exact' }, children: [] })] });
}
