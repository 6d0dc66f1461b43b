import { Document, DocumentGridType, type ISectionOptions, Packer, PageOrientation } from 'docx';
import type { Root } from 'mdast';
import { textOf } from '../../draft/text-of.ts';
import { compileBlocks, type PageRun } from './blocks.ts';
import { fontTable, THEME_FONTS } from './fonts.ts';
import { LANDSCAPE, LINE, PAGE } from './layout.ts';
import { turnedFooters, uprightFooters } from './page-number.ts';
import { STYLES } from './styles.ts';

/** Writes a draft as a Word file in the layout of GB/T 9704-2012; `clauses.ts` tells which of its clauses. */
export async function writeDocx(root: Root): Promise<Uint8Array> {
  const title = root.children.find((node) => node.type === 'heading' && node.depth === 1);
  const document = new Document({
    title: textOf(title),
    creator: 'junheng',
    lastModifiedBy: 'junheng',
    styles: STYLES,
    theme: { fonts: THEME_FONTS },
    evenAndOddHeaderAndFooters: true,
    sections: compileBlocks(root).map(section),
  });
  const overrides = [{ path: 'word/fontTable.xml', data: fontTable() }];
  return Packer.pack(document, 'uint8array', undefined, overrides);
}

function section({ isLandscape, blocks }: PageRun): ISectionOptions {
  return {
    properties: {
      page: {
        size: {
          width: PAGE.width,
          height: PAGE.height,
          // the library turns width and height itself
          orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: isLandscape ? LANDSCAPE.margin : PAGE.margin,
      },
      // No line grid: the exact line spacing gives the 22 lines, and LibreOffice would snap title and table lines to it.
      grid: { type: DocumentGridType.DEFAULT, linePitch: LINE },
    },
    footers: { ...(isLandscape ? turnedFooters() : uprightFooters()) },
    children: [...blocks],
  };
}
