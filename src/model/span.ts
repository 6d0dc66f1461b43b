/** A piece of a manuscript's text form: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A unist point; line and column from 1 (column in UTF-16 units), offset from 0. */
export interface Point {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A unist position in the text form of a report. */
export interface Position {
  readonly start: Point;
  readonly end: Point;
}
