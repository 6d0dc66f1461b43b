import type { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import { lastPlace } from './print-like.ts';

const NEAR = 0.1;

/**
 * Whether a printed number differs from a value as a slip of the hand would make it: by less than a tenth, by one digit, or by two
 * neighbouring digits that changed places. Under words of the text's own a near value is often another thing's (a goal, last year's):
 * there only the digits count.
 */
export function isSlip(figure: Figure, value: Decimal): boolean {
  const larger = figure.value.abs().gt(value.abs()) ? figure.value.abs() : value.abs();
  if (larger.isZero()) return true;
  const near = figure.value.minus(value).abs().lt(larger.times(NEAR));
  if (near && !figure.indicator?.startsWith('text:')) return true;
  const place = lastPlace(figure);
  const [a, b] = [figure.value, value].map((one) => one.div(place).abs().toFixed(0)) as [string, string];
  if (a.length !== b.length || a.length < 2) return false;
  const differing = Array.from(a, (digit, index) => (digit === b[index] ? -1 : index)).filter((index) => index >= 0);
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return a.length > 2;
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
