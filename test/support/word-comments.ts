import { unzipSync } from 'fflate';
import { readWordParts } from '../../src/read/index.ts';
import { decodePart, parseXml } from '../../src/read/word/xml.ts';
import { commentsIn } from '../../src/write/word/comments-part.ts';

export interface AnchoredComment {
  readonly author: string;
  readonly text: string;
  /** The visible text between the ends of its range; null where an end is missing. */
  readonly anchored: string | null;
}

/** The comments of a Word file with the text that they are anchored at, in the order of the comments part. */
export function commentsOf(bytes: Uint8Array): AnchoredComment[] {
  const { commentsPath, documentPath } = readWordParts('批注.docx', bytes);
  if (commentsPath === null) return [];
  const parts = unzipSync(bytes);
  const part = (path: string) => decodePart('批注.docx', path, parts[path] ?? new Uint8Array());
  const open = new Map<string, string>();
  const closed = new Map<string, string>();
  const referenced = new Set<string>();
  let visible = false;
  let deleted = 0;
  parseXml(part(documentPath), {
    open(element) {
      const id = element.attribute('w:id') ?? '';
      if (element.name === 'w:commentRangeStart') open.set(id, '');
      else if (element.name === 'w:commentRangeEnd') {
        closed.set(id, open.get(id) ?? '');
        open.delete(id);
      } else if (element.name === 'w:commentReference') referenced.add(id);
      else if (element.name === 'w:t') visible = true;
      else if (element.name === 'w:del') deleted += 1;
      else if (element.name === 'w:tab') for (const [known, text] of open) open.set(known, `${text}\t`);
    },
    close(name) {
      if (name === 'w:t') visible = false;
      else if (name === 'w:del') deleted -= 1;
    },
    text(text) {
      if (visible && deleted === 0) for (const [id, before] of open) open.set(id, before + text);
    },
  });
  return commentsIn(part(commentsPath)).map(({ id, author, text }) => ({
    author,
    text,
    anchored: referenced.has(String(id)) ? (closed.get(String(id)) ?? null) : null,
  }));
}

/** The parts of a package, their bytes as text of hexadecimal digits, so that a difference shows by name. */
export function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, content]) => [path, Buffer.from(content).toString('base64')]),
  );
}
