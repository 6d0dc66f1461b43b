import { viewOf } from './sectors.ts';

/** A list in the table stream: where it begins and how many bytes it takes. */
interface Place {
  readonly start: number;
  readonly length: number;
}

/** The tables of a Word document (MS-DOC) that its reader works through. */
export interface WordTables {
  /** The streams WordDocument and 0Table or 1Table. */
  readonly word: Uint8Array;
  readonly table: Uint8Array;
  readonly pieces: readonly Piece[];
  /** Pages of character and of paragraph properties, each 512 bytes of the word stream. */
  readonly characterPages: readonly Uint8Array[];
  readonly paragraphPages: readonly Uint8Array[];
  /** Where the headers and footers begin, and the last of them ends, in characters. */
  readonly headerBounds: readonly number[];
}

/** A run of text in the word stream; the text of the document is all of them in order. */
export interface Piece {
  readonly start: number;
  /** In bytes. */
  readonly length: number;
  readonly wide: boolean;
}

/** Where in the word stream the place of each list stands. */
const lists = {
  headers: 0xf2,
  characterPages: 0xfa,
  paragraphPages: 0x102,
  bookmarkNames: 0x142,
  bookmarkStarts: 0x14a,
  bookmarkEnds: 0x152,
  pieces: 0x1a2,
} as const;

const SIGNATURE = 0xa5ec;
const FLAGS = 0x0a;
const PAGE = 512;

/**
 * Finds the tables of a Word document.
 * @throws Error where one of them lies outside of its stream, or says more than a stream can hold
 */
export function wordTables(stream: (name: string) => Uint8Array | null): WordTables {
  const word = stream('WordDocument');
  if (word === null) throw new Error('no text');
  const view = viewOf(word);
  if (view.getUint16(0, true) !== SIGNATURE) throw new Error('no Word document');
  const second = (view.getUint16(FLAGS, true) & 0x0200) !== 0;
  const table = stream(second ? '1Table' : '0Table') ?? new Uint8Array();

  const place = (at: number): Place => {
    const start = view.getUint32(at, true);
    const length = view.getUint32(at + 4, true);
    // Where there is nothing, the start means nothing.
    if (length > 0 && start + length > table.length) throw new Error('list outside of its stream');
    return { start, length };
  };
  if (place(lists.bookmarkNames).length > 0) {
    place(lists.bookmarkStarts);
    place(lists.bookmarkEnds);
  }
  const headers = place(lists.headers);
  return {
    word,
    table,
    pieces: piecesOf(word, table, view.getUint32(lists.pieces, true)),
    characterPages: pagesOf(word, table, place(lists.characterPages)),
    paragraphPages: pagesOf(word, table, place(lists.paragraphPages)),
    headerBounds: headers.length < 8 ? [] : numbersIn(table, headers.start, Math.floor(headers.length / 4)),
  };
}

/** The piece table; before it may stand property lists, which nobody needs for the text. */
function piecesOf(word: Uint8Array, table: Uint8Array, start: number): Piece[] {
  const view = viewOf(table);
  let at = start;
  while (view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true);
  if (view.getUint8(at) !== 2) throw new Error('no piece table');
  const count = (view.getUint32(at + 1, true) - 4) / 12;
  if (!Number.isInteger(count) || count < 0 || at + 5 + 4 + 12 * count > table.length) {
    throw new Error('piece table outside of its stream');
  }
  const bounds = numbersIn(table, at + 5, count + 1);
  let bytes = 0;
  return bounds.slice(1).map((end, index): Piece => {
    const place = view.getUint32(at + 5 + 4 * (count + 1) + 8 * index + 2, true);
    const wide = (place & 0x40000000) === 0;
    const piece = {
      start: wide ? place : Math.floor((place - 0x40000000) / 2),
      length: (end - (bounds[index] ?? 0)) * (wide ? 2 : 1),
      wide,
    };
    bytes += piece.length;
    // Pieces share no text; a table in which they do could make more text than memory holds.
    if (piece.length < 0 || piece.start + piece.length > word.length || bytes > word.length) {
      throw new Error('piece outside of its stream');
    }
    return piece;
  });
}

/** The pages that a list of pages names; each page is there once, so that there cannot be more than the stream has. */
function pagesOf(word: Uint8Array, table: Uint8Array, { start, length }: Place): Uint8Array[] {
  if (length === 0) return [];
  const count = (length - 4) / 8;
  if (!Number.isInteger(count) || count < 0 || count > word.length / PAGE) throw new Error('unexpected list of pages');
  return numbersIn(table, start + 4 * (count + 1), count).map((page) => {
    if ((page + 1) * PAGE > word.length) throw new Error('page outside of its stream');
    return word.subarray(page * PAGE, (page + 1) * PAGE);
  });
}

function numbersIn(bytes: Uint8Array, start: number, count: number): number[] {
  const view = viewOf(bytes);
  return Array.from({ length: count }, (_, at) => view.getUint32(start + 4 * at, true));
}
