import type { Manuscript, Note, ReadMessage } from '../../model/manuscript.ts';
import { assemble } from '../assemble.ts';
import { fault } from '../faults.ts';
import { notesMessage } from '../notes.ts';
import { printedLines } from './lines.ts';
import { pdfText } from './pages.ts';
import { joinParagraphs } from './paragraphs.ts';
import { withoutRunning } from './running.ts';

/** Above this share of signs without meaning the text layer cannot be used. */
const garbledShare = 0.05;

/**
 * Reads the text layer of a PDF: lines joined to paragraphs, page numbers and running heads apart.
 * @param name the file's name, for messages
 * @throws InputError `pdf-encrypted`, `pdf-damaged`, `pdf-scanned`, `pdf-garbled`
 */
export async function readPdf(name: string, bytes: Uint8Array): Promise<Manuscript> {
  const { pages, slanted } = await pdfText(name, bytes);
  const printed = pages.map(printedLines);
  const all = printed
    .flat()
    .map(({ text }) => text)
    .join('');
  if (all === '') throw fault(name, 'pdf-scanned');
  // Private use: a font whose signs nobody has named. Control signs: codes that were never turned into text.
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const garbled = all.match(/[\0-\x08\x0e-\x1f\ue000-\uf8ff\ufffd]/gu)?.length ?? 0;
  if (garbled > all.length * garbledShare) throw fault(name, 'pdf-garbled');

  const body = withoutRunning(printed);
  // Which of them are heads and which feet does not matter to anybody.
  const notes = body.running.map((text): Note => ({ kind: 'header', text, line: null }));
  const lines = joinParagraphs(body.pages).map((text) => ({ text, markerLength: 0, outlineLevel: null, cell: null }));
  const empty = printed.filter((page) => page.length === 0).length;
  return assemble('pdf', lines, [...messages(empty, slanted), ...notesMessage(notes)], notes);
}

function messages(empty: number, slanted: number): ReadMessage[] {
  const found = [
    {
      code: 'pdf-losses',
      message:
        '这是 PDF：段落由版面推断，可能有误接、误断；表格按行读出（列之间为制表符），脚注留在页末原处，标题级别读不出来。有 .docx 原稿时请以原稿核对。',
      line: null,
    },
  ];
  if (empty > 0) {
    found.push({
      code: 'pdf-empty-pages',
      message: `有 ${empty} 页没有文字（空白页或扫描的图像），其中的内容未读入。`,
      line: null,
    });
  }
  if (slanted > 0) {
    found.push({ code: 'pdf-slanted', message: `有 ${slanted} 处斜排或竖排的文字（多为水印），未读入。`, line: null });
  }
  return found;
}
