/** Which of several insertions at one place comes first: what ends there, then what begins, then what replaces. */
export type EditRank = 0 | 1 | 2;

interface Edit {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
  readonly rank: EditRank;
}

/** Gathers insertions and replacements in a text by offsets of that text, and makes them all at once; linear in both. */
export class XmlEdits {
  readonly #edits: Edit[] = [];

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  /** @param removed how many characters from there on give way to the text; replaced ranges must not overlap */
  add(at: number, text: string, rank: EditRank, removed = 0): void {
    this.#edits.push({ at, removed, text, rank });
  }

  applyTo(source: string): string {
    // a stable sort: of two with one rank, the one added first
    const edits = [...this.#edits].sort((a, b) => a.at - b.at || a.rank - b.rank);
    const pieces: string[] = [];
    let done = 0;
    for (const { at, removed, text } of edits) {
      pieces.push(source.slice(done, Math.max(done, at)), text);
      done = Math.max(done, at + removed);
    }
    return [...pieces, source.slice(done)].join('');
  }
}

/** A text for an element or an attribute. Control characters that XML cannot hold are left out. */
export function escapeXml(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** The same for text between tags, where quotation marks stand as they are: JSON has thousands. */
export function escapeText(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex -- control characters are what is left out
      .replaceAll(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
  );
}
