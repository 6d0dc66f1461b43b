import type { Heading, Paragraph, RootContent, Table } from 'mdast';
import './nodes.ts';
import { markerOf } from '../structure/marker.ts';
import { mark } from './markers.ts';
import type { OwnBlock, OwnFigure, OwnPiece, OwnText } from './own-words.ts';
import { Quantity } from './quantity.ts';
import type { Recorder } from './recorder.ts';

/** Numbers of headings by their depth: a section is 一、, what stands in it （一）, then 1., then （1）. */
const CHINESE = [...'一二三四五六七八九十'];
const MARKERS: Readonly<Record<number, (ordinal: number) => string>> = {
  2: (ordinal) => `${chinese(ordinal)}、`,
  3: (ordinal) => `（${chinese(ordinal)}）`,
  4: (ordinal) => `${ordinal}.`,
  5: (ordinal) => `（${ordinal}）`,
};

/**
 * A piece as blocks of the document, its numbers marked as all others are. Built once it is known where it stands: its headings
 * come below the heading that they stand under, and take the numbers of their level there whatever number the writer gave them.
 */
export class PlacedPiece {
  readonly piece: OwnPiece;
  readonly #recorder: Recorder;
  readonly #year: string;

  constructor(piece: OwnPiece, recorder: Recorder, year: string) {
    this.piece = piece;
    this.#recorder = recorder;
    this.#year = year;
  }

  /**
   * @param depth of the heading that the piece stands under
   * @param above what that heading says; a piece that begins by saying it again does so once only
   * @param counts how many headings of each depth stand under that heading so far; counted on
   */
  blocks(depth: number, above: string, counts: Map<number, number>): readonly RootContent[] {
    const { blocks } = this.piece;
    const [first] = blocks;
    const title = above.slice(markerOf(above)?.length ?? 0).trim();
    const repeats = first?.type === 'heading' && [this.piece.name, title].includes(wordsOf(first.text));
    const own = repeats ? blocks.slice(1) : blocks;
    const highest = Math.min(...own.flatMap((block) => (block.type === 'heading' ? [block.rank] : [])));
    return own.map((block) => this.#block(block, depth + 1 - highest, counts));
  }

  /** `depth` is what a heading of rank 0 has. */
  #block(block: OwnBlock, depth: number, counts: Map<number, number>): RootContent {
    const data = { piece: this.piece.file };
    if (block.type === 'table') {
      const rows = block.rows.map((row): Table['children'][number] => ({
        type: 'tableRow',
        children: row.map((cell) => ({ type: 'tableCell', children: this.#text(cell) })),
      }));
      return { type: 'table', children: rows, data } satisfies Table;
    }
    if (block.type === 'heading') {
      const own = Math.min(depth + block.rank, 6) as Heading['depth'];
      const ordinal = (counts.get(own) ?? 0) + 1;
      counts.set(own, ordinal);
      for (const lower of counts.keys()) if (lower > own) counts.delete(lower);
      const marker = MARKERS[own]?.(ordinal) ?? '';
      return { type: 'heading', depth: own, children: this.#text([marker, ...block.text]), data } satisfies Heading;
    }
    const role = block.type === 'caption' ? { role: 'caption' as const } : {};
    return { type: 'paragraph', children: this.#text(block.text), data: { ...data, ...role } } satisfies Paragraph;
  }

  #text(text: OwnText): Paragraph['children'] {
    const value = text.map((part) => (typeof part === 'string' ? plain(part) : this.#figure(part))).join('');
    return [{ type: 'text', value }];
  }

  #figure(figure: OwnFigure): string {
    const { printed, value, unit, indicator, kind } = figure;
    const when = figure.period === null ? '' : `${figure.period}年`;
    const quantity = new Quantity({
      indicator,
      stage: figure.stage,
      period: figure.period ?? this.#year,
      label: `${when}${figure.stage ?? ''}${figure.label}` || '文中数字',
      value,
      habit: { unit, kind, places: 0, fixed: false },
      source: { piece: this.piece.file, line: figure.line },
      definition: null,
      asOf: null,
      office: null,
    });
    return this.#recorder.figure({
      quantity,
      printed: plain(printed),
      printedValue: value,
      printedUnit: unit,
      rounding: '按原文',
    });
  }
}

function wordsOf(text: OwnText): string {
  return text.map((part) => (typeof part === 'string' ? part : part.printed)).join('');
}

/** The writer's characters as they are, but for those that the program keeps for its marks, which no font shows. */
function plain(text: string): string {
  return text.replace(/[\uE000-\uE01F]/gu, '').replace(/\v/gu, mark('break', 0));
}

function chinese(ordinal: number): string {
  if (ordinal <= 10) return CHINESE[ordinal - 1] ?? '';
  const tens = Math.floor(ordinal / 10);
  return `${tens === 1 ? '' : (CHINESE[tens - 1] ?? '')}十${CHINESE[(ordinal % 10) - 1] ?? ''}`;
}
