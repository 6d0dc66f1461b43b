import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { buildOldWord } from './compound.ts';

/** A small .doc as an office program wrote it. */
export const OLD_WORD_FILE: Uint8Array = new Uint8Array(
  readFileSync(new URL('../fixtures/files/旧版.doc', import.meta.url)),
);

const START = 512;
/** Where the header tells the first sector of the directory, of the small sectors' table, and of the allocation table. */
const header = { tableLength: 44, directory: 48, smallTable: 60, extensions: 68, extensionLength: 72, table: 76 };
/** Where an entry of the directory tells its neighbours, its first sector and its length. */
const entry = { left: 68, right: 72, child: 76, sector: 116 };

/** A copy of a file with whole numbers written over it. */
export function spoilt(file: Uint8Array, numbers: readonly (readonly [place: number, value: number])[]): Uint8Array {
  const copy = Uint8Array.from(file);
  const view = new DataView(copy.buffer);
  for (const [place, value] of numbers) view.setInt32(place, value, true);
  return copy;
}

const fixture = new DataView(OLD_WORD_FILE.buffer, OLD_WORD_FILE.byteOffset, OLD_WORD_FILE.byteLength);
const inSector = (field: number) => START * (fixture.getInt32(field, true) + 1);
const link = (sector: number) => inSector(header.table) + 4 * sector;
const directory = fixture.getInt32(header.directory, true);
const inEntry = (index: number, field: number) => inSector(header.directory) + 128 * index + field;
const firstOf = (index: number) => fixture.getInt32(inEntry(index, entry.sector), true);
const root = firstOf(0);
const outside = Math.ceil(OLD_WORD_FILE.length / START);

/** A place in the fixture's directory by the name of its entry. */
function entryNamed(name: string): number {
  const text = new TextDecoder('utf-16le');
  for (let index = 0; ; index += 1) {
    const start = inEntry(index, 0);
    if (text.decode(OLD_WORD_FILE.subarray(start, start + 2 * name.length)) === name) return index;
  }
}
const word = firstOf(entryNamed('WordDocument'));
const child = fixture.getInt32(inEntry(0, entry.child), true);

/** Long enough for an allocation table of more sectors than the header names. */
const long = new Uint8Array(START * 300);
long.set(OLD_WORD_FILE);

const paragraph = '全县现有学校43所。\r';
/** The property that tells of deleted text. */
const deleted = [0x00, 0x08, 1];

