import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { thawStandards } from '../standards/frozen.ts';
import { parseStandard } from '../standards/parse.ts';
import type { Standard } from '../standards/standard.ts';
import { nationalStandards } from './resources.ts';

/** Written beside the bundle by the build; run from source there is none, and what a developer edits is read. */
const FROZEN = fileURLToPath(new URL('standards.json', import.meta.url));

/** The national regulations, as checks and drafts need them. */
export function bundledStandards(): Standard[] {
  if (existsSync(FROZEN)) return thawStandards(readFileSync(FROZEN, 'utf8'));
  return nationalStandards().map(({ name, text }) => parseStandard(name, text));
}
