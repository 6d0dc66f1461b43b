import { getDocumentProxy } from 'unpdf';
import { fault } from '../faults.ts';

/** A piece of text as a page places it, in points from the page's lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the type. */
  readonly size: number;
}

/** The text of a PDF as it lies on its pages. */
export interface PdfText {
  readonly pages: readonly (readonly Piece[])[];
  /** Pieces that stand at an angle, which are watermarks and stamps. */
  readonly slanted: number;
}

/**
 * Opens a PDF and gives its pieces of text. The only place that knows the library, so that another can take its place.
 * @param name the file's name, for messages
 * @throws InputError `pdf-encrypted`, `pdf-damaged`
 */
export async function pdfText(name: string, bytes: Uint8Array): Promise<PdfText> {
  const pages: (readonly Piece[])[] = [];
  let slanted = 0;
  try {
    // A copy: the library keeps the bytes for itself. Its warnings (fonts, colours) are about nothing that is read here.
    const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 });
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const pieces: Piece[] = [];
      for (const item of items) {
        // Blanks are told from the places of what stands around them: the library's own guesses are made for English.
        if (!('str' in item) || item.str.trim() === '') continue;
        const [, rise = 0, lean = 0, height = 0, x = 0, y = 0] = item.transform as readonly number[];
        const size = Math.hypot(lean, height);
        if (Math.abs(rise) > 0.1 * size) slanted += 1;
        else pieces.push({ text: item.str, x, y, width: item.width, size });
      }
      pages.push(pieces);
      page.cleanup();
    }
    await document.cleanup();
  } catch (error) {
    throw fault(name, error instanceof Error && error.name === 'PasswordException' ? 'pdf-encrypted' : 'pdf-damaged');
  }
  return { pages, slanted };
}
