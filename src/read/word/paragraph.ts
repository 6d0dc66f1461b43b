import type { Cell } from '../../model/manuscript.ts';
import type { MarkerSuffix } from '../marker.ts';
import type { Field } from './fields.ts';

/** A range of document.xml, UTF-16 offsets into its text. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** A `w:r` of document.xml: cutting it in two needs its place and its properties. */
export interface RunSource {
  readonly start: number;
  /** Behind its closing tag. */
  end: number;
  /** The whole `w:rPr` element; null where the run has none. */
  properties: SourceRange | null;
}

/** Visible text that comes from one place of document.xml. */
export interface TextPiece {
  readonly text: string;
  /** The raw text of a `w:t` (with its entities), or the opening tag of the element that prints as one character. */
  readonly source: SourceRange;
  /** The source is raw text: each character, or entity, stands for one character. */
  readonly raw: boolean;
  readonly run: RunSource | null;
}

interface DraftPiece extends TextPiece {
  /** The field in whose instruction this stands. */
  readonly field: Field | null;
}

/** A `w:p` while it is read. */
export class ParagraphDraft {
  readonly start: number;
  end: number;
  /** Behind its properties, where what it holds begins. */
  contentStart: number;
  readonly cell: Cell | null;
  /** The paragraph around this one, which goes on when a text box ends. */
  readonly outer: ParagraphDraft | null;
  style: string | null = null;
  numberingId: string | null = null;
  level: number | null = null;
  /** As the paragraph itself says, 0 to 9; null where its style decides. */
  ownOutlineLevel: number | null = null;
  outlineLevel: number | null = null;
  marker = '';
  suffix: MarkerSuffix = 'nothing';
  settled = false;
  /** Its paragraph mark is a tracked deletion: its text goes on in the next paragraph. */
  markDeleted = false;
  /** Its text has gone to the next paragraph. */
  joined = false;
  /** Shared with the paragraph that this one is joined to. */
  pieces: DraftPiece[] = [];
  /** In a text box: the run of the body that holds the box. */
  readonly holder: RunSource | null;

  constructor({ start, end }: SourceRange, cell: Cell | null, outer: ParagraphDraft | null, holder: RunSource | null) {
    this.start = start;
    this.end = start;
    this.contentStart = end;
    this.holder = holder;
    this.cell = cell;
    this.outer = outer;
  }

  /** What is visible, known when the whole document has been read. */
  visiblePieces(): TextPiece[] {
    return this.pieces
      .filter(({ field }) => field === null || !field.ended)
      .map(({ text, source, raw, run }) => ({ text, source, raw, run }));
  }
}
