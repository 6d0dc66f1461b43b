/** The sectors of a compound file (MS-CFB), with everything needed to follow their chains. */
export interface Sectors {
  readonly bytes: Uint8Array;
  /** 512 bytes, or 4,096 in a file of version 4. */
  readonly size: number;
  /** How many begin inside the file. */
  readonly count: number;
  /** For each sector the one behind it in its chain; a negative number ends the chain. */
  readonly next: Int32Array;
}

/** Where in the header which number stands. */
const header = {
  sectorShift: 30,
  smallSectorShift: 32,
  tableLength: 44,
  extensionStart: 68,
  extensionLength: 72,
  tableSectors: 76,
} as const;

const HEADER_LENGTH = 512;
/** So many sectors of the allocation table are named in the header, further ones in extension sectors. */
const IN_HEADER = 109;

/**
 * Reads the header and the allocation table of a compound file.
 * @throws Error where the table is not complete, or where its parts lie outside of the file or run in a circle
 */
export function sectorsOf(bytes: Uint8Array): Sectors {
  const view = viewOf(bytes);
  if (bytes.length < HEADER_LENGTH) throw new Error('header cut off');
  const shift = view.getUint16(header.sectorShift, true);
  if ((shift !== 9 && shift !== 12) || view.getUint16(header.smallSectorShift, true) !== 6) {
    throw new Error('unexpected sector size');
  }
  const size = 2 ** shift;
  // The header takes the place of the first one; the last one need not be full.
  const count = Math.max(0, Math.ceil(bytes.length / size) - 1);
  const ids = tableSectors({ bytes, size, count });
  return { bytes, size, count, next: numbersOf(contentOf({ bytes, size }, ids)) };
}

/** The sectors that the allocation table itself lies in. */
function tableSectors({ bytes, size, count }: Omit<Sectors, 'next'>): number[] {
  const view = viewOf(bytes);
  const length = view.getInt32(header.tableLength, true);
  if (length <= 0 || length > count) throw new Error('allocation table longer than the file');
  const ids: number[] = [];
  for (let at = 0; at < Math.min(length, IN_HEADER); at += 1) {
    ids.push(view.getInt32(header.tableSectors + 4 * at, true));
  }
  if (length > IN_HEADER) {
    const extensions = new Set<number>();
    let sector = view.getInt32(header.extensionStart, true);
    for (let left = view.getInt32(header.extensionLength, true); left > 0; left -= 1) {
      if (sector < 0 || sector >= count || extensions.has(sector)) throw new Error('extension outside or in a circle');
      extensions.add(sector);
      const numbers = numbersOf(contentOf({ bytes, size }, [sector]));
      ids.push(...numbers.subarray(0, Math.min(numbers.length - 1, length - ids.length)));
      sector = numbers.at(-1) ?? -1;
    }
  }
  if (ids.length < length || new Set(ids).size < length || ids.some((id) => id < 0 || id >= count)) {
    throw new Error('allocation table incomplete');
  }
  return ids;
}

/**
 * The sectors of one chain, in order.
 * @param next the sector behind each sector
 * @param count how many sectors there are
 * @throws Error where the chain leaves the file or runs in a circle: one longer than there are sectors does
 */
export function chainFrom(first: number, next: Int32Array, count: number): number[] {
  const chain: number[] = [];
  for (let sector = first; sector >= 0; ) {
    const following = next[sector];
    if (sector >= count || following === undefined) throw new Error('chain outside of the file');
    chain.push(sector);
    if (chain.length > count) throw new Error('chain in a circle');
    sector = following;
  }
  return chain;
}

/** The content of sectors of the file; the first of them stands behind the header, which takes the place of one. */
export function contentOf({ bytes, size }: Pick<Sectors, 'bytes' | 'size'>, chain: readonly number[]): Uint8Array {
  return gather(
    bytes,
    size,
    chain.map((sector) => (sector + 1) * size),
  );
}

/** Blocks of one size from the places given, one behind the other; what the end cuts off reads as zeros. */
export function gather(bytes: Uint8Array, size: number, places: readonly number[]): Uint8Array {
  const content = new Uint8Array(places.length * size);
  places.forEach((place, at) => content.set(bytes.subarray(place, place + size), at * size));
  return content;
}

/** Four bytes a number, whole numbers with a sign. */
export function numbersOf(bytes: Uint8Array): Int32Array {
  const view = viewOf(bytes);
  return Int32Array.from({ length: Math.floor(bytes.length / 4) }, (_, at) => view.getInt32(4 * at, true));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
