import { openCompoundFile } from './compound-file.ts';
import { wordTables } from './word-tables.ts';
import { workOf } from './word-work.ts';

/** Characters touched: eight seconds at worst. A report of a million characters with a thousand rows of tables takes a fifth of it. */
const WORK_LIMIT = 5e9;

/**
 * Asked before the reader of old Word files is, which follows all links inside a file as they stand: one whose links run in a
 * circle or backwards would take all memory or all time. Takes time and memory in proportion to the file's length itself.
 * @throws Error where the file is not to be given to the reader
 */
export function guardOldWord(bytes: Uint8Array): void {
  const work = workOf(wordTables(openCompoundFile(bytes)));
  if (work > WORK_LIMIT) throw new Error('more work than a document makes');
}
