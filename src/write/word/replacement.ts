import type { Span } from '../../model/span.ts';
import type { SourceMap, WordParts } from '../../read/index.ts';
import type { PendingInsertion, PendingInsertions } from './insertions.ts';
import { canCut, paragraphAt, prefixAt, propertiesOf } from './anchor.ts';
import { escapeXml } from './xml-edits.ts';

/** A piece of document.xml that gives way to another text. */
export interface Replacement {
  readonly at: number;
  readonly removed: number;
  readonly text: string;
}

interface Revision {
  readonly author: string;
  readonly date: string | null;
  /** Of the deletion, of the insertion, and of what a cut leaves of someone else's insertion. */
  readonly ids: readonly [number, number, number];
}

/**
 * A span replaced as a tracked change: each part of it, run by run, is closed off as deleted, and the new text stands behind the
 * last one in the properties of the first. What the same author has put in and nobody has accepted yet simply becomes the new text:
 * nobody has seen it as settled. In someone else's insertion the deletion stands inside it and the new text beside it, as Word
 * itself writes it.
 * @returns null where the span is not plain text of one paragraph of the body
 */
export function trackedReplacement(
  parts: WordParts,
  map: SourceMap,
  span: Span,
  text: string,
  { author, date, ids }: Revision,
  insertions: PendingInsertions,
): Replacement[] | null {
  const xml = parts.documentXml;
  const paragraph = paragraphAt(parts, span.start);
  if (paragraph !== paragraphAt(parts, span.end - 1) || span.end <= span.start) return null;
  const prefix = prefixAt(xml, paragraph.source.start);
  const when = date === null ? '' : ` ${prefix}date="${escapeXml(date)}"`;
  const revision = (name: string, id: number, inside: string) =>
    `<${prefix}${name} ${prefix}id="${id}" ${prefix}author="${escapeXml(author)}"${when}>${inside}</${prefix}${name}>`;
  const run = (properties: string, tag: string, inside: string) =>
    `<${prefix}r>${properties}<${prefix}${tag} xml:space="preserve">${inside}</${prefix}${tag}></${prefix}r>`;

  const cuts: { start: number; end: number; properties: string; runStart: number; within: PendingInsertion | null }[] =
    [];
  let piece: unknown = null;
  for (let offset = span.start; offset < span.end; ) {
    const source = map.at(offset);
    if (source === null || !source.piece.raw || source.piece.run === null) return null;
    if (!canCut(xml, source.piece.source, source.range.start)) return null;
    const open = cuts.at(-1);
    if (open && piece === source.piece) open.end = source.range.end;
    else
      cuts.push({
        ...source.range,
        properties: propertiesOf(xml, source.piece.run.properties),
        runStart: source.piece.run.start,
        within: insertions.around(source.range.start),
      });
    piece = source.piece;
    // both halves of a character beyond U+FFFF have one source
    offset += (map.at(offset + 1)?.range.start ?? -1) === source.range.start ? 2 : 1;
  }
  if (cuts.every(({ within }) => within?.author === author)) {
    return cuts.map(({ start, end }, index) => ({
      at: start,
      removed: end - start,
      text: index === 0 ? escapeXml(text) : '',
    }));
  }
  return cuts.map(({ start, end, properties, runStart, within }, index) => {
    const deleted = revision('del', ids[0], run(properties, 'delText', xml.slice(start, end)));
    const last = index === cuts.length - 1;
    const inserted =
      last && text !== '' ? revision('ins', ids[1], run(cuts[0]?.properties ?? '', 't', escapeXml(text))) : '';
    const close = `</${prefix}t></${prefix}r>`;
    const open = `<${prefix}r>${properties}<${prefix}t xml:space="preserve">`;
    const cuttable = within !== null && inserted !== '' && within.runs.has(runStart);
    const beside = cuttable ? outside(within, inserted, prefix, ids[2]) : inserted;
    return { at: start, removed: end - start, text: `${close}${deleted}${beside}${open}` };
  });
}

/** Text put between the two halves of an insertion: one insertion in another is nothing that Word writes. */
function outside({ tag, name }: PendingInsertion, text: string, prefix: string, id: number): string {
  const again = tag.replace(new RegExp(`\\b${prefix}id=(["'])[^"']*\\1`), `${prefix}id="${id}"`);
  return `</${name}>${text}${again}`;
}
