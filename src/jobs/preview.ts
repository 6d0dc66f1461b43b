import type { Root } from 'hast';
import { previewWord } from '../read/index.ts';
import { reportBody } from '../write/html/report-body.ts';
import { type Extracted, extract } from './extract.ts';
import type { DocumentReaders } from '../read/index.ts';

/** A document to look at in a browser: a safe tree of HTML, and what the reader noticed. */
export interface Previewed {
  readonly content: Root;
  readonly messages: Extracted['messages'];
}

/**
 * A file as HTML: a .docx with its bold type, merged cells, notes and links; any other format as its text form with headings
 * and tables. Pictures are left out.
 */
export async function preview(name: string, bytes: Uint8Array, readers: DocumentReaders = {}): Promise<Previewed> {
  const { report, messages } = await extract(name, bytes, readers);
  const isWord = report.manuscript.format === 'word';
  const content: Root = isWord ? await previewWord(name, bytes) : { type: 'root', children: reportBody(report) };
  return { content, messages };
}
