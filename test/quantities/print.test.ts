import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';
import { type PrintForm, printNumber, splitUnit } from '../../src/quantities/print.ts';

const printed = (value: string | Decimal, form: Partial<PrintForm>): string[] => {
  const { text, value: said, rounding } = printNumber(new Decimal(value), { unit: null, places: 2, ...form });
  return [text, said.toFixed(), rounding];
};

describe('a value is rounded half up to the places of its form', () => {
  it.each([
    ['2.344', { unit: '%' }, ['2.34%', '2.34', '四舍五入至2位小数']],
    ['2.345', { unit: '%' }, ['2.35%', '2.35', '四舍五入至2位小数']],
    ['2.3451', { unit: '%' }, ['2.35%', '2.35', '四舍五入至2位小数']],
    ['-2.345', { unit: '%' }, ['-2.35%', '-2.35', '四舍五入至2位小数']],
    ['2.5', { unit: '人', places: 0 }, ['3人', '3', '四舍五入至整数']],
    ['3.49', { unit: '人', places: 0 }, ['3人', '3', '四舍五入至整数']],
    ['3.45', { unit: '人', places: 1 }, ['3.5人', '3.5', '四舍五入至1位小数']],
  ])('%s', (value, form, expected) => {
    expect(printed(value, form)).toEqual(expected);
  });
});

describe('zeros tell the precision', () => {
  it.each([
    ['what has fewer places keeps its own', '98.4', {}, ['98.4', '98.4', '原数']],
    ['what rounding gave stays', '98.999', {}, ['99.00', '99', '四舍五入至2位小数']],
    ['a convention of three places', '0.3', { places: 3, fixed: true }, ['0.300', '0.3', '原数']],
    ['a whole number', '24715', { unit: '人', places: 0 }, ['24715人', '24715', '原数']],
    ['one beside others that have two', '12684', { least: 2 }, ['12684.00', '12684', '原数']],
    ['one that has more than the fewest', '98.25', { least: 1 }, ['98.25', '98.25', '原数']],
    ['never more than its places', '98.4', { places: 1, least: 2 }, ['98.4', '98.4', '原数']],
    ['fewest none', '98', { least: 0 }, ['98', '98', '原数']],
  ])('%s', (_, value, form, expected) => {
    expect(printed(value, form)).toEqual(expected);
  });
});

describe('万 and 亿 stand behind the digits; what they round is told in the base unit', () => {
  it.each([
    ['412600', { unit: '人', multiplier: '万' }, ['41.26万人', '412600', '原数']],
    ['412650', { unit: '人', multiplier: '万' }, ['41.27万人', '412700', '四舍五入至2位小数']],
    ['15963000000', { unit: '元', multiplier: '亿', places: 1 }, ['159.6亿元', '15960000000', '四舍五入至1位小数']],
    ['412600', { unit: '人', multiplier: '万', bare: true }, ['41.26', '412600', '原数']],
    ['412600', { multiplier: '万' }, ['41.26万', '412600', '原数']],
    ['412600', { unit: '人', multiplier: null }, ['412600人', '412600', '原数']],
  ] as const)('%s', (value, form, expected) => {
    expect(printed(value, form)).toEqual(expected);
  });
});

describe('a ratio is printed by its second term; the value is that of what is printed', () => {
  it.each([
    ['0.05', 2, '1:20', '0.05', '原数'],
    ['0.16', 1, '1:6.3', new Decimal(1).div('6.3').toFixed(), '后项四舍五入至1位小数'],
    ['0.32', 1, '1:3.1', new Decimal(1).div('3.1').toFixed(), '后项四舍五入至1位小数'],
    ['0.08', 0, '1:13', new Decimal(1).div(13).toFixed(), '后项四舍五入至整数'],
  ])('%s to %i places: %s', (value, places, ...expected) => {
    expect(printed(value, { places, ratio: true })).toEqual(expected);
  });

  it('keeps the zeros of rounding', () => {
    const [text, said] = printed(new Decimal(1).div('3.004'), { ratio: true });
    expect([text, said]).toEqual(['1:3.00', new Decimal(1).div(3).toFixed()]);
  });

  it('of nothing there is none', () => expect(printed('0', { ratio: true })[0]).toBe('0'));
  it('only where it is asked for', () => expect(printed('0.05', { ratio: false })[0]).toBe('0.05'));
});

it.each([
  ['万元', '万', '元'],
  ['亿元', '亿', '元'],
  ['人', null, '人'],
  ['千米', null, '千米'],
  // alone it is a unit like any other
  ['万', null, '万'],
])('%s is written as %s and %s', (unit, multiplier, base) => {
  expect(splitUnit(unit)).toEqual({ multiplier, unit: base });
});
