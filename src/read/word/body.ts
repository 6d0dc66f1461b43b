import type { Cell } from '../../model/manuscript.ts';
import { markerBefore } from '../marker.ts';
import type { Notices } from './notices.ts';
import type { Numbering } from './numbering.ts';
import type { ParagraphDraft, RunSource, SourceRange, TextPiece } from './paragraph.ts';
import type { StyleSheet } from './styles.ts';
import { BodyReader, type NoteReference, type SourceBookmark } from './walker.ts';
import { parseXml, type XmlPart } from './xml.ts';

/** A paragraph of the body as it prints, and where it stands in document.xml. */
export interface WordParagraph {
  /** With its automatic number. */
  readonly text: string;
  readonly markerLength: number;
  readonly outlineLevel: number | null;
  readonly cell: Cell | null;
  /** The whole `w:p`. */
  readonly source: SourceRange;
  /** Behind its properties, where what it holds begins. */
  readonly contentStart: number;
  /** In a text box: the run of the body that holds the box; null in the body itself. */
  readonly holder: RunSource | null;
  /** The text behind the automatic number, in order. */
  readonly pieces: readonly TextPiece[];
}

export interface WordBody {
  readonly paragraphs: readonly WordParagraph[];
  readonly notices: Notices;
  /** Marks of footnotes and endnotes, in reading order. */
  readonly references: readonly NoteReference[];
  readonly bookmarks: readonly SourceBookmark[];
  /** Line of a paragraph while it was read; null where it was not kept. */
  readonly lineOf: (draft: ParagraphDraft) => number | null;
}

/** Reads the body of document.xml: its paragraphs in reading order, as they print. */
export function readBody(part: XmlPart, styles: StyleSheet, numbering: Numbering): WordBody {
  const reader = new BodyReader(part, styles, numbering);
  parseXml(part, reader);
  const kept = reader.drafts.filter((draft) => !draft.joined);
  const lines = new Map(kept.map((draft, index) => [draft, index + 1]));
  return {
    paragraphs: kept.map(finish),
    notices: reader.notices,
    references: reader.references,
    bookmarks: reader.bookmarks,
    lineOf: (draft) => lines.get(draft) ?? null,
  };
}

function finish(draft: ParagraphDraft): WordParagraph {
  const pieces = draft.visiblePieces();
  const text = pieces.map((piece) => piece.text).join('');
  const marker = markerBefore(draft.marker, draft.suffix, text);
  return {
    text: marker + text,
    markerLength: marker.length,
    outlineLevel: draft.outlineLevel,
    cell: draft.cell,
    source: { start: draft.start, end: draft.end },
    contentStart: draft.contentStart,
    holder: draft.holder,
    pieces,
  };
}
