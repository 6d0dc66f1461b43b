import type { Manuscript, ReadMessage } from '../model/manuscript.ts';
import { fault, type FaultCode } from './faults.ts';
import { identify } from './identify.ts';
import type { DocumentReaders } from './readers.ts';
import { type DecodedText, decodeText } from './text/decode.ts';
import { acceptMarks } from './text/marked.ts';
import { readText } from './text/read.ts';
import { readWord } from './word/read.ts';

/** Endings that a Word package may carry without a word said about it. */
const wordEndings = new Set(['docx', 'docm', 'dotx', 'dotm']);

/** Endings of the old Word format; WPS Writer's own files are the same container. */
const oldWordEndings = new Set(['doc', 'dot', 'wps', 'wpt']);

/** Endings that belong to another format: text under such a name is a mistake that its owner should know of. */
const binaryEndings = new Set(
  'docx docm dotx dotm doc dot wps wpt pdf ofd rtf odt png jpg jpeg gif bmp tif tiff webp ppt pptx zip rar 7z'.split(
    ' ',
  ),
);

/** Endings of tables: text under such a name is a table, not a report. */
const tableEndings = new Set(['csv', 'tsv', 'xls', 'xlsx', 'et', 'ods']);

const markdownEndings = new Set(['md', 'markdown']);

/**
 * Reads a report, whatever it is: its content decides, then its ending.
 * @param name the file's name with its ending; used in messages
 * @param bytes the whole file
 * @param readers for formats whose libraries need Node; without one the file is refused with a word on how to convert it
 * @returns the text form with what is known of each paragraph, and messages about what was left out
 * @throws InputError where the file cannot be used; the message is Chinese and names the file
 */
export async function readDocument(
  name: string,
  bytes: Uint8Array,
  readers: DocumentReaders = {},
): Promise<Manuscript> {
  if (bytes.length === 0) throw fault(name, 'empty-file');
  const content = identify(bytes);
  const ending = endingOf(name);
  if (content === 'zip') {
    const manuscript = readWord(name, bytes);
    return wordEndings.has(ending) ? manuscript : withEndingMessage(manuscript, ending, 'Word 文档（.docx）');
  }
  // These two are loaded when needed: they are heavy, and rare.
  if (content === 'old-word-file' && readers.oldWord !== undefined) {
    const { readOldWord } = await import('./old-word/read.ts');
    const manuscript = await readOldWord(name, bytes, readers.oldWord);
    return oldWordEndings.has(ending) ? manuscript : withEndingMessage(manuscript, ending, '旧版 Word 文档（.doc）');
  }
  if (content === 'pdf-file') {
    const { readPdf } = await import('./pdf/read.ts');
    const manuscript = await readPdf(name, bytes);
    return ending === 'pdf' ? manuscript : withEndingMessage(manuscript, ending, 'PDF 文件');
  }
  if (content !== 'text') throw fault(name, content);

  const decoded = withoutMarks(decodeText(name, bytes));
  if (decoded.text === '') throw fault(name, 'empty-file');
  const misnamed = refusedText(decoded.text, ending);
  if (misnamed !== null) throw fault(name, misnamed);
  if (!markdownEndings.has(ending)) return readText(decoded);
  // Loaded when needed: it is the heaviest of the readers (160 ms at start) and the rarest.
  const { readMarkdown } = await import('./markdown/read.ts');
  return readMarkdown(name, decoded);
}

/** A text that `renew` marked up reads as it will once its changes are accepted. */
function withoutMarks(decoded: DecodedText): DecodedText {
  const text = acceptMarks(decoded.text);
  return text === decoded.text ? decoded : { ...decoded, text, carriageReturns: [] };
}

/** Why a decoded text is not to be read as a report; null where it is. */
function refusedText(text: string, ending: string): FaultCode | null {
  const head = text.slice(0, 2000).trimStart();
  if (/^(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body|meta)[\s>]/i.test(head)) return 'html-file';
  if (/^<\?xml[^>]*\?>/.test(head)) {
    if (/<html[\s>]/i.test(head)) return 'html-file';
    if (/Word\.Document|<pkg:package|<w:wordDocument/.test(head)) return 'word-xml-file';
  }
  if (/^mime-version:/im.test(head) && /^content-type:\s*multipart\/related/im.test(head)) return 'html-file';
  if (tableEndings.has(ending)) return 'workbook-file';
  return binaryEndings.has(ending) ? 'misnamed-text' : null;
}

/** Says that the ending belongs to another format; a file without any ending promises nothing. */
function withEndingMessage(manuscript: Manuscript, ending: string, what: string): Manuscript {
  if (ending === '') return manuscript;
  const differs: ReadMessage = {
    code: 'ending-differs',
    message: `文件名以 .${ending} 结尾，内容其实是${what}，已按实际内容读取。`,
    line: null,
  };
  return { ...manuscript, messages: [differs, ...manuscript.messages] };
}

function endingOf(name: string): string {
  return /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}
