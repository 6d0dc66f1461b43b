import { lastAtOrBefore } from '../../model/search.ts';
import type { WordParts } from './read.ts';
import type { SourceRange, TextPiece } from './paragraph.ts';

/** Where one character of the text form stands in the part that holds the body. */
export interface CharacterSource {
  /** The piece of text that it belongs to, with its run. */
  readonly piece: TextPiece;
  /**
   * UTF-16 offsets into the part's text: the character, its entity (`&amp;`), or the opening tag of an element that prints as
   * one character (`<w:tab/>`).
   */
  readonly range: SourceRange;
  /** The same as offsets into the part's bytes, its byte order mark counted. */
  readonly bytes: SourceRange;
}

/** Raw text of XML that reads as one character: a line end of two, an entity, a pair of surrogates. */
const ONE_CHARACTER = /\r\n|&[^;]+;|[^]/uy;
const ONE_LITERAL = /\r\n|[^]/uy;
const LITERAL_MARK = '<![CDATA[';
/** Text between two marks of the byte table: a longer step is slower to search, a shorter one takes more room. */
const STEP = 512;

/**
 * Finds the source of single characters of a Word file's text form. Made once for a file; building is linear in the part's
 * length, and a question costs no more than the piece it falls in.
 */
export class SourceMap {
  readonly #parts: WordParts;
  /** Byte offset at every STEP-th UTF-16 unit. */
  readonly #marks: number[] = [];

  constructor(parts: WordParts) {
    this.#parts = parts;
    let bytes = parts.encoding.mark;
    for (let at = 0; at < parts.documentXml.length; at += STEP) {
      this.#marks.push(bytes);
      bytes += this.#lengthOf(at, Math.min(at + STEP, parts.documentXml.length));
    }
  }

  /**
   * @param offset into the manuscript's text
   * @returns null for what the file does not hold as text: automatic numbers and the ends of paragraphs
   */
  at(offset: number): CharacterSource | null {
    const { manuscript, paragraphs } = this.#parts;
    const index = lastAtOrBefore(manuscript.paragraphs, offset, ({ span }) => span.start);
    const span = manuscript.paragraphs[index]?.span;
    const paragraph = paragraphs[index];
    if (!span || !paragraph || offset >= span.end) return null;
    let left = offset - span.start - paragraph.markerLength;
    if (left < 0) return null;
    for (const piece of paragraph.pieces) {
      if (left < piece.text.length) {
        const range = this.#within(piece, left);
        return { piece, range, bytes: { start: this.#byteAt(range.start), end: this.#byteAt(range.end) } };
      }
      left -= piece.text.length;
    }
    return null;
  }

  #within({ raw, source }: TextPiece, index: number): SourceRange {
    if (!raw) return source;
    const xml = this.#parts.documentXml;
    // the last tag before a text is the one that opens it: no text but a literal one holds a `<`
    const literal = xml.startsWith(LITERAL_MARK, xml.lastIndexOf('<', source.start - 1));
    const pattern = literal ? ONE_LITERAL : ONE_CHARACTER;
    let { start } = source;
    for (let seen = 0; ; ) {
      pattern.lastIndex = start;
      const written = pattern.exec(xml)?.[0] ?? '';
      const length = lengthRead(written, literal);
      if (index < seen + length || written === '') return { start, end: start + written.length };
      seen += length;
      start += written.length;
    }
  }

  #byteAt(unit: number): number {
    const mark = Math.min(Math.floor(unit / STEP), this.#marks.length - 1);
    return (this.#marks[mark] ?? this.#parts.encoding.mark) + this.#lengthOf(mark * STEP, unit);
  }

  #lengthOf(start: number, end: number): number {
    if (this.#parts.encoding.unit !== null) return (end - start) * this.#parts.encoding.unit;
    const { documentXml } = this.#parts;
    let bytes = 0;
    for (let at = start; at < end; at += 1) {
      const code = documentXml.charCodeAt(at);
      // half of a four-byte character for each of its two units, so that steps may part them
      bytes += code < 0x80 ? 1 : code < 0x8_00 || (code >= 0xd8_00 && code <= 0xdf_ff) ? 2 : 3;
    }
    return bytes;
  }
}

/** UTF-16 units that one written character reads as: two beyond U+FFFF, be it a pair of surrogates or an entity. */
function lengthRead(written: string, literal: boolean): number {
  const number = literal ? null : /^&#(x?)([\da-f]+);$/i.exec(written);
  if (number) return Number.parseInt(number[2] ?? '', number[1] ? 16 : 10) > 0xff_ff ? 2 : 1;
  return (written.codePointAt(0) ?? 0) > 0xff_ff ? 2 : 1;
}
