/** The texts of an old Word file, each with `\n` behind every paragraph. */
export interface OldWordText {
  /** Cells of a row end in a tab, the row itself in `\t\n`. */
  readonly body: string;
  readonly footnotes: string;
  readonly endnotes: string;
  readonly headers: string;
  readonly footers: string;
  readonly textBoxes: string;
}

/** Readers that the core cannot bring itself, because their libraries were written for Node; who calls it hands them in. */
export interface DocumentReaders {
  /** Asked for no file that the guard refuses. Rejects where the file cannot be read. */
  readonly oldWord?: (bytes: Uint8Array) => Promise<OldWordText>;
}
