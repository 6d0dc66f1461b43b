import type { Manuscript, Paragraph } from '../model/manuscript.ts';
import type { Table, TableCell } from '../model/table.ts';
import { joinContinued } from './continued-tables.ts';
import { headsOf } from './table-heads.ts';

/** “单位：万元” on a line or in a cell of its own, or at a caption's end. */
const UNIT_LINE = /(?:^|[（(\s\u3000])(?:计量)?单\s*位\s*[:：]\s*([^）)\n]{1,30}?)[\s\u3000]*[）)]?$/;
const CAPTION =
  /^(?:附?[表图]\s*[\d一二三四五六七八九十]+|续表)|(?:表|情况|一览|统计|对比|对照|明细|清单|汇总|名单|分布|如下[:：]?|[（(][^（）()]{1,30}[）)])$/;
const LONGEST_CAPTION = 60;
const LINES_BEFORE = 4;

/** The tables of a manuscript in reading order, each with its grid, its caption and its heads; linear in the number of cells. */
export function tablesOf(manuscript: Manuscript): Table[] {
  const cells = new Map<number, Map<string, number[]>>();
  const firstParagraph = new Map<number, number>();
  manuscript.paragraphs.forEach(({ cell }, index) => {
    if (!cell) return;
    if (!firstParagraph.has(cell.table)) firstParagraph.set(cell.table, index);
    let own = cells.get(cell.table);
    if (!own) cells.set(cell.table, (own = new Map()));
    const key = `${cell.row},${cell.column}`;
    const paragraphs = own.get(key);
    if (paragraphs) paragraphs.push(index);
    else own.set(key, [index]);
  });
  const pieces = [...cells].map(([index, own]) => {
    let last = 0;
    for (const paragraphs of own.values()) last = Math.max(last, paragraphs.at(-1) ?? 0);
    return { index, grid: gridOf(manuscript, [...own.values()]), first: firstParagraph.get(index) ?? 0, last };
  });
  return joinContinued(manuscript, pieces).map(({ index, grid, first }) => {
    const above = linesAbove(manuscript, first);
    const { body, inside } = takeBanners(grid);
    const caption = above.caption || inside.caption;
    const unitLine = above.unitLine || inside.unitLine;
    return { index, grid, caption, unitLine, ...headsOf(grid, body) };
  });
}

function gridOf(manuscript: Manuscript, cells: readonly (readonly number[])[]): (TableCell | null)[][] {
  const grid: (TableCell | null)[][] = [];
  let width = 0;
  for (const paragraphs of cells) {
    const all = paragraphs.map((index) => manuscript.paragraphs[index] as Paragraph);
    const [first] = all;
    const last = all.at(-1);
    if (!first?.cell || !last) continue;
    const { row, column } = first.cell;
    while (grid.length <= row) grid.push([]);
    const line = grid[row] as (TableCell | null)[];
    while (line.length <= column) line.push(null);
    width = Math.max(width, column + 1);
    line[column] = {
      row,
      column,
      text: all.map(({ span }) => manuscript.text.slice(span.start, span.end)).join('\n'),
      span: { start: first.span.start, end: last.span.end },
      paragraphs,
    };
  }
  for (const line of grid) while (line.length < width) line.push(null);
  return grid;
}

interface Above {
  readonly caption: string;
  readonly unitLine: string;
}

/** The caption and the unit line right before a table, in either order; blank lines between them count for nothing. */
function linesAbove(manuscript: Manuscript, first: number): Above {
  let caption = '';
  let unitLine = '';
  for (let index = first - 1; index >= Math.max(0, first - LINES_BEFORE); index--) {
    const paragraph = manuscript.paragraphs[index] as Paragraph;
    const text = manuscript.text.slice(paragraph.span.start, paragraph.span.end).trim();
    if (paragraph.cell) break;
    if (text === '') continue;
    if (text.length > LONGEST_CAPTION * 2) break;
    const line = splitUnitLine(text);
    if (line.unitLine !== '' && unitLine === '') ({ unitLine } = line);
    if (line.caption === '') continue;
    if (line.caption.length <= LONGEST_CAPTION && CAPTION.test(line.caption) && !/[。；]$/.test(line.caption)) {
      ({ caption } = line);
    }
    break;
  }
  return { caption, unitLine };
}

function splitUnitLine(text: string): Above {
  const unit = UNIT_LINE.exec(text);
  return unit
    ? { caption: text.slice(0, unit.index).trim(), unitLine: unit[1]?.trim() ?? '' }
    : { caption: text, unitLine: '' };
}

/** A title or a unit line that stands as the table's first rows, in one cell over all columns. */
function takeBanners(grid: readonly (readonly (TableCell | null)[])[]): { body: number; inside: Above } {
  let body = 0;
  let caption = '';
  let unitLine = '';
  for (const line of grid.slice(0, 2)) {
    const written = line.filter((cell) => cell !== null && cell.text.trim() !== '');
    const [only] = written;
    if (written.length !== 1 || !only || line.length < 2) break;
    const own = splitUnitLine(only.text.trim().slice(0, LONGEST_CAPTION * 2));
    if (own.unitLine === '' && (line.filter((cell) => cell !== null).length > 1 || only.column > 0)) break;
    ({ unitLine } = own.unitLine === '' ? { unitLine } : own);
    ({ caption } = own.caption === '' ? { caption } : own);
    body += 1;
  }
  return { body, inside: { caption, unitLine } };
}
