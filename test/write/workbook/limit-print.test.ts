import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/model/decimal.ts';
import type { LimitOutcome } from '../../../src/standards/assessment.ts';
import type { Comparison } from '../../../src/standards/standard.ts';
import { actualPlaces, actualText, limitText, placesOf, printed } from '../../../src/write/workbook/print.ts';
import { limit } from '../../standards/own-standard.ts';

const outcome = (
  actual: string | null,
  comparison: Comparison,
  value: number,
  indicator = 'cv-books',
): LimitOutcome => ({
  limit: limit(value, { indicator, comparison }),
  school: null,
  formula: null,
  verdict: 'holds',
  because: null,
  actual: actual === null ? null : new Decimal(actual),
  gap: null,
});

it.each([
  ['1234567.891', 2, '1,234,567.89'],
  ['1234.5', 0, '1,235'],
  ['999', 0, '999'],
  ['1000', 1, '1,000.0'],
  ['-1234.5', 1, '-1,234.5'],
])('%s to %i places prints as %s', (value, places, expected) => {
  expect(printed(new Decimal(value), places)).toBe(expected);
});

describe('a figure prints, beside its limit, as it was judged', () => {
  it.each([
    // three places are the custom; they are not enough where they would fall on the limit
    ['0.6234', '<=', 0.65, '0.623'],
    ['0.6504', '<=', 0.65, '0.6504'],
    ['0.65', '<=', 0.65, '0.650'],
    ['0.650000001', '<=', 0.65, '0.650000001'],
    ['0.6496', '<', 0.65, '0.6496'],
    ['0.6499999999996', '<', 0.65, '0.650000000000'],
    ['0.649999999996', '<', 0.65, '0.649999999996'],
    ['0.65', '>', 0.65, '0.650'],
    ['0.6504', '>', 0.65, '0.6504'],
  ] as const)('%s %s %d: %s', (actual, comparison, value, expected) => {
    expect(actualText(outcome(actual, comparison, value))).toBe(expected);
  });

  it('of what is not known only the custom', () => {
    const unknown = outcome(null, '>=', 85, 'books-per-pupil');
    expect([actualPlaces(unknown), actualText(unknown)]).toEqual([2, '—']);
  });

  it.each([
    ['>=', '≥85'],
    ['<=', '≤85'],
    ['>', '>85'],
    ['<', '<85'],
  ] as const)('the limit %s prints as %s', (comparison, expected) => {
    expect(limitText(outcome(null, comparison, 85))).toBe(expected);
  });
});

it.each([
  ['books-per-pupil', 2],
  ['teacher-pupil-ratio', 3],
  ['pupils', 0],
  ['text:某数', 3],
  ['text:每12个班音乐专用教室数', 2],
  ['text:音乐专用教室最小面积', 2],
])('%s has %i places', (indicator, places) => {
  expect(placesOf(indicator)).toBe(places);
});
