/** How alike two texts are by their pairs of characters, from 0 to 1 (Dice); numbers count as one sign, whatever they are. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  let [shared, total] = [0, 0];
  for (const [pair, count] of one) {
    shared += Math.min(count, other.get(pair) ?? 0);
    total += count;
  }
  for (const count of other.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}

function pairsOf(text: string): Map<string, number> {
  const clean = text.replaceAll(/[\d.]+/g, '□').replaceAll(/\s/g, '');
  const pairs = new Map<string, number>();
  for (let at = 0; at + 1 < clean.length; at += 1) {
    const pair = clean.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

/** A stretch of one text that another has otherwise. */
export interface Hunk {
  /** Where it stands in the first text. */
  readonly at: number;
  readonly removed: string;
  readonly added: string;
}

/** A sentence has a few hundred characters; what is much longer is a list without full stops, and is compared as a whole. */
const MOST_CELLS = 4_000_000;

/** How the second text differs from the first, stretch by stretch: the longest common subsequence of their characters. */
export function hunksOf(before: string, after: string): Hunk[] {
  const [rows, columns] = [before.length, after.length];
  if (rows * columns > MOST_CELLS) return before === after ? [] : [{ at: 0, removed: before, added: after }];
  const lengths = Array.from({ length: rows + 1 }, () => new Uint16Array(columns + 1));
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const same = before[row] === after[column];
      const value = same ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
      (lengths[row] as Uint16Array)[column] = value;
    }
  }
  const hunks: { at: number; removed: string; added: string }[] = [];
  let open: { at: number; removed: string; added: string } | null = null;
  for (let [row, column] = [0, 0]; row < rows || column < columns; ) {
    if (row < rows && column < columns && before[row] === after[column]) {
      open = null;
      row += 1;
      column += 1;
      continue;
    }
    if (open === null) {
      open = { at: row, removed: '', added: '' };
      hunks.push(open);
    }
    if (column >= columns || (row < rows && at(row + 1, column) >= at(row, column + 1))) {
      open.removed += before[row];
      row += 1;
    } else {
      open.added += after[column];
      column += 1;
    }
  }
  return hunks;
}
