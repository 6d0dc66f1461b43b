import { readdirSync, readFileSync } from 'node:fs';
import { parseStandard } from '../../src/standards/parse.ts';
import type { Standard } from '../../src/standards/standard.ts';

const FOLDER = new URL('../../src/standards/national/', import.meta.url);

/** The files of all national regulations, as a job is handed them. */
export const NATIONAL_FILES: readonly { readonly name: string; readonly text: string }[] = readdirSync(FOLDER)
  .sort()
  .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }));

/** All national regulations, as the program brings them. */
export const NATIONAL: readonly Standard[] = NATIONAL_FILES.map(({ name, text }) => parseStandard(name, text));

/** One of them by its id. */
export function national(id: string): Standard {
  const found = NATIONAL.find((standard) => standard.id === id);
  if (found === undefined) throw new Error(`no standard ${id}`);
  return found;
}
