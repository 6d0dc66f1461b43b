import { expect, test } from 'vitest';
import { cellNumber } from '../../../src/read/workbook/cell-number.ts';
import { recogniseContainer } from '../../../src/read/workbook/container.ts';
import { compatible, parseUnit } from '../../../src/read/workbook/units.ts';
import { Decimal } from '../../../src/model/decimal.ts';

test('a .csv in GBK, as the Chinese Excel writes it', () => {
  const bytes = new Uint8Array([0xd1, 0xa7, 0xd0, 0xa3, 0xc3, 0xfb, 0xb3, 0xc6]);
  expect(recogniseContainer('学校.csv', bytes)).toEqual({ kind: 'csv', text: '学校名称' });
});

test('where the file tells no formats, 0.08 in a per cent row is asked about and 98.5 is not', () => {
  const cell = (value: number) => ({ value, error: null, uncalculated: false, percent: null });
  const one = new Decimal(1);
  expect(cellNumber(cell(0.08), '%', one)).toEqual({
    kind: 'problem',
    message: '看不出是0.08%还是8%（.xls 读不出百分数格式）；请另存为 .xlsx，或写成带%的文字。',
  });
  expect(cellNumber(cell(98.5), '%', one)).toMatchObject({ kind: 'number' });
});

test.each([
  ['万元', '元', '10000'],
  ['亿元', '元', '100000000'],
  ['元/生', '元', '1'],
  ['㎡', '平方米', '1'],
  ['平方千米', '平方公里', '1'],
  ['台（套）', '台(套)', '1'],
  ['％', '%', '1'],
  ['‰', '%', '0.1'],
  ['万', '', '10000'],
])('unit %s', (text, base, factor) => {
  const unit = parseUnit(text);
  expect([unit?.base, unit?.factor.toString()]).toEqual([base, factor]);
});

test('units of one another', () => {
  expect(parseUnit('万%')).toBeNull();
  expect([compatible('个', '所'), compatible('亩', '平方米'), compatible('', '人')]).toEqual([true, false, true]);
});
