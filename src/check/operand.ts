import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Interval } from '../model/interval.ts';
import type { Operand } from '../relations/relation.ts';

const BOUNDLESS = new Decimal('1e24');
const ABOUT = 0.1;
const HALF = new Decimal('0.5');

export function isFigureOperand(operand: Operand): operand is Figure {
  return 'id' in operand;
}

/** A redacted operand has no value; nothing that it belongs to can be assessed. */
export function isMasked(operand: Operand): boolean {
  return !('constant' in operand) && !('id' in operand);
}

export function valueOf(operand: Operand): Decimal {
  if ('constant' in operand) return operand.constant;
  return isFigureOperand(operand) ? operand.value : new Decimal(0);
}

/**
 * What an operand may stand for. A whole number of people or things printed without 万 is exact, since nothing smaller
 * than one of them exists; all else is rounded to its last printed place; 多, 以上, 约 widen it as far as the words reach.
 */
export function intervalOf(operand: Operand): Interval {
  if (!isFigureOperand(operand)) return { low: valueOf(operand), high: valueOf(operand) };
  const { value, valueMax, interval, bound } = operand;
  const exact = isExact(operand);
  const low = exact ? value : interval.low;
  const high = exact ? (valueMax ?? value) : interval.high;
  switch (bound) {
    case '>=':
      return { low, high: /[多余]/.test(operand.text) ? value.plus(nextPlace(operand)) : BOUNDLESS };
    case '<=':
      return { low: value.isNegative() ? BOUNDLESS.neg() : new Decimal(0), high };
    case '~':
      return { low: value.minus(value.abs().times(ABOUT)), high: value.plus(value.abs().times(ABOUT)) };
    default:
      return { low, high };
  }
}

/**
 * How far a mean may lie from what is printed: 校均163人 is rounded to whole persons, although no person comes in halves and
 * the number by itself would be exact.
 */
export function roundingOf(result: Operand): Decimal {
  return isFigureOperand(result) && isExact(result) ? HALF : new Decimal(0);
}

export function isExact(figure: Figure): boolean {
  return (
    (figure.kind === 'count' || figure.kind === 'duration') &&
    figure.value.isInteger() &&
    scaleOf(figure) === 1 &&
    !/\./.test(figure.text)
  );
}

/** 2000多 stays below 3000, 80多万 below 90万: one unit of the first non-zero digit from the right. */
function nextPlace(figure: Figure): Decimal {
  const digits = figure.value.abs().toFixed(0);
  const zeros = digits.length - digits.replace(/0+$/, '').length;
  return new Decimal(10).pow(zeros);
}

/** The multiplier that a figure is printed with: 1, 1e4 (万) or 1e8 (亿). */
export function scaleOf(operand: Operand): number {
  if (!isFigureOperand(operand)) return 1;
  if (/亿/.test(operand.text)) return 1e8;
  if (/万/.test(operand.text)) return 1e4;
  return headerScale(operand);
}

/** A table prints 万元 once, in its header: the digits of the cell stand for ten thousand times as much. */
function headerScale({ text, value }: Figure): number {
  if (value.abs().lt(1e4) || !/^[-\d.,]+$/.test(text)) return 1;
  const printed = new Decimal(text.replaceAll(',', ''));
  const times = printed.isZero() ? 1 : value.div(printed).toNumber();
  return times === 1e4 || times === 1e8 ? times : 1;
}

/** The scale that a calculation is shown in: the result's own, unless an operand would turn unreadable in it. */
export function commonScale(operands: readonly Operand[]): number {
  const scales = operands.filter((operand) => isFigureOperand(operand) && !valueOf(operand).isZero()).map(scaleOf);
  // zeros beside a rule's own number: it is shown as it is
  return scales.length === 0 ? 1 : Math.min(...scales);
}

/** A number as a calculation shows it: plain, without trailing zeros, in the given scale. */
export function show(value: Decimal, scale = 1, places = 4): string {
  return value.div(scale).toDecimalPlaces(places).toFixed();
}

/** A percentage with as many places as the printed one it is compared with, two at least. */
export function showPercent(value: Decimal, printed: Decimal): string {
  return `${value.toDecimalPlaces(Math.max(2, printed.decimalPlaces())).toFixed()}%`;
}
