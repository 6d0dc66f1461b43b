import { lastAtOrBefore } from '../../model/search.ts';
import type { WordParts } from '../../read/index.ts';
import { parseXml } from '../../read/word/xml.ts';

/** Text that someone has put in with change tracking on, not yet accepted. */
export interface PendingInsertion {
  readonly start: number;
  readonly end: number;
  /** Its opening tag as written. */
  readonly tag: string;
  /** As its closing tag writes it. */
  readonly name: string;
  readonly author: string;
  /** Where the runs begin that stand in it directly, not in a link or the like inside of it. */
  readonly runs: ReadonlySet<number>;
}

/** The pending insertions of document.xml, found once. */
export class PendingInsertions {
  readonly #found: PendingInsertion[] = [];

  constructor({ documentPath, documentXml, encoding }: WordParts) {
    // most files have none, and a parse of a long one takes time
    if (!/<(?:[\w.-]+:)?ins\b/.test(documentXml)) return;
    const open: { start: number; depth: number; tag: string; author: string; runs: Set<number> }[] = [];
    parseXml(
      { file: '', path: documentPath, xml: documentXml, encoding },
      {
        open: ({ name, depth, start, end, attribute }) => {
          const tag = documentXml.slice(start, end);
          const around = open.at(-1);
          if (name === 'w:r' && around?.depth === depth - 1) around.runs.add(start);
          // one without content marks a paragraph's end or a table row
          if (name !== 'w:ins' || tag.endsWith('/>')) return;
          open.push({ start, depth, tag, author: attribute('w:author') ?? '', runs: new Set() });
        },
        close: (name, depth, end) => {
          const inner = open.at(-1);
          if (name !== 'w:ins' || inner?.depth !== depth) return;
          open.pop();
          const written = /^<([^\s/>]+)/.exec(inner.tag)?.[1] ?? 'w:ins';
          if (open.length === 0) {
            this.#found.push({
              start: inner.start,
              end,
              tag: inner.tag,
              name: written,
              author: inner.author,
              runs: inner.runs,
            });
          }
        },
      },
    );
  }

  /** The outermost insertion around a place; null in text that was there before, or is accepted. */
  around(at: number): PendingInsertion | null {
    const found = this.#found[lastAtOrBefore(this.#found, at, ({ start }) => start)];
    return found !== undefined && at < found.end ? found : null;
  }
}
