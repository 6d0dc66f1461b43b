import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from './files.ts';

/** A text file that belongs to the program. */
export interface Resource {
  /** File name, for messages. */
  readonly name: string;
  readonly text: string;
}

/** The national regulations. Read from src/ also when built: the compiler copies no YAML, and the package carries both. */
export function nationalStandards(): Resource[] {
  return textsIn(join(PACKAGE_ROOT, 'src', 'standards', 'national'), '.yaml');
}

/** The pages of the manual that people write; those about the rules are made of the rules. */
export function manualPages(): Resource[] {
  return textsIn(join(PACKAGE_ROOT, 'corpus', 'manual'), '.md');
}

/** The fictional county of `init --sample`. */
export function sampleCounty(): Resource {
  return resource(join(PACKAGE_ROOT, 'corpus', 'sample'), 'county.yaml');
}

/** The phrases that come with the program: read, never written. */
export function starterPhrases(): Resource[] {
  const folder = join(PACKAGE_ROOT, 'corpus', 'phrases');
  return existsSync(folder) ? textsIn(folder, '.jsonl') : [];
}

function textsIn(folder: string, ending: string): Resource[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => resource(folder, name));
}

function resource(folder: string, name: string): Resource {
  return { name, text: readFileSync(join(folder, name), 'utf8') };
}
