import WordExtractor from 'word-extractor';
import type { OldWordText } from '../read/readers.ts';

/** What the library offers and its types do not tell: without it “” and — would come as " and -. */
interface Plain {
  readonly filterUnicode: false;
}

/** The accessors of the library's document, as they are. */
interface Extracted {
  getBody(options: Plain): string;
  getFootnotes(options: Plain): string;
  getEndnotes(options: Plain): string;
  getHeaders(options: Plain & { readonly includeFooters: false }): string;
  getFooters(options: Plain): string;
  getTextboxes(options: Plain & { readonly includeHeadersAndFooters: boolean; readonly includeBody: boolean }): string;
}

/** Reads the texts of a .doc. The only place that knows the library, so that another can take its place. */
export async function oldWordText(bytes: Uint8Array): Promise<OldWordText> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const document: Extracted = await new WordExtractor().extract(file);
  const plain = { filterUnicode: false } as const;
  const boxes = (body: boolean) =>
    document.getTextboxes({ ...plain, includeBody: body, includeHeadersAndFooters: !body });
  return {
    body: document.getBody(plain),
    footnotes: document.getFootnotes(plain),
    endnotes: document.getEndnotes(plain),
    headers: document.getHeaders({ ...plain, includeFooters: false }),
    // WPS prints page numbers, and some offices their name, in text boxes of the footer.
    footers: `${document.getFooters(plain)}\n${boxes(false)}`,
    textBoxes: boxes(true),
  };
}
