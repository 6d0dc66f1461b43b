import { AlignmentType, Document, DocumentGridType, Footer, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import type { Root } from 'mdast';
import { textOf } from '../../draft/text-of.ts';
import { compileBlocks } from './blocks.ts';
import { FONT, LINE, PAGE, SIZE } from './layout.ts';
import { STYLES } from './styles.ts';

/** Writes a draft as a Word file in the layout of GB/T 9704-2012. */
export async function writeDocx(root: Root): Promise<Uint8Array> {
  const title = root.children.find((node) => node.type === 'heading' && node.depth === 1);
  const document = new Document({
    title: textOf(title),
    creator: 'junheng',
    lastModifiedBy: 'junheng',
    styles: STYLES,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: { size: { width: PAGE.width, height: PAGE.height }, margin: PAGE.margin },
          // No line grid: the exact line spacing gives the 22 lines, and LibreOffice would snap title and table lines to it.
          grid: { type: DocumentGridType.DEFAULT, linePitch: LINE },
        },
        // 7.5: odd pages right, even pages left, one character of its own size in.
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...compileBlocks(root)],
      },
    ],
  });
  return Packer.pack(document, 'uint8array');
}

/** `— 1 —` in half-width 宋体 of size 4. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT'] | (typeof AlignmentType)['RIGHT']): Footer {
  const look = { font: FONT.pageNumber, size: SIZE.pageNumber, characterSpacing: 0 };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        spacing: { line: 280, lineRule: 'exact', before: 0, after: 0 },
        indent: alignment === AlignmentType.RIGHT ? { right: 280 } : { left: 280 },
        children: [
          new TextRun({ ...look, text: '— ' }),
          new TextRun({ ...look, children: [PageNumber.CURRENT] }),
          new TextRun({ ...look, text: ' —' }),
        ],
      }),
    ],
  });
}
