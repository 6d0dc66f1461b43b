import { around, sameUnit } from './context.ts';
import type { Difference } from './relation.ts';

/** Of one unit, or a rate and the points between two of them. */
export function isComparable(a: { unit: string | null }, b: { unit: string | null }): boolean {
  return sameUnit(a.unit, b.unit) || (a.unit === '%' && b.unit === '个百分点');
}

export function difference(
  minuend: Difference['minuend'],
  subtrahend: Difference['subtrahend'],
  result: Difference['result'],
  assertion: Difference['assertion'],
): Difference {
  const spans = [minuend, subtrahend, result].flatMap((operand) => operand.span ?? []);
  return { type: 'difference', minuend, subtrahend, result, plus: 0, assertion, span: around(...spans) };
}
