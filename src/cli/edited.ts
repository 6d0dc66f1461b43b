import { existsSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { InputError } from '../model/manuscript.ts';
import { readBytes } from './files.ts';

const PROPERTIES = 'docProps/core.xml';

/**
 * Refuses to write over a Word file that a person has worked on. The data change several times before the deadline, and a second
 * draft under the same name must not cost what was written into the first; one that nobody touched may be replaced.
 */
export function refuseEdited(path: string): void {
  if (!existsSync(path)) return;
  const bytes = readBytes(path);
  if (bytes.length === 0 || lastModifiedBy(bytes) === 'junheng') return;
  throw new InputError(
    'output-edited',
    `${path}：已有这个文件，而且被人修改过，没有覆盖；请换一个文件名，或加 --force 覆盖。`,
  );
}

/** Who saved a Word file last: Word and WPS write the user's name there; null where the file does not say. */
function lastModifiedBy(bytes: Uint8Array): string | null {
  try {
    const properties = unzipSync(bytes, { filter: ({ name }) => name === PROPERTIES })[PROPERTIES];
    const match = properties && /<cp:lastModifiedBy>([^<]*)</.exec(strFromU8(properties));
    return match?.[1] ?? null;
  } catch {
    // No Word file at all, so none of ours.
    return null;
  }
}
