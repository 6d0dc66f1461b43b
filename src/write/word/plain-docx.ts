import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import type { Report } from '../../model/report.ts';

const HEADINGS: readonly (typeof HeadingLevel)[keyof typeof HeadingLevel][] = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
];

/**
 * The text of a report that came as no .docx, as a Word file: one paragraph a line, so that every place of the text form is at the
 * same place in it. What the source had besides its text (tables, type, pictures) is not in it.
 */
export async function plainDocx({ manuscript, sections }: Report): Promise<Uint8Array> {
  const levels = new Map(sections.filter(({ runIn }) => !runIn).map(({ span, level }) => [span.start, level]));
  const children = manuscript.paragraphs.map(({ span }) => {
    // characters that XML cannot hold give way to blanks: places must not move
    // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
    const text = manuscript.text.slice(span.start, span.end).replaceAll(/[\0-\x08\v\f\x0e-\x1f\r\ufffe\uffff]/g, ' ');
    const level = levels.get(span.start);
    const heading = level === undefined ? undefined : HEADINGS[level];
    return new Paragraph({
      ...(heading === undefined ? {} : { heading }),
      children: text === '' ? [] : [new TextRun(text)],
    });
  });
  const document = new Document({ creator: 'junheng', lastModifiedBy: 'junheng', sections: [{ children }] });
  return Packer.pack(document, 'uint8array');
}