/** Files that a reader following all links would never come to an end with, or that tell of what is not there; with what the guard says of them. */
export const HOSTILE_FILES: readonly (readonly [name: string, reason: string, content: Uint8Array])[] = [
  ['cut off in the header', 'header cut off', OLD_WORD_FILE.slice(0, 500)],
  ['cut off in the text', 'chain outside', OLD_WORD_FILE.slice(0, 3000)],
  ['sectors of 2 GB', 'unexpected sector size', spoilt(OLD_WORD_FILE, [[30, 31]])],
  ['an allocation table of 2 GB', 'longer than the file', spoilt(OLD_WORD_FILE, [[header.tableLength, 2 ** 22]])],
  [
    'an allocation table of less than nothing',
    'longer than the file',
    spoilt(OLD_WORD_FILE, [[header.tableLength, -1]]),
  ],
  ['an allocation table outside', 'table incomplete', spoilt(OLD_WORD_FILE, [[header.table, outside]])],
  [
    'extensions in a circle',
    'extension outside or in a circle',
    spoilt(long, [
      [header.tableLength, 290],
      [header.extensions, 200],
      [header.extensionLength, 2 ** 31 - 1],
      [START * 202 - 4, 200],
    ]),
  ],
  ['a directory in a circle of one', 'chain in a circle', spoilt(OLD_WORD_FILE, [[link(directory), directory]])],
  [
    'a directory in a circle of two',
    'chain in a circle',
    spoilt(OLD_WORD_FILE, [
      [link(directory), directory + 1],
      [link(directory + 1), directory],
    ]),
  ],
  ['a directory outside', 'chain outside', spoilt(OLD_WORD_FILE, [[header.directory, outside]])],
  ['a directory that goes on outside', 'chain outside', spoilt(OLD_WORD_FILE, [[link(directory), outside]])],
  [
    'a table of small sectors in a circle',
    'chain in a circle',
    spoilt(OLD_WORD_FILE, [
      [header.smallTable, word],
      [link(word), word + 1],
      [link(word + 1), word],
    ]),
  ],
  ['shared sectors in a circle', 'chain in a circle', spoilt(OLD_WORD_FILE, [[link(root), root]])],
  ['text in a circle', 'chain in a circle', spoilt(OLD_WORD_FILE, [[link(word + 1), word]])],
  ['text that goes on outside', 'chain outside', spoilt(OLD_WORD_FILE, [[link(word), 2 ** 31 - 1]])],
  [
    'an entry that is its own neighbour',
    'directory outside or in a circle',
    spoilt(OLD_WORD_FILE, [[inEntry(child, entry.left), child]]),
  ],
  [
    'entries whose paths double at each step',
    'directory outside or in a circle',
    spoilt(OLD_WORD_FILE, [
      [inEntry(child, entry.left), (child % 3) + 1],
      [inEntry(child, entry.right), (child % 3) + 1],
    ]),
  ],
  [
    'an entry outside',
    'directory outside or in a circle',
    spoilt(OLD_WORD_FILE, [[inEntry(child, entry.right), 2 ** 20]]),
  ],
  ['no text', 'no text', spoilt(OLD_WORD_FILE, [[inEntry(entryNamed('WordDocument'), 0), 0]])],
  [
    'pieces that share their text',
    'piece outside',
    buildOldWord({ text: paragraph, pieces: Array.from({ length: 500 }, () => [0, 11]) }).bytes,
  ],
  [
    'deleted runs that run backwards',
    'run runs backwards',
    buildOldWord({
      text: paragraph.repeat(20),
      runs: [
        [0, 9],
        [150, 5],
        [5, 9],
      ],
      properties: deleted,
    }).bytes,
  ],
  [
    'headers that run backwards',
    'headers run backwards',
    buildOldWord({ text: paragraph, headers: [0, 5, 2, 9, 10] }).bytes,
  ],
  [
    'a field without end, far from the end',
    'more work',
    buildOldWord({ text: `\u0013${'字'.repeat(100_000)}\r` }).bytes,
  ],
  [
    'more fields in fields than a document has',
    'more work',
    buildOldWord({ text: '\u0013'.repeat(2000).padEnd(10_000, '\u0015') }).bytes,
  ],
  [
    'more changes than a document has',
    'more work',
    buildOldWord({
      text: paragraph.repeat(250_000),
      runs: Array.from({ length: 80 }, (_, at) => [2 * at, 2 * at + 2] as const),
      properties: Array.from({ length: 30 }, () => deleted).flat(),
    }).bytes,
  ],
];

/** The small file with some bytes or whole numbers written over it, most of them where the tables are. */
export const spoiltFiles: fc.Arbitrary<Uint8Array> = fc
  .array(
    fc.tuple(
      fc.oneof(
        fc.nat(OLD_WORD_FILE.length - 4),
        fc.nat(124).map((at) => 28 + at),
        ...[header.table, header.directory, header.smallTable].map((field) =>
          fc.nat(508).map((at) => inSector(field) + at),
        ),
        // the file information block, and the table stream, which is behind it in the file
        fc.nat(900).map((at) => START * (word + 1) + at),
      ),
      fc.oneof(
        fc.nat(outside).map((number) => [number, 0, 0, 0]),
        fc.array(fc.nat(255), { minLength: 1, maxLength: 4 }),
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((places) => {
    const copy = Uint8Array.from(OLD_WORD_FILE);
    for (const [place, bytes] of places) copy.set(bytes.slice(0, copy.length - place), place);
    return copy;
  });
