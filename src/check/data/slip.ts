import type { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import { lastPlace } from './print-like.ts';

const NEAR = 0.1;
const NEIGHBOUR = 0.15;

/**
 * Whether a printed number differs from a value as a slip of the hand would make it: by less than a tenth, by one digit, or by two
 * neighbouring digits that changed places. Under words of the text's own a near value is often another thing's (a goal, last year's):
 * there only the digits count.
 */
export function isSlip(figure: Figure, value: Decimal): boolean {
  const larger = figure.value.abs().gt(value.abs()) ? figure.value.abs() : value.abs();
  if (larger.isZero()) return true;
  const near = figure.value.minus(value).abs().lt(larger.times(NEAR));
  return (near && figure.indicator?.startsWith('text:') === false) || isDigitSlip(figure, value);
}

/** Whether a count of two digits and more is close to another: of things that bear one name, more often a slip than another thing. */
export function isNeighbour({ value }: Figure, other: Decimal): boolean {
  return other.abs().gte(10) && value.minus(other).abs().lte(other.abs().times(NEIGHBOUR));
}

/** Whether one digit of three and more is another, or two neighbours changed places. */
export function isDigitSlip(figure: Figure, value: Decimal): boolean {
  const place = lastPlace(figure);
  const [a, b] = [figure.value, value].map((one) => one.div(place).abs().toFixed(0)) as [string, string];
  if (a.length !== b.length || a.length < 2) return false;
  const differing = Array.from(a, (digit, index) => (digit === b[index] ? -1 : index)).filter((index) => index >= 0);
  const [first = 0, second = 0] = differing;
  if (differing.length === 1) return a.length > 2;
  return differing.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
