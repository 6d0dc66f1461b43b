import { openArchive } from '../../read/word/archive.ts';
import { decodePart, parseXml } from '../../read/word/xml.ts';

/** What one chart of a Word file draws, as the file writes the numbers. */
export interface ChartNumbers {
  /** The number of a series at a category; null where it has none. */
  at(series: string, category: string): string | null;
}

const CHART = /^word\/charts\/chart[^/]*\.xml$/i;

/**
 * The numbers that the charts of a Word file draw: those kept in the chart itself, which is what a reader sees; the workbook inside
 * it only serves whoever edits it.
 * @throws InputError as other parts do
 */
export function chartNumbers(file: string, bytes: Uint8Array): readonly ChartNumbers[] {
  const archive = openArchive(file, bytes);
  return archive.paths
    .filter((path) => CHART.test(path))
    .flatMap((path) => {
      const content = archive.read(path);
      return content === null ? [] : [numbersIn(decodePart(file, path, content))];
    });
}

type Role = 'tx' | 'cat' | 'val';

function numbersIn(part: ReturnType<typeof decodePart>): ChartNumbers {
  const drawn = new Map<string, string>();
  let told: Record<Role, Map<string, string>> = empty();
  let role: Role | null = null;
  let point = '';
  let isValue = false;
  parseXml(part, {
    open: ({ name, attribute }) => {
      if (name === 'ser') told = empty();
      else if (name === 'tx' || name === 'cat' || name === 'val') role = name;
      else if (name === 'pt') point = attribute('idx') ?? '';
      isValue = name === 'v';
    },
    text: (text) => {
      if (isValue && role !== null) told[role].set(point, (told[role].get(point) ?? '') + text);
    },
    close: (name) => {
      isValue = false;
      if (name === role) role = null;
      if (name !== 'ser') return;
      for (const [at, number] of told.val) drawn.set(keyOf(told.tx.get('0') ?? '', told.cat.get(at) ?? ''), number);
    },
  });
  return { at: (series, category) => drawn.get(keyOf(series, category)) ?? null };
}

function empty(): Record<Role, Map<string, string>> {
  return { tx: new Map(), cat: new Map(), val: new Map() };
}

function keyOf(series: string, category: string): string {
  return JSON.stringify([series.trim(), category.trim()]);
}
