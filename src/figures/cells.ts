import { Decimal } from '../model/decimal.ts';
import type { Figure, FigureKind, Mask, Stage } from '../model/figure.ts';
import type { Manuscript } from '../model/manuscript.ts';
import type { Row } from '../model/report.ts';
import type { Span } from '../model/span.ts';
import type { FiguredTable, Table, TableCell } from '../model/table.ts';
import { type CellMask, type CellNumber, cellContent, scaledInterval } from '../quantities/cell-number.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { type AxisHead, axisOf } from './axis.ts';
import { type CaptionHead, captionHead, type CellName, kindOf, nameCell } from './cell-name.ts';
import { headOf, labelTitle } from './heads.ts';

/** A number of a cell with its headers, not yet in reading order. */
interface Pending {
  readonly span: Span;
  readonly content: CellNumber | CellMask;
  readonly row: AxisHead;
  readonly column: AxisHead;
  readonly caption: CaptionHead;
  readonly block: OpenBlock;
  readonly at: { readonly row: number; readonly column: number };
}

interface OpenBlock extends FiguredTable {
  /** Counts the block's figures: a table does not tell the same quantity twice. */
  readonly series: { readonly id: number; next: number };
  /** Its rows are schools, townships…: what its total covers only the caption can say. */
  readonly entities: boolean;
  readonly cells: (Figure | Mask | null)[][];
  readonly heads: { readonly rows: readonly AxisHead[]; readonly columns: readonly AxisHead[] };
}

/** A figure or mask of a cell, and the row of one that it makes. */
export interface ReadCell {
  readonly member: Figure | Mask;
  readonly row: Omit<Row, 'sentence'>;
}

/**
 * Reads the number cells of all tables. The walk over the sentences asks for each paragraph in turn, so that figures of
 * cells and of running text are counted in one reading order; a number cell never reaches the running text's lexer.
 */
export class CellReader {
  readonly tables: readonly FiguredTable[];
  readonly #text: string;
  /** By paragraph; null where the number counts lines or years and states nothing. */
  readonly #cells = new Map<number, Pending | null>();

  constructor(manuscript: Manuscript, tables: readonly Table[]) {
    this.#text = manuscript.text;
    this.tables = tables.flatMap((table) => this.#open(manuscript, table));
  }

  /** Whether a paragraph is a number cell, and no sentence. */
  owns(paragraph: number): boolean {
    return this.#cells.has(paragraph);
  }

  /** The figure or mask of a number cell; null where its number states nothing. */
  read(paragraph: number, id: string, given: Stage | null): ReadCell | null {
    const pending = this.#cells.get(paragraph);
    if (!pending) return null;
    const { content, block, at, span } = pending;
    const named = nameCell(pending.row, pending.column, captionOf(pending), content.unit);
    const text = this.#text.slice(span.start, span.end);
    const member =
      content.type === 'mask'
        ? { span, text, unit: content.unit ?? named.unit }
        : figure(
            id,
            span,
            text,
            content,
            besideSchool(within(named, pending), pending),
            given,
            this.#wholeOf(pending),
            pending.block,
          );
    (block.cells[at.row] as (Figure | Mask | null)[])[at.column] = member;
    return {
      member,
      row: {
        members: [member],
        gap: { start: span.start, end: span.start },
        clauses: [named.name?.label ?? ''],
        role: named.role,
        label: named.name?.label ?? '',
        indicator: named.name?.indicator ?? null,
        stages: named.stage === null ? [] : [named.stage],
        periods: named.period === null ? [] : [named.period],
        head: null,
        included: false,
      },
    };
  }

  #open(manuscript: Manuscript, table: Table): FiguredTable[] {
    return table.blocks.map((part, number) => {
      const titles = part.labelColumns.map((column) =>
        labelTitle(table.columnPaths[column] ?? [], labelsIn(table, column)),
      );
      const title = {
        entities: titles.some((one) => one.entities),
        years: titles.some((one) => one.years),
      };
      const rows = axisOf(part.rowPaths.map((path) => headOf(path, title)));
      const columns = axisOf(part.columns.map((column) => headOf(table.columnPaths[column] ?? [])));
      const caption = captionFor([...rows, ...columns], captionHead(table.caption, table.unitLine));
      const block: OpenBlock = {
        index: table.index,
        rows: rows.flatMap((head, at) => (at < table.headerRows ? [] : [{ at, head }])),
        columns: columns.map((head, index) => ({ at: part.columns[index] ?? 0, head })),
        cells: table.grid.map((line) => line.map(() => null)),
        heads: { rows, columns },
        // below zero, since the running text counts its own rows from one
        series: { id: -(table.index * MOST_BLOCKS + number + 1), next: 0 },
        entities: rows.some((head) => head.entity),
      };
      for (const line of table.grid) {
        for (const column of part.labelColumns) this.#silence(manuscript, line[column]);
        for (const [index, column] of part.columns.entries()) {
          const cell = line[column];
          const head = columns[index];
          if (!cell || !head) continue;
          const row = rows[cell.row];
          if (cell.row < table.headerRows || head.silent || !row || row.silent) this.#silence(manuscript, cell);
          else this.#take(manuscript, cell, { row, column: head, caption, block, at: { row: cell.row, column } });
        }
      }
      return block;
    });
  }

