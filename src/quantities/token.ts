import type { Decimal } from '../model/decimal.ts';
import type { Bound, FigureKind } from '../model/figure.ts';
import type { Interval } from '../model/interval.ts';
import type { Span } from '../model/span.ts';

/** A printed number that can state a quantity, not yet named. */
export interface QuantityToken extends Span {
  readonly type: 'quantity';
  readonly value: Decimal;
  readonly valueMax: Decimal | null;
  readonly interval: Interval;
  /** Power of ten of the last printed place. */
  readonly place: number;
  /** Null where none is printed; the sentence may still give one. */
  readonly unit: string | null;
  readonly kind: FigureKind;
  readonly bound: Bound;
}

/** A date or period; labels as in {@link Figure.period}. */
export interface PeriodToken extends Span {
  readonly type: 'period';
  readonly labels: readonly string[];
  readonly whole: string | null;
  readonly asOf: boolean;
}

/** A redaction mark where a number stood. */
export interface MaskToken extends Span {
  readonly type: 'mask';
  readonly unit: string | null;
  readonly kind: FigureKind;
}

export type Token = QuantityToken | PeriodToken | MaskToken;
