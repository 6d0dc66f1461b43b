/** What the library's inner module offers; its published types tell of the outer one only, and not of all options. */
declare module 'word-extractor/lib/word-ole-extractor.js' {
  interface Source {
    /** Copies bytes of the file into the target. */
    read<Target extends Uint8Array>(target: Target, offset: number, length: number, position: number): Promise<Target>;
  }

  interface Plain {
    readonly filterUnicode: false;
  }

  interface Extracted {
    getBody(options: Plain): string;
    getFootnotes(options: Plain): string;
    getEndnotes(options: Plain): string;
    getHeaders(options: Plain & { readonly includeFooters: false }): string;
    getFooters(options: Plain): string;
    getTextboxes(
      options: Plain & { readonly includeHeadersAndFooters: boolean; readonly includeBody: boolean },
    ): string;
  }

  export default class WordOleExtractor {
    extract(source: Source): Promise<Extracted>;
  }
}
