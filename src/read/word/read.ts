import type { Manuscript } from '../../model/manuscript.ts';
import { assemble } from '../assemble.ts';
import { readBody, type WordParagraph } from './body.ts';
import { readNotes } from './notes.ts';
import { readNumbering } from './numbering.ts';
import type { SourceBookmark } from './walker.ts';
import { openPackage } from './package.ts';
import { readStyles } from './styles.ts';
import type { PartEncoding } from './xml.ts';

/** A Word file with the place of its text in document.xml, for those who write into it. */
export interface WordParts {
  readonly manuscript: Manuscript;
  /** Path of the part that holds the body, mostly `word/document.xml`. */
  readonly documentPath: string;
  /** That part as text, without byte order mark; all sources are UTF-16 offsets into it. */
  readonly documentXml: string;
  readonly encoding: PartEncoding;
  /** Path of the part that holds the comments; null where there is none. */
  readonly commentsPath: string | null;
  /** Path of the part that says which comments are resolved; null where there is none. */
  readonly commentsExtendedPath: string | null;
  /** One for each paragraph of the manuscript. */
  readonly paragraphs: readonly WordParagraph[];
  /** Named places of the body; their ranges are offsets into {@link documentXml}. */
  readonly bookmarks: readonly SourceBookmark[];
}

/**
 * Reads a .docx as it prints, all tracked changes accepted.
 * @param name the file's name, for messages
 * @throws InputError where the package is damaged, unsafe or no Word package
 */
export function readWord(name: string, bytes: Uint8Array): Manuscript {
  return readWordParts(name, bytes).manuscript;
}

/** As {@link readWord}, with the source of every paragraph and of every piece of its text. */
export function readWordParts(name: string, bytes: Uint8Array): WordParts {
  const opened = openPackage(name, bytes);
  const { document } = opened;
  const sheet = readStyles(opened.styles);
  const numbering = readNumbering(opened.numbering, sheet);
  const body = readBody(document, sheet, numbering);
  const { paragraphs, notices, lineOf } = body;
  const { notes, messages } = readNotes(opened, body, sheet, numbering);
  return {
    manuscript: assemble('word', paragraphs, [...notices.messages(lineOf), ...messages], notes),
    documentPath: document.path,
    documentXml: document.xml,
    encoding: document.encoding,
    commentsPath: opened.comments,
    commentsExtendedPath: opened.commentsExtended,
    paragraphs,
    bookmarks: body.bookmarks,
  };
}
