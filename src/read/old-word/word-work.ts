import { viewOf } from './sectors.ts';
import type { WordTables } from './word-tables.ts';

/** A sprm that a reader acts on: the code it goes by, its operand's first byte. */
type ActsOn = (code: number, operand: number) => boolean;

/** Deleted text: the reader asks for the low bits of the code only. */
const deletes: ActsOn = (code, operand) => (code & 0x1f) === 0 && (operand & 1) === 1;
/** The end of a table row. */
const endsRow: ActsOn = (code) => code === 0x2417;

/** How long the operand of a sprm is, by the top three bits of its code; 6 says it in its first byte. */
const operandLengths = [1, 1, 2, 4, 2, 2, 0, 3] as const;

const FIELD_BEGIN = 0x13;
const FIELD_SEPARATOR = 0x14;
const FIELD_END = 0x15;

/** Where in a page the number of its runs stands. */
const RUNS = 511;

/**
 * How much the reader has to do beyond reading once, in characters touched: for each change it makes it copies the text that it
 * changes, and it looks for the ends of fields again from every place where one could begin.
 * @throws Error where a table's places run backwards: the reader would make the text longer with each of them
 */
export function workOf({ word, pieces, characterPages, paragraphPages, headerBounds }: WordTables): number {
  // The last place of the headers is said to mean nothing; any number may stand there.
  headerBounds.slice(0, -1).forEach((bound, at) => {
    if (bound < (headerBounds[at - 1] ?? 0)) throw new Error('headers run backwards');
  });
  const changes =
    headerBounds.length +
    sum(characterPages.map((page) => changesIn(page, characterRun, deletes))) +
    sum(paragraphPages.map((page) => changesIn(page, paragraphRun, endsRow)));
  const text = textOf(word, pieces);
  return changes * (text.length + pieces.length) + fieldWork(text);
}

/** How many changes a page of properties makes. */
function changesIn(page: Uint8Array, runAt: typeof characterRun, actsOn: ActsOn): number {
  const view = viewOf(page);
  const runs = view.getUint8(RUNS);
  let changes = 0;
  for (let run = 0; run < runs; run += 1) {
    const found = changesOf(runAt(page, runs, run), actsOn);
    const backwards = view.getUint32(4 * run, true) > view.getUint32(4 * run + 4, true);
    if (found > 0 && backwards) throw new Error('changed run runs backwards');
    changes += found;
  }
  return changes;
}

function characterRun(page: Uint8Array, runs: number, run: number): Uint8Array {
  const at = 2 * byteAt(page, 4 * (runs + 1) + run);
  return at === 0 ? new Uint8Array() : page.subarray(at + 1, at + 1 + byteAt(page, at));
}

function paragraphRun(page: Uint8Array, runs: number, run: number): Uint8Array {
  const at = 2 * byteAt(page, 4 * (runs + 1) + 13 * run);
  const words = byteAt(page, at);
  const properties =
    words === 0 ? page.subarray(at + 2, at + 2 + 2 * byteAt(page, at + 1)) : page.subarray(at + 1, at + 2 * words);
  // First comes the number of the style.
  return properties.subarray(2);
}

function changesOf(properties: Uint8Array, actsOn: ActsOn): number {
  let changes = 0;
  for (let at = 0; at < properties.length - 1; ) {
    const code = byteAt(properties, at) + 256 * byteAt(properties, at + 1);
    at += 2;
    if (actsOn(code, properties[at] ?? 0)) changes += 1;
    const kind = code >> 13;
    at += kind === 6 ? 1 + byteAt(properties, at) : (operandLengths[kind] ?? 0);
  }
  return changes;
}

/**
 * What it takes to take the codes of fields away: the reader tries every way to divide what stands between the begin of each
 * field and its separator, or else its end; again for each level of fields in fields.
 */
function fieldWork(text: string): number {
  const open: { readonly start: number; code: number | null }[] = [];
  let work = 0;
  let levels = 1;
  const add = (start: number, end: number) => {
    work += (end - start) ** 2 / 2;
  };
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const field = open.at(-1);
    if (code === FIELD_BEGIN) {
      open.push({ start: at, code: null });
      levels = Math.max(levels, open.length + 1);
    } else if (code === FIELD_SEPARATOR && field !== undefined) field.code ??= at;
    else if (code === FIELD_END && field !== undefined) {
      add(field.start, field.code ?? at);
      open.pop();
    }
  }
  for (const { start, code } of open) add(start, code ?? text.length);
  return levels * (text.length + work);
}

function textOf(word: Uint8Array, pieces: WordTables['pieces']): string {
  const wide = new TextDecoder('utf-16le');
  const narrow = new TextDecoder('latin1');
  return pieces
    .map((piece) => (piece.wide ? wide : narrow).decode(word.subarray(piece.start, piece.start + piece.length)))
    .join('');
}

/** A byte that has to be there. */
function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new Error('properties cut off');
  return byte;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
