import { expect, test } from 'vitest';
import { rowHeight } from '../../../src/write/workbook/row-height.ts';

test.each([
  ['one line', ['短'], [10], 19.5],
  ['wide characters take two columns', ['一二三四五六'], [9], 35],
  ['line ends', ['a\nb\nc', 'd'], [10, 10], 50.5],
  ['no higher than a spreadsheet allows', ['a\n'.repeat(99)], [10], 409],
])('the height of a row: %s', (_, texts, widths, height) => {
  expect(rowHeight(texts, widths)).toBe(height);
});
