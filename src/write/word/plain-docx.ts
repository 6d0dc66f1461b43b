import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph as WordParagraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Paragraph } from '../../model/manuscript.ts';
import type { Report } from '../../model/report.ts';
import { STYLES } from '../docx/styles.ts';

const HEADINGS: readonly (typeof HeadingLevel)[keyof typeof HeadingLevel][] = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];

/**
 * The text of a report that came as no .docx, as a Word file: one paragraph a line, so that every place of the text form is at the
 * same place in it; tables without merged cells stay tables. What else the source had (type, pictures) is not in it.
 */
export async function plainDocx(report: Report): Promise<Uint8Array> {
  const { sections } = report;
  const levels = new Map(sections.filter(({ runIn }) => !runIn).map(({ span, level }) => [span.start, level]));
  const children: (WordParagraph | Table)[] = [];
  for (const block of blocksOf(report.manuscript.paragraphs)) {
    const written = block.map((paragraph) => paragraphOf(report, paragraph, levels.get(paragraph.span.start)));
    const table = tableOf(block, written);
    children.push(...(table === null ? written : [table]));
  }
  const document = new Document({
    creator: 'junheng',
    lastModifiedBy: 'junheng',
    styles: STYLES,
    sections: [{ children }],
  });
  return Packer.pack(document, 'uint8array');
}

/** Lines of running text one by one, those of a table together. */
function blocksOf(paragraphs: readonly Paragraph[]): Paragraph[][] {
  const blocks: Paragraph[][] = [];
  for (const paragraph of paragraphs) {
    const before = blocks.at(-1)?.at(-1)?.cell;
    if (paragraph.cell && before?.table === paragraph.cell.table) blocks.at(-1)?.push(paragraph);
    else blocks.push([paragraph]);
  }
  return blocks;
}

/** A table whose rows have all the same columns; null for running text, and where an empty cell would add a line. */
function tableOf(block: readonly Paragraph[], written: readonly WordParagraph[]): Table | null {
  if (block[0]?.cell === null) return null;
  const rows: WordParagraph[][][] = [];
  for (const [index, { cell }] of block.entries()) {
    const paragraph = written[index];
    if (!cell || !paragraph) return null;
    const row = (rows[cell.row] ??= []);
    (row[cell.column] ??= []).push(paragraph);
  }
  const width = rows[0]?.length ?? 0;
  const complete = Array.from(
    rows,
    (row) => row !== undefined && row.length === width && Object.keys(row).length === width,
  );
  if (!complete.every(Boolean)) return null;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.map((children) => new TableCell({ children })) })),
  });
}

function paragraphOf({ manuscript }: Report, { span }: Paragraph, level: number | undefined): WordParagraph {
  // characters that XML cannot hold give way to blanks: places must not move
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const text = manuscript.text.slice(span.start, span.end).replaceAll(/[\0-\x08\v\f\x0e-\x1f\r\ufffe\uffff]/g, ' ');
  const heading = level === undefined ? undefined : HEADINGS[level];
  return new WordParagraph({
    ...(heading === undefined ? {} : { heading }),
    children: text === '' ? [] : [new TextRun(text)],
  });
}
