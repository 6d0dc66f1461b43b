import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';
import type { OldWordText } from '../readers.ts';

/**
 * Reads the texts of a .doc. The only place that knows the library, so that another can take its place; not part of the core,
 * since the library needs Node's Buffer and streams: the terminal program has them, the page's build stands something in for
 * them (src/web/build/old-word.vite.js). Its inner module is used, as the outer one brings in the file system and a reader of .docx.
 * @param bytes a file that the guard has let pass: the library follows all links inside it as they stand
 */
export async function oldWordText(bytes: Uint8Array): Promise<OldWordText> {
  const document = await new WordOleExtractor().extract({
    async read(target, offset, length, position) {
      target.set(bytes.subarray(position, position + length), offset);
      return target;
    },
  });
  // Without it “” and — would come as " and -.
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
