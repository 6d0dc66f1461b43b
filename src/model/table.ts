import type { Figure, FigureRole, Mask, Stage } from './figure.ts';
import type { Span } from './span.ts';

/** A cell as it stands; a merged one stands once, where it begins. */
export interface TableCell {
  readonly row: number;
  readonly column: number;
  /** The text of its paragraphs, joined by `\n`. */
  readonly text: string;
  /** From its first paragraph to its last. */
  readonly span: Span;
  /** Indices into {@link Manuscript.paragraphs}. */
  readonly paragraphs: readonly number[];
}

/** Columns of values and the columns that name their rows; a table printed in two halves side by side has two blocks. */
export interface TableBlock {
  readonly labelColumns: readonly number[];
  readonly columns: readonly number[];
  /** What names each row of the table, outermost first: 城区, 东关小学. Empty for header rows. */
  readonly rowPaths: readonly (readonly string[])[];
}

/** A table of the manuscript: its grid, its caption, and what names its rows and columns. */
export interface Table {
  /** As {@link Cell.table}. */
  readonly index: number;
  /** Rows of cells by column; null where no cell begins. */
  readonly grid: readonly (readonly (TableCell | null)[])[];
  readonly caption: string;
  /** “单位：万元”, without 单位; empty where none is printed. */
  readonly unitLine: string;
  readonly headerRows: number;
  /** What names each column, outermost first: 小学, 在校生数（人）. */
  readonly columnPaths: readonly (readonly string[])[];
  readonly blocks: readonly TableBlock[];
}

/** A unit that a header gives: 万元 is 元 with a scale of 4. */
export interface HeadUnit {
  readonly unit: string;
  /** Power of ten. */
  readonly scale: number;
}

/** What the header of a row or of a column says of its values. */
export interface Head {
  /** The header's parts, outermost first, as printed. */
  readonly path: readonly string[];
  /** What is measured, or of whom: stages, periods, units, totals and empty words cut out. */
  readonly name: string;
  readonly stages: readonly Stage[];
  /** As {@link Figure.period}. */
  readonly period: string | null;
  /** 本年, 上年: a time told without its year. */
  readonly relative: 'this-year' | 'last-year' | null;
  /** 比2020年增长: the year that a change is counted from. */
  readonly since: string | null;
  /** Several where the caption lists them. */
  readonly units: readonly HeadUnit[];
  readonly role: FigureRole;
  /** 降幅: a rate printed without its sign. */
  readonly falling: boolean;
  /** 合计, 全县: sums up everything; 小计, 小学合计: one group. */
  readonly total: 'total' | 'subtotal' | null;
  /** Which part of the path says so; -1 where none does. */
  readonly totalAt: number;
  /** 其中: tells of a part of what stands before it. */
  readonly among: boolean;
  /** Values that may be added up; rates, averages and coefficients may not. */
  readonly addable: boolean;
  /** The name is one school's, one township's… */
  readonly entity: boolean;
  /** 序号, 建校时间, 名次: numbers here state no quantity. */
  readonly silent: boolean;
}

/** A row or a column with its header and its place in the table. */
export interface TableLine {
  readonly at: number;
  readonly head: Head;
}

/** A block of a table whose cells have been read: what each row and column is, and the figure or mask of each cell. */
export interface FiguredTable {
  readonly index: number;
  readonly rows: readonly TableLine[];
  readonly columns: readonly TableLine[];
  /** By row, then by column of the table; null where no number stands. */
  readonly cells: readonly (readonly (Figure | Mask | null)[])[];
}
