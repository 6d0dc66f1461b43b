import type { Decimal } from '../model/decimal.ts';

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const LARGEST = 10_000;

/**
 * A whole number below ten thousand in Chinese characters as it stands before a measure word: 3 三, 2 两, 12 十二, 105 一百零五.
 * @returns null for what is not printed so: fractions, negatives, larger numbers
 */
export function printChinese(value: Decimal): string | null {
  if (!value.isInteger() || value.isNegative() || value.gte(LARGEST)) return null;
  const digits = Array.from(value.toFixed(), Number);
  if (digits.length === 1) return value.eq(2) ? '两' : (DIGITS[digits[0] ?? 0] ?? null);
  let text = '';
  let gap = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      gap = true;
      continue;
    }
    if (gap) text += '零';
    gap = false;
    text += `${DIGITS[digit] ?? ''}${PLACES[digits.length - 1 - index] ?? ''}`;
  }
  return text.replace(/^一十/u, '十');
}
