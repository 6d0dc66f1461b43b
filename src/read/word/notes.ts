import type { Note, ReadMessage } from '../../model/manuscript.ts';
import { isPageNumber, notesMessage } from '../notes.ts';
import type { WordBody } from './body.ts';
import type { Numbering } from './numbering.ts';
import type { WordPackage } from './package.ts';
import type { ParagraphDraft } from './paragraph.ts';
import type { StyleSheet } from './styles.ts';
import { BodyReader } from './walker.ts';
import { parseXml, type XmlPart } from './xml.ts';

/** The notes of a Word file, and what is to be said of them. */
interface WordNotes {
  readonly notes: readonly Note[];
  readonly messages: readonly ReadMessage[];
}

/**
 * Reads what a Word file says outside of its body. Footnotes and endnotes come in the order of their marks, so that one whose
 * mark was deleted stays out, as it would not be printed; headers and footers follow, each text once.
 */
export function readNotes(
  { footnotes, endnotes, headers, footers }: WordPackage,
  { references, lineOf }: WordBody,
  styles: StyleSheet,
  numbering: Numbering,
): WordNotes {
  const texts = {
    footnote: noteTexts(footnotes, 'w:footnote', styles, numbering),
    endnote: noteTexts(endnotes, 'w:endnote', styles, numbering),
  };
  const found: Note[] = [];
  let missing = 0;
  for (const { kind, id, paragraph } of references) {
    const text = texts[kind].get(id);
    if (text === undefined) missing += 1;
    else if (text !== '') found.push({ kind, text, line: paragraph === null ? null : lineOf(paragraph) });
  }
  const notes = [
    ...found,
    ...pageTexts(headers, 'header', styles, numbering),
    ...pageTexts(footers, 'footer', styles, numbering),
  ];
  const lost = { code: 'notes-left-out', message: `有 ${missing} 条脚注或尾注找不到内容，未读入。`, line: null };
  return { notes, messages: [...notesMessage(notes), ...(missing > 0 ? [lost] : [])] };
}

/** The notes of footnotes.xml or endnotes.xml by their ids; the separators among them are no notes. */
function noteTexts(
  part: XmlPart | null,
  element: 'w:footnote' | 'w:endnote',
  styles: StyleSheet,
  numbering: Numbering,
): ReadonlyMap<string, string> {
  const ranges: { readonly id: string; readonly from: number; to: number }[] = [];
  if (part === null) return new Map();
  const reader = new BodyReader(part, styles, numbering, `${element}s`);
  parseXml(part, {
    open(opened) {
      const type = opened.attribute('w:type') ?? 'normal';
      const id = opened.attribute('w:id');
      if (opened.name === element && id !== null && type === 'normal') {
        ranges.push({ id, from: reader.drafts.length, to: reader.drafts.length });
      }
      reader.open(opened);
    },
    close(name, depth, end) {
      reader.close(name, depth, end);
      const last = ranges.at(-1);
      if (name === element && last !== undefined) last.to = reader.drafts.length;
    },
    text: (text, start, end) => reader.text(text, start, end),
  });
  return new Map(ranges.map(({ id, from, to }) => [id, textOf(reader.drafts.slice(from, to))]));
}

/** Headers or footers; the same text on first, odd and even pages is told once, a page number not at all. */
function pageTexts(
  parts: readonly XmlPart[],
  kind: 'header' | 'footer',
  styles: StyleSheet,
  numbering: Numbering,
): Note[] {
  const texts = parts.map((part) => {
    const reader = new BodyReader(part, styles, numbering, kind === 'header' ? 'w:hdr' : 'w:ftr');
    parseXml(part, reader);
    return textOf(reader.drafts);
  });
  return [...new Set(texts)]
    .filter((text) => text !== '' && !isPageNumber(text))
    .map((text) => ({ kind, text, line: null }));
}

function textOf(drafts: readonly ParagraphDraft[]): string {
  return drafts
    .filter((draft) => !draft.joined)
    .map(
      (draft) =>
        draft.marker +
        draft
          .visiblePieces()
          .map((piece) => piece.text)
          .join(''),
    )
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
