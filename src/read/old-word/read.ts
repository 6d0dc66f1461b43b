import { InputError, type Manuscript, type Note, type ReadMessage } from '../../model/manuscript.ts';
import { assemble, type Line } from '../assemble.ts';
import { fault } from '../faults.ts';
import { isPageNumber, notesMessage } from '../notes.ts';
import type { DocumentReaders, OldWordText } from '../readers.ts';
import { isEncrypted } from './encrypted.ts';
import { guardOldWord } from './guard.ts';
import { bodyLines } from './lines.ts';

/**
 * Reads a .doc of Word 97 to 2003, or a .wps of the same container: words, cells and notes, no automatic numbers.
 * @param name the file's name, for messages
 * @throws InputError `encrypted-file`, `old-word-damaged`
 */
export async function readOldWord(
  name: string,
  bytes: Uint8Array,
  reader: NonNullable<DocumentReaders['oldWord']>,
): Promise<Manuscript> {
  if (isEncrypted(bytes)) throw fault(name, 'encrypted-file');
  const text = await guarded(bytes, reader).catch((error: unknown) => {
    if (error instanceof InputError) throw error;
    // What the guard and the library say is English and about the inside of the file.
    throw fault(name, 'old-word-damaged');
  });
  const boxes = paragraphsOf(text.textBoxes);
  const notes = notesOf(text);
  return assemble(
    'old-word',
    [...bodyLines(text.body), ...boxes.map(plainLine)],
    [...messages(boxes.length), ...notesMessage(notes)],
    notes,
  );
}

async function guarded(bytes: Uint8Array, reader: NonNullable<DocumentReaders['oldWord']>): Promise<OldWordText> {
  guardOldWord(bytes);
  return reader(bytes);
}

function messages(boxes: number): ReadMessage[] {
  const lost = {
    code: 'old-word-losses',
    message:
      '这是旧版 Word/WPS 文档：自动编号（一、（一）1. 等由 Word 生成的序号）和标题级别读不出来，修订已按“接受全部修订”读取，隐藏文字按普通文字读取。要核对序号，请另存为 .docx。',
    line: null,
  };
  const moved = {
    code: 'text-boxes-last',
    message: `文本框里的 ${boxes} 段文字读在正文之后，不在原来的位置。`,
    line: null,
  };
  return boxes > 0 ? [lost, moved] : [lost];
}

function notesOf({ footnotes, endnotes, headers, footers }: OldWordText): Note[] {
  const kinds = [
    ['footnote', footnotes],
    ['endnote', endnotes],
    ['header', headers],
    ['footer', footers],
  ] as const;
  return kinds.flatMap(([kind, text]) => {
    const texts = paragraphsOf(text);
    const onPages = kind === 'header' || kind === 'footer';
    return (onPages ? [...new Set(texts)].filter((one) => !isPageNumber(one)) : texts).map(
      (one): Note => ({ kind, text: one, line: null }),
    );
  });
}

/** A paragraph a note: the library gives all notes as one text, in which a note of several paragraphs cannot be told. */
function paragraphsOf(text: string): string[] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

function plainLine(text: string): Line {
  return { text, markerLength: 0, outlineLevel: null, cell: null };
}
