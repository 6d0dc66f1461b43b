import type { Cell, Manuscript, Note, Paragraph, ReadMessage, SourceFormat } from '../model/manuscript.ts';

/**
 * What stands in the text form for a line break inside a paragraph (Word's Shift+Enter, a hard break of Markdown).
 * A vertical tab, as Word's own plain text has it: `\n` would end the line, and a line of the text form is a paragraph;
 * U+2028 would end the line in some editors and in JSON viewers.
 */
export const softBreak = '\v';

/** One line of the text form before it has its place. */
export interface Line {
  readonly text: string;
  readonly markerLength: number;
  readonly outlineLevel: number | null;
  readonly cell: Cell | null;
}

/**
 * Joins lines into a manuscript: the paragraphs' texts joined by `\n` are exactly the manuscript's text.
 * @param lines without line ends inside
 */
export function assemble(
  format: SourceFormat,
  lines: readonly Line[],
  messages: readonly ReadMessage[],
  notes: readonly Note[] = [],
): Manuscript {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  for (const { text, markerLength, outlineLevel, cell } of lines) {
    const end = start + text.length;
    paragraphs.push({ span: { start, end }, line: paragraphs.length + 1, markerLength, outlineLevel, cell });
    start = end + 1;
  }
  const text = lines.map((line) => line.text).join('\n');
  const silent = text.trim() === '';
  const noText: ReadMessage = {
    code: 'no-text',
    message: '没有读到任何文字。如果内容是图片或扫描件，请先做文字识别。',
    line: null,
  };
  return { format, text, paragraphs, messages: silent ? [...messages, noText] : messages, notes };
}
