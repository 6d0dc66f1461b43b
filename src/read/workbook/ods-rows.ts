import { strFromU8, strToU8, zipSync } from 'fflate';
import { openArchive } from '../word/archive.ts';

const CONTENT = 'content.xml';
/** Row groups, and the rows that are repeated on every printed page. */
const WRAPPERS = /<\/?table:(?:table-header-rows|table-row-group|table-rows)(?:\s[^>]*)?>/gu;

/**
 * An .ods whose rows all lie directly in their tables. The library skips those in a wrapper, and headings that are repeated on
 * paper, as the template's are, lie in one: the sheet would come without its headings.
 *
 * @throws InputError for a damaged archive
 */
export function withPlainRows(name: string, bytes: Uint8Array): Uint8Array {
  const archive = openArchive(name, bytes);
  const content = archive.read(CONTENT);
  if (content === null) return bytes;
  const xml = strFromU8(content);
  const plain = xml.replaceAll(WRAPPERS, '');
  if (plain === xml) return bytes;
  const parts = archive.paths
    .filter((path) => /^(?:mimetype|META-INF\/manifest\.xml|styles\.xml|meta\.xml)$/u.test(path))
    .flatMap((path) => {
      const part = archive.read(path);
      return part === null ? [] : [[path, part] as const];
    });
  return zipSync({ ...Object.fromEntries(parts), [CONTENT]: strToU8(plain) }, { level: 1 });
}
