import { deflateSync } from 'fflate';
import { fault } from '../../read/faults.ts';
import { openArchive } from '../../read/word/archive.ts';
import { crc32 } from '../../read/word/crc32.ts';

const END_OF_DIRECTORY = 0x06054b50;
const UTF8_NAME = 0x0800;
/** Sizes and counts beyond these need ZIP64, which the reader does not read either. */
const MOST_ENTRIES = 0xfffe;

/**
 * A zip with some entries changed and others added. Every other entry is copied as it lies there, header, compressed bytes and
 * all; fflate would pack them anew, and their bytes would differ.
 * @param changed contents by path
 * @throws InputError as {@link openArchive}; `unsafe-package` where entries overlap or the file is too large to be written
 */
export function editZip(file: string, bytes: Uint8Array, changed: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const { entries } = openArchive(file, bytes);
  const directory = Math.min(...entries.map(({ record }) => record.start), bytes.length);
  const starts = entries.map(({ offset }) => offset).sort((a, b) => a - b);
  if (new Set(starts).size !== starts.length || (starts.at(-1) ?? 0) > directory) throw fault(file, 'unsafe-package');
  const endOf = new Map(starts.map((start, index) => [start, starts[index + 1] ?? directory]));

  const pieces: Uint8Array[] = [];
  const records: Uint8Array[] = [];
  let length = 0;
  const add = (piece: Uint8Array): number => {
    pieces.push(piece);
    length += piece.length;
    return length - piece.length;
  };
  const left = new Map(changed);
  for (const { path, offset, record } of entries) {
    const content = left.get(path);
    if (content === undefined) {
      // no slice(): that of a Node buffer is a view, and the file handed in would be written into
      const copied = Uint8Array.from(bytes.subarray(record.start, record.end));
      new DataView(copied.buffer).setUint32(42, add(bytes.subarray(offset, endOf.get(offset))), true);
      records.push(copied);
    } else {
      left.delete(path);
      records.push(addEntry(path, content, add));
    }
  }
  for (const [path, content] of left) records.push(addEntry(path, content, add));
  if (records.length > MOST_ENTRIES || length > 0xf0_00_00_00) throw fault(file, 'unsafe-package');
  const directoryStart = length;
  for (const record of records) add(record);
  add(endRecord(records.length, length - directoryStart, directoryStart));
  return joined(pieces, length);
}

/** Writes a local header and the packed content; returns the entry's record for the directory. */
function addEntry(path: string, content: Uint8Array, add: (piece: Uint8Array) => number): Uint8Array {
  const name = new TextEncoder().encode(path);
  const packed = deflateSync(content);
  const header = new DataView(new ArrayBuffer(30 + name.length));
  header.setUint32(0, 0x04034b50, true);
  describe(header, 4, content, packed, name.length);
  new Uint8Array(header.buffer).set(name, 30);
  const offset = add(new Uint8Array(header.buffer));
  add(packed);
  const record = new DataView(new ArrayBuffer(46 + name.length));
  record.setUint32(0, 0x02014b50, true);
  record.setUint16(4, 20, true);
  describe(record, 6, content, packed, name.length);
  record.setUint32(42, offset, true);
  new Uint8Array(record.buffer).set(name, 46);
  return new Uint8Array(record.buffer);
}

/** The fields that a local header and a directory record have in common; the date is that of the format's beginning. */
function describe(view: DataView, at: number, content: Uint8Array, packed: Uint8Array, nameLength: number): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, 8, true);
  view.setUint16(at + 8, 0x21, true);
  view.setUint32(at + 10, crc32(content), true);
  view.setUint32(at + 14, packed.length, true);
  view.setUint32(at + 18, content.length, true);
  view.setUint16(at + 22, nameLength, true);
}

function endRecord(count: number, size: number, start: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, END_OF_DIRECTORY, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, start, true);
  return new Uint8Array(view.buffer);
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
