import { inflateSync } from 'fflate';
import { fault } from '../faults.ts';
import { crc32 } from './crc32.ts';

interface Entry {
  readonly path: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly checksum: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerOffset: number;
  readonly record: { readonly start: number; readonly end: number };
}

/** A zip opened for reading single parts. */
export interface Archive {
  /** The file's name as the person gave it. */
  readonly file: string;
  readonly paths: readonly string[];
  /** The bytes of a part; null where there is none. Part names do not differ by case. */
  read(path: string): Uint8Array | null;
  /** Where each entry stands in the zip, in the order of the directory; of two with one name, both. */
  readonly entries: readonly EntryPlace[];
}

/** An entry as it lies in the zip, for those who copy it as it is. */
export interface EntryPlace {
  readonly path: string;
  /** Of the local header. */
  readonly offset: number;
  /** Its record in the central directory. */
  readonly record: { readonly start: number; readonly end: number };
}

/**
 * The most that all parts read may inflate to. A report of 1,000 pages has about 20 MB of XML.
 * Parts that are not read (pictures) do not count: they are never inflated.
 */
export const inflatedLimit = 100_000_000;

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/**
 * Opens a zip by its central directory. fflate's own unzip is not used: it trusts the declared sizes, does not check
 * sums, and inflates before one can say no.
 * @throws InputError `damaged-zip`; on reading a part `encrypted-file`, `too-large`, `damaged-part`
 */
export function openArchive(file: string, bytes: Uint8Array): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, Entry>();
  const directory = readDirectory(file, view);
  for (const entry of directory) {
    // The first of two entries with one name counts, here and for whoever splices the file later.
    const key = entry.path.toLowerCase();
    if (!entries.has(key)) entries.set(key, entry);
  }
  let inflated = 0;
  return {
    file,
    paths: [...entries.values()].map((entry) => entry.path),
    entries: directory.map(({ path, headerOffset, record }) => ({ path, offset: headerOffset, record })),
    read(path) {
      const entry = entries.get(path.toLowerCase());
      if (entry === undefined) return null;
      inflated += entry.size;
      if (inflated > inflatedLimit) throw fault(file, 'too-large');
      return readEntry(file, view, entry);
    },
  };
}

function readDirectory(file: string, view: DataView): Entry[] {
  const end = findEndOfDirectory(view);
  if (end === null) throw fault(file, 'damaged-zip');
  const count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (offset + 46 > view.byteLength || view.getUint32(offset, true) !== directoryEntry)
      throw fault(file, 'damaged-zip');
    const nameLength = view.getUint16(offset + 28, true);
    const next = offset + 46 + nameLength + view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    if (next > view.byteLength) throw fault(file, 'damaged-zip');
    const name = new Uint8Array(view.buffer, view.byteOffset + offset + 46, nameLength);
    entries.push({
      // Some programs write Windows separators against the specification.
      path: new TextDecoder().decode(name).replaceAll('\\', '/'),
      encrypted: (view.getUint16(offset + 8, true) & 1) === 1,
      method: view.getUint16(offset + 10, true),
      checksum: view.getUint32(offset + 16, true),
      packedSize: view.getUint32(offset + 20, true),
      size: view.getUint32(offset + 24, true),
      headerOffset: view.getUint32(offset + 42, true),
      record: { start: offset, end: next },
    });
    offset = next;
  }
  return entries;
}

/** The end record stands last, before a comment of up to 64 kB. */
function findEndOfDirectory(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let offset = view.byteLength - 22; offset >= lowest; offset -= 1) {
    if (view.getUint32(offset, true) === endOfDirectory) return offset;
  }
  return null;
}

function readEntry(file: string, view: DataView, entry: Entry): Uint8Array {
  if (entry.encrypted) throw fault(file, 'encrypted-file');
  const { headerOffset, packedSize, size } = entry;
  if (headerOffset + 30 > view.byteLength || view.getUint32(headerOffset, true) !== localHeader) {
    throw fault(file, 'damaged-zip', entry.path);
  }
  const start = headerOffset + 30 + view.getUint16(headerOffset + 26, true) + view.getUint16(headerOffset + 28, true);
  if (start + packedSize > view.byteLength) throw fault(file, 'damaged-zip', entry.path);
  const packed = new Uint8Array(view.buffer, view.byteOffset + start, packedSize);
  const bytes = unpack(file, entry, packed, size);
  // Catches flipped bits (a wrong digit is worse than no answer) and parts that inflate to more than they declare.
  if (bytes.length !== size || crc32(bytes) !== entry.checksum) throw fault(file, 'damaged-part', entry.path);
  return bytes;
}

function unpack(file: string, entry: Entry, packed: Uint8Array, size: number): Uint8Array {
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw fault(file, 'damaged-part', entry.path);
  try {
    // Writing into a buffer of the declared size keeps a part that lies about its size from taking more memory.
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    throw fault(file, 'damaged-part', entry.path);
  }
}