  #silence(manuscript: Manuscript, cell: TableCell | null | undefined): void {
    if (cell && cellContent(cell.text).type === 'number') this.#hold(manuscript, cell, 0, null);
  }

  #take(manuscript: Manuscript, cell: TableCell, headers: Omit<Pending, 'span' | 'content'>): void {
    const content = cellContent(cell.text);
    if (content.type !== 'number' && content.type !== 'mask') return;
    const start = cell.span.start + content.start;
    const span = { start, end: cell.span.start + content.end };
    this.#hold(manuscript, cell, content.start, { ...headers, content, span });
  }

  #hold(manuscript: Manuscript, cell: TableCell, start: number, pending: Pending | null): void {
    const at = cell.span.start + start;
    const paragraph = cell.paragraphs.find((index) => (manuscript.paragraphs[index]?.span.end ?? 0) > at);
    if (paragraph !== undefined) this.#cells.set(paragraph, pending);
  }

  /** The figure that a 其中 is a part of: the nearest one before it, in its row or in its column. */
  #wholeOf({ row, column, block, at }: Pending): string | null {
    const { rows, columns } = block.heads;
    const here = block.columns.findIndex((line) => line.at === at.column);
    const before = column.among ? wholeBefore(columns, here) : row.among ? wholeBefore(rows, at.row) : -1;
    if (before < 0) return null;
    const whole = column.among
      ? block.cells[at.row]?.[block.columns[before]?.at ?? 0]
      : block.cells[before]?.[at.column];
    return whole && isFigure(whole) ? whole.id : null;
  }
}

function isFigure(member: Figure | Mask): member is Figure {
  return 'id' in member;
}

/** 差异系数 in the caption is of every number, unless the headers say themselves where coefficients and where means stand. */
function captionFor(heads: readonly AxisHead[], caption: CaptionHead): CaptionHead {
  const told = heads.some((head) => /^(?:校际)?(?:差异|变异)系数|均值|平均[值数]|标准差/.test(head.path.at(-1) ?? ''));
  return told && caption.coefficients ? { ...caption, coefficients: false } : caption;
}

/** What is written in a label column below its title. */
function labelsIn(table: Table, column: number): string[] {
  return table.grid
    .slice(table.headerRows)
    .map((line) => (line[column]?.text ?? '').trim())
    .filter((text) => text !== '');
}

const MOST_BLOCKS = 1000;

/** The total of some schools or townships is not the county's, unless the table says that it lists all. */
function within(named: CellName, { row, caption, block }: Pending): CellName {
  const partial =
    block.entities && row.total !== null && !caption.whole && !/全[县市区旗州省校]/.test(row.path.join(''));
  if (!partial || named.name === null) return named;
  return { ...named, name: { ...named.name, scope: `表内${named.name.scope ?? ''}` } };
}

const OWN_SCHOOL = /^[本我该]校(?:实际|现有)?(?:值|数|情况)?$/u;
const COUNTY_MEAN = /^(?:[县市区]域|全[县市区旗])(?:内)?(?:平均|均)(?:值|数|水平)?$/u;

/** 本校｜县域均值: beside a column of the school's own, the mean is the county's and no quantity of the school. */
function besideSchool(named: CellName, { column, block }: Pending): CellName {
  const isMean = COUNTY_MEAN.test(column.path.at(-1) ?? '');
  if (!isMean || named.name === null || !block.heads.columns.some(({ path }) => OWN_SCHOOL.test(path.at(-1) ?? ''))) {
    return named;
  }
  return { ...named, name: { ...named.name, scope: '县域' } };
}

/** A coefficient is printed 0.286: another number of the same table is none. */
function captionOf({ caption, content }: Pending): CaptionHead {
  const fits = content.type === 'mask' || (content.unit === null && content.place <= -2 && content.value.abs().lt(2));
  return caption.coefficients && !fits ? { ...caption, coefficients: false } : caption;
}

function wholeBefore(heads: readonly AxisHead[], from: number): number {
  for (let index = from - 1; index >= 0; index--) {
    const head = heads[index];
    if (head && !head.among && head.role === 'level' && !head.silent && head.path.length > 0) return index;
  }
  return -1;
}

function figure(
  id: string,
  span: Span,
  text: string,
  content: CellNumber,
  named: CellName,
  given: Stage | null,
  partOf: string | null,
  { series }: OpenBlock,
): Figure {
  const power = content.multiplied ? 0 : named.scale;
  const factor = new Decimal(10).pow(power);
  return {
    id,
    span,
    text,
    value: content.value.times(factor),
    valueMax: content.valueMax?.times(factor) ?? null,
    interval: scaledInterval(content, power),
    unit: named.unit,
    kind: kindOfFigure(content, named),
    bound: content.bound,
    role: named.role,
    label: named.name?.label ?? '',
    indicator: named.name?.indicator ?? null,
    stage: named.stage ?? given,
    period: named.period,
    scope: named.name?.scope ?? null,
    series: { id: series.id, index: series.next++ },
    partOf,
  };
}

function kindOfFigure(content: CellNumber, named: CellName): FigureKind {
  if (named.unit !== null) return kindOf(named.unit);
  const label = named.name?.label ?? '';
  const known = indicatorOf(named.name?.indicator ?? null)?.kind;
  if (known === 'coefficient' || /系数/.test(label)) return 'coefficient';
  // a decimal below ten without unit is hardly ever a count
  return content.place < 0 && content.value.abs().lt(10) ? 'coefficient' : 'count';
}
