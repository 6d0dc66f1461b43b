import type { Decimal } from '../model/decimal.ts';
import type { PrintForm } from '../quantities/print.ts';
import { mark, NOTHING } from './markers.ts';
import { PlacedPiece } from './own-place.ts';
import type { OwnPiece } from './own-words.ts';
import type { RecordedProblem } from './problem.ts';
import type { Missing, Quantity } from './quantity.ts';

/**
 * What a paragraph is for, where Markdown has no word for it. A chart's paragraph is its caption, and the table behind it its data:
 * first column the categories, every other column a series.
 */
export const ROLES = [
  'addressee',
  'caption',
  'unit',
  'note',
  'signature',
  'date',
  'attachment-list',
  'attachment',
  'column-chart',
  'line-chart',
  // 副标题: the line under a title that says where and when a report is given
  'subtitle',
] as const;
export type Role = (typeof ROLES)[number];

/** A figure as a template printed it. */
export interface RecordedFigure {
  readonly quantity: Quantity;
  readonly printed: string;
  readonly printedValue: Decimal;
  readonly printedUnit: string | null;
  readonly rounding: string;
  /** How it was printed; absent where a person wrote it so, and nobody else prints it again. */
  readonly form?: PrintForm;
}

/** A place that someone has to fill in. */
export interface RecordedGap {
  /** What is missing: a datum's name, or what the writer should say here. */
  readonly label: string;
  readonly printed: string;
  readonly wanted: readonly string[];
  readonly kind: 'datum' | 'prose';
}

/**
 * What rendering leaves behind besides text. Ids are given only afterwards, in reading order and to what the document really
 * holds: a sentence that is left out must leave no entry.
 */
export class Recorder {
  readonly figures: RecordedFigure[] = [];
  readonly gaps: RecordedGap[] = [];
  readonly words: string[] = [];
  readonly pieces: PlacedPiece[] = [];
  readonly problems: RecordedProblem[] = [];
  /** How many asked-for data were missing so far; a part compares before and after. */
  missing = 0;
  /** How many parts surround the helper that runs. */
  depth = 0;

  figure(figure: RecordedFigure): string {
    this.figures.push(figure);
    return mark('figure', this.figures.length - 1);
  }

  missingFigure(missing: Missing, short: boolean): string {
    this.missing += 1;
    const printed = short ? '【待填】' : `【待填：${missing.label}】`;
    this.gaps.push({ label: missing.label, printed, wanted: missing.wanted, kind: 'datum' });
    return mark('gap', this.gaps.length - 1);
  }

  prose(instruction: string): string {
    this.gaps.push({ label: instruction, printed: `【待填：${instruction}】`, wanted: [], kind: 'prose' });
    return mark('gap', this.gaps.length - 1);
  }

  /** Words of the data or the settings: never read as Markdown. */
  text(words: string): string {
    this.words.push(words.replace(/[\uE000-\uE01F]/g, ''));
    return mark('words', this.words.length - 1);
  }

  /** The writer's own words: blocks that stand where this paragraph stood. */
  piece(piece: OwnPiece, year: string): string {
    this.pieces.push(new PlacedPiece(piece, this, year));
    return mark('piece', this.pieces.length - 1);
  }

  /** Runs a part of a sentence; says whether all its data were there, and swallows their absence. */
  part(body: () => string): { readonly text: string; readonly complete: boolean } {
    const before = this.missing;
    this.depth += 1;
    const text = body();
    this.depth -= 1;
    const complete = this.missing === before;
    this.missing = before;
    return { text: complete ? text : NOTHING, complete };
  }
}
