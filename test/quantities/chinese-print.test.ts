import { expect, test } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';
import { printChinese } from '../../src/quantities/chinese-print.ts';
import { chineseAt } from '../../src/quantities/numeral.ts';

test.each([
  [1, '一'],
  [2, '两'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1002, '一千零二'],
  [1010, '一千零一十'],
])('%s %s', (value, text) => {
  expect(printChinese(new Decimal(value))).toBe(text);
});

test('every number below ten thousand reads back as itself; others are not printed', () => {
  for (let value = 1; value < 10_000; value += 7) {
    const text = printChinese(new Decimal(value)) ?? '';
    expect(chineseAt(text, 0)?.value.toNumber(), text).toBe(value);
  }
  expect([0.5, -1, 10_000].map((value) => printChinese(new Decimal(value)))).toEqual([null, null, null]);
});
