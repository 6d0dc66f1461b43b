import { readdirSync, readFileSync } from 'node:fs';
import { parseStandard } from '../../src/standards/parse.ts';
import type { Standard } from '../../src/standards/standard.ts';

const FOLDER = new URL('../../src/standards/national/', import.meta.url);

/** All national regulations, as the program brings them. */
export const NATIONAL: readonly Standard[] = readdirSync(FOLDER).map((name) =>
  parseStandard(name, readFileSync(new URL(name, FOLDER), 'utf8')),
);

/** One of them by its id. */
export function national(id: string): Standard {
  const found = NATIONAL.find((standard) => standard.id === id);
  if (found === undefined) throw new Error(`no standard ${id}`);
  return found;
}
