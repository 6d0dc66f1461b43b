import type { Decimal } from '../model/decimal.ts';
import type { FigureKind } from '../model/figure.ts';
import { boundOf } from './bound.ts';
import { printedInterval } from './interval.ts';
import type { QuantityToken } from './token.ts';
import type { Unit } from './unit.ts';

/** A number with its unit as a token: the interval of its precision, ‰ told as %, the limit words around it as its bound. */
export function quantity(
  text: string,
  start: number,
  end: number,
  value: Decimal,
  valueMax: Decimal | null,
  place: number,
  unit: Unit | null,
  inner: '>=' | '~' | null,
): QuantityToken {
  const kind: FigureKind = unit?.kind ?? 'count';
  const perMille = text[end - 1] === '‰';
  const before = text.slice(Math.max(0, start - 30), start);
  return {
    type: 'quantity',
    start,
    end,
    value: perMille ? value.div(10) : value,
    valueMax,
    interval: printedInterval(
      perMille ? value.div(10) : value,
      valueMax ?? (perMille ? value.div(10) : value),
      perMille ? place - 1 : place,
    ),
    place: perMille ? place - 1 : place,
    unit: perMille ? '%' : (unit?.name ?? null),
    kind,
    bound: inner ?? (valueMax ? null : boundOf(before, text.slice(end, end + 4), kind === 'duration')),
  };
}
