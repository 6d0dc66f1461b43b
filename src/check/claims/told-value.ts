import type { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import type { Interval } from '../../model/interval.ts';
import type { OtherPlace } from '../../model/relation.ts';
import { meet } from '../../quantities/interval.ts';
import { intervalOf, isExact } from '../operand.ts';

/** What somebody else tells of a quantity that a figure of the report tells: another report, the workbook, a computation. */
export interface ToldValue {
  readonly value: Decimal;
  readonly interval: Interval;
  readonly place: OtherPlace;
  /**
   * Null where it is told of the very same quantity. Otherwise what sets the two apart (another year, another 口径): agreeing
   * with such a value explains a difference, and proves nothing by itself.
   */
  readonly because: string | null;
}

/** A figure held against what others tell. */
export interface Outcome {
  readonly verdict: 'holds' | 'review' | 'broken';
  /** What the figure was held against: the value that agrees, else the first. */
  readonly told: ToldValue;
  /** Why it is to review; null otherwise. */
  readonly because: string | null;
}

/**
 * The one comparison of claims. The figure holds where one value of the same quantity agrees within what both print; it is to review
 * where only a value of another time or scope agrees, or where the two may differ rightly; else one of them is wrong.
 * @param told of the figure's key; the first is the one that speaks for the other side
 * @param open what could set the two apart although the key is the same; null where nothing can
 * @returns null where nothing is told of the same quantity
 */
export function holdAgainst(figure: Figure, told: readonly ToldValue[], open: string | null): Outcome | null {
  const same = told.filter(({ because }) => because === null);
  const [first] = same;
  if (first === undefined) return null;
  const agreeing = same.find((one) => agrees(figure, one));
  if (agreeing) return { verdict: 'holds', told: agreeing, because: null };
  const explained = told.find((one) => one.because !== null && agrees(figure, one));
  if (explained) return { verdict: 'review', told: first, because: explained.because };
  return { verdict: open === null ? 'broken' : 'review', told: first, because: open };
}

/**
 * Whether a figure and a value can be the same number. A whole number of people or things is exact, yet a computed mean (平均班额
 * 44人) is rounded to whole ones as any other number is.
 */
export function agrees(figure: Figure, told: Pick<ToldValue, 'value' | 'interval'>): boolean {
  const whole = told.value.isInteger() && told.interval.low.eq(told.interval.high);
  const interval = isExact(figure) && figure.bound === null && !whole ? figure.interval : intervalOf(figure);
  return meet(interval, told.interval);
}
