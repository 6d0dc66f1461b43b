const SECTOR = 512;
const END = -2;
const FREE = -1;

/** Where the parts of a file built here begin, for tests that spoil them. */
export interface BuiltCompound {
  readonly bytes: Uint8Array;
  readonly table: number;
  readonly directory: number;
}

/** Builds a compound file with streams at its root; each is filled up to the length from which it has sectors of its own. */
export function buildCompound(streams: Readonly<Record<string, Uint8Array>>): BuiltCompound {
  const contents = Object.entries(streams).map(([name, content]) => {
    const filled = new Uint8Array(Math.max(4096, Math.ceil(content.length / SECTOR) * SECTOR));
    filled.set(content);
    return { name, filled };
  });
  const used = 1 + contents.reduce((total, { filled }) => total + filled.length / SECTOR, 0);
  const tables = Math.ceil((used + 109) / (SECTOR / 4 - 1));
  if (tables > 109) throw new Error('too long for a file without extension sectors');
  const bytes = new Uint8Array((1 + tables + used) * SECTOR);
  const view = new DataView(bytes.buffer);
  const at = (sector: number) => (sector + 1) * SECTOR;

  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint16(32, 6, true);
  // the tables, the directory, where streams are short, their table and how many sectors it has, extensions and how many
  [tables, tables, 0, 4096, END, 0, END, 0].forEach((value, index) =>
    view.setInt32([44, 48, 52, 56, 60, 64, 68, 72][index] ?? 0, value, true),
  );
  for (let index = 0; index < 109; index += 1) view.setInt32(76 + 4 * index, index < tables ? index : FREE, true);
  const link = (sector: number, next: number) => view.setInt32(at(0) + 4 * sector, next, true);
  for (let sector = 0; sector < (tables * SECTOR) / 4; sector += 1) link(sector, sector < tables ? -3 : FREE);
  link(tables, END);

  let sector = tables + 1;
  const entry = (index: number, name: string, fields: readonly number[]) => {
    const start = at(tables) + 128 * index;
    [...name].forEach((letter, place) => view.setUint16(start + 2 * place, letter.charCodeAt(0), true));
    view.setUint16(start + 64, 2 * name.length + 2, true);
    const [type = 0, right = -1, child = -1, first = END, length = 0] = fields;
    view.setUint8(start + 66, type);
    [-1, right, child].forEach((value, place) => view.setInt32(start + 68 + 4 * place, value, true));
    view.setInt32(start + 116, first, true);
    view.setInt32(start + 120, length, true);
  };
  entry(0, 'Root Entry', [5, -1, 1]);
  contents.forEach(({ name, filled }, index) => {
    entry(index + 1, name, [2, index + 1 < contents.length ? index + 2 : -1, -1, sector, filled.length]);
    bytes.set(filled, at(sector));
    for (let left = filled.length / SECTOR; left > 0; left -= 1, sector += 1)
      link(sector, left === 1 ? END : sector + 1);
  });
  return { bytes, table: at(0), directory: at(tables) };
}

/** What a test may say of a Word document. */
export interface OldWordParts {
  readonly text: string;
  /** Characters of each piece, as [begin, end]; the whole text as one where not given. */
  readonly pieces?: readonly (readonly [begin: number, end: number])[];
  /** Runs of text with properties, as [begin, end] in characters, all with the properties given. */
  readonly runs?: readonly (readonly [begin: number, end: number])[];
  readonly properties?: readonly number[];
  /** Bounds of headers and footers, in characters. */
  readonly headers?: readonly number[];
}

/** Where the text stands in the stream of a document built here. */
const TEXT = 1024;

/** Builds a .doc of Word 97 with nothing but text, pieces and one page of properties. */
export function buildOldWord(parts: OldWordParts): BuiltCompound {
  const { text, pieces = [[0, text.length]], runs = [], properties = [], headers = [] } = parts;
  const textEnd = Math.ceil((TEXT + 2 * text.length) / SECTOR) * SECTOR;
  const word = new Uint8Array(textEnd + SECTOR);
  const view = new DataView(word.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(0x0a, 0x0200, true);
  const length = pieces.reduce((total, [begin, end]) => total + end - begin, 0);
  view.setUint32(0x4c, length, true);
  for (let at = 0; at < text.length; at += 1) view.setUint16(TEXT + 2 * at, text.charCodeAt(at), true);

  const list: number[] = [];
  const place = (field: number, numbers: readonly number[]) => {
    view.setUint32(field, 4 * list.length, true);
    view.setUint32(field + 4, 4 * numbers.length, true);
    list.push(...numbers);
  };
  if (runs.length > 0) {
    place(0xfa, [0, 0, textEnd / SECTOR]);
    const bounds = runs.map(([begin]) => begin).concat(runs.at(-1)?.[1] ?? 0);
    bounds.forEach((bound, at) => view.setUint32(textEnd + 4 * at, TEXT + 2 * bound, true));
    runs.forEach((_, at) => view.setUint8(textEnd + 4 * bounds.length + at, 200));
    word.set([properties.length, ...properties], textEnd + 400);
    view.setUint8(textEnd + 511, runs.length);
  }
  if (headers.length > 0) place(0xf2, headers);

  const starts = [0];
  for (const [begin, end] of pieces) starts.push((starts.at(-1) ?? 0) + end - begin);
  const table = new Uint8Array(4 * list.length + 5 + 4 * starts.length + 8 * pieces.length);
  const tableView = new DataView(table.buffer);
  list.forEach((number, at) => tableView.setUint32(4 * at, number, true));
  const clx = 4 * list.length;
  view.setUint32(0x1a2, clx, true);
  tableView.setUint8(clx, 2);
  tableView.setUint32(clx + 1, 4 * starts.length + 8 * pieces.length, true);
  starts.forEach((start, at) => tableView.setUint32(clx + 5 + 4 * at, start, true));
  pieces.forEach(([begin], at) =>
    tableView.setUint32(clx + 5 + 4 * starts.length + 8 * at + 2, TEXT + 2 * begin, true),
  );
  return buildCompound({ WordDocument: word, '1Table': table });
}
