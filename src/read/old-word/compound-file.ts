import { chainFrom, contentOf, gather, numbersOf, sectorsOf, viewOf } from './sectors.ts';

/** One line of the directory of a compound file. */
interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly sector: number;
  readonly length: number;
}

const ENTRY_LENGTH = 128;
const STORAGE = 1;
const STREAM = 2;
const ROOT = 5;
const NONE = -1;
const SMALL_SECTOR = 64;

/** Where in the header which number stands. */
const header = { directory: 48, smallBelow: 56, smallTable: 60 } as const;

/**
 * Opens a compound file, walking once over everything that a reader would follow.
 * @returns the content of the stream of that name at the root; null where there is none
 * @throws Error where a chain or the directory's tree leaves the file or runs in a circle
 */
export function openCompoundFile(bytes: Uint8Array): (name: string) => Uint8Array | null {
  const sectors = sectorsOf(bytes);
  const view = viewOf(bytes);
  const contentFrom = (first: number) => contentOf(sectors, chainFrom(first, sectors.next, sectors.count));

  const entries = entriesOf(contentFrom(view.getInt32(header.directory, true)));
  const root = entries.find(({ type }) => type === ROOT);
  if (root === undefined) throw new Error('directory without a root');
  const streams = streamsOf(root, entries);

  // Streams too short for sectors of their own share those of the root, in small sectors with a table of their own.
  const shared = contentFrom(root.sector);
  const nextSmall = numbersOf(contentFrom(view.getInt32(header.smallTable, true)));
  const smallBelow = view.getInt32(header.smallBelow, true);

  return (name) => {
    const entry = streams.get(name);
    if (entry === undefined) return null;
    if (entry.length < 0) throw new Error('stream of less than nothing');
    if (entry.length >= smallBelow) return contentFrom(entry.sector).subarray(0, entry.length);
    const places = chainFrom(entry.sector, nextSmall, shared.length / SMALL_SECTOR).map(
      (small) => small * SMALL_SECTOR,
    );
    return gather(shared, SMALL_SECTOR, places).subarray(0, entry.length);
  };
}

function entriesOf(directory: Uint8Array): Entry[] {
  const view = viewOf(directory);
  return Array.from({ length: directory.length / ENTRY_LENGTH }, (_, index): Entry => {
    const at = index * ENTRY_LENGTH;
    // In bytes and with a zero at the end; one that is longer than its place is no name that is asked for.
    const letters = Math.floor(Math.max(view.getInt16(at + 64, true) - 1, 0) / 2);
    const codes = Array.from({ length: Math.min(letters, 32) }, (_, letter) => view.getUint16(at + 2 * letter, true));
    return {
      name: String.fromCharCode(...codes),
      type: view.getInt8(at + 66),
      left: view.getInt32(at + 68, true),
      right: view.getInt32(at + 72, true),
      child: view.getInt32(at + 76, true),
      sector: view.getInt32(at + 116, true),
      length: view.getInt32(at + 120, true),
    };
  });
}

/**
 * The streams that stand in the root itself. The whole tree is walked, since a reader builds it whole: an entry that is reached
 * twice makes a circle, or a net whose paths double with every step.
 */
function streamsOf(root: Entry, entries: readonly Entry[]): ReadonlyMap<string, Entry> {
  const streams = new Map<string, Entry>();
  const reached = new Set<Entry>([root]);
  const open: (readonly [index: number, atRoot: boolean])[] = [];
  if (root.child >= 0) open.push([root.child, true]);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const [index, atRoot] = place;
    const entry = entries[index];
    if (entry === undefined || reached.has(entry)) throw new Error('directory outside or in a circle');
    reached.add(entry);
    if (atRoot && entry.type === STREAM) streams.set(entry.name, entry);
    if (entry.type === STORAGE && entry.child >= 0) open.push([entry.child, false]);
    // The left one is to be walked first: of two streams of one name the last one counts.
    if (entry.right !== NONE) open.push([entry.right, atRoot]);
    if (entry.left !== NONE) open.push([entry.left, atRoot]);
  }
  return streams;
}
