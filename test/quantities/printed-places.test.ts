import { Decimal } from '../../src/model/decimal.ts';
import { describe, expect, it } from 'vitest';
import { cellContent, scaledInterval } from '../../src/quantities/cell-number.ts';
import { lex } from '../../src/quantities/lexer.ts';

/** value, ends of the interval, place, unit of the one quantity in a text */
const read = (text: string): string[] => {
  const [token] = lex(text).filter(({ type }) => type === 'quantity');
  if (token?.type !== 'quantity') return [];
  const { value, interval, place, unit } = token;
  return [value.toFixed(), interval.low.toFixed(), interval.high.toFixed(), String(place), unit ?? ''];
};

describe('half a unit of the last printed place on either side', () => {
  it.each([
    ['12.34元', ['12.34', '12.335', '12.345', '-2', '元']],
    ['12.3元', ['12.3', '12.25', '12.35', '-1', '元']],
    ['12元', ['12', '11.5', '12.5', '0', '元']],
    ['120元', ['120', '119.5', '120.5', '0', '元']],
    ['1,234.5元', ['1234.5', '1234.45', '1234.55', '-1', '元']],
    ['3万元', ['30000', '25000', '35000', '4', '元']],
    ['3.2万元', ['32000', '31500', '32500', '3', '元']],
    ['3.25亿元', ['325000000', '324500000', '325500000', '6', '元']],
    ['1.2万亿元', ['1200000000000', '1150000000000', '1250000000000', '11', '元']],
    ['3万4千元', ['34000', '33500', '34500', '3', '元']],
    ['3千多万元', ['30000000', '25000000', '35000000', '7', '元']],
    ['2.5百万元', ['2500000', '2450000', '2550000', '5', '元']],
    ['15元至30元', ['15', '14.5', '30.5', '0', '元']],
    ['1.5元至30元', ['1.5', '1.45', '30.05', '-1', '元']],
    ['-3.71%', ['-3.71', '-3.715', '-3.705', '-2', '%']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a rate in thousandths is told in per cent', () => {
  it.each([
    ['5‰', ['0.5', '0.45', '0.55', '-1', '%']],
    ['5.2‰', ['0.52', '0.515', '0.525', '-2', '%']],
    ['5%', ['5', '4.5', '5.5', '0', '%']],
    ['千分之五', ['0.5', '0.45', '0.55', '-1', '%']],
    ['千分之五点二', ['0.52', '0.515', '0.525', '-2', '%']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('ratios: the 1 is exact, the other side is rounded', () => {
  const over = (side: string): string => new Decimal(1).div(side).toFixed();
  it.each([
    ['1:2.5', ['0.4', over('2.55'), over('2.45'), '-1', '比']],
    ['1:20', ['0.05', over('20.5'), over('19.5'), '0', '比']],
    ['1:0.25', ['4', over('0.255'), over('0.245'), '-2', '比']],
    // 40 teachers and 487 pupils are 1:12.175
    ['1:12.18', [over('12.18'), over('12.185'), over('12.175'), '-2', '比']],
    ['9.5:1', ['9.5', '9.45', '9.55', '-1', '比']],
    ['9.25:1', ['9.25', '9.245', '9.255', '-2', '比']],
    // neither is 1: the first carries the error
    ['2.4:8', ['0.3', '0.29375', '0.30625', '-1', '比']],
    // nothing can be divided by zero
    ['3:0', ['3', '2.5', '3.5', '0', '比']],
    ['1:0', ['1', '0.5', '1.5', '0', '比']],
  ])('%s, in a text and in a cell', (text, expected) => {
    const cell = cellContent(text);
    if (cell.type !== 'number') throw new Error(`no number: ${text}`);
    const { low, high } = scaledInterval(cell, 4);
    const inCell = [cell.value.toFixed(), low.toFixed(), high.toFixed(), String(cell.place), cell.unit];
    expect([read(`为${text}。`), inCell]).toEqual([expected, expected]);
  });
});

describe('the cell of a table whose header gives a power of ten', () => {
  it.each([
    ['12', 0, '11.5', '12.5'],
    ['12', 4, '115000', '125000'],
    ['12.5', 4, '124500', '125500'],
    ['12.5', 8, '1245000000', '1255000000'],
    ['2—5', 4, '15000', '55000'],
    ['5‰', 0, '0.45', '0.55'],
  ])('%s with power %i', (text, power, low, high) => {
    const cell = cellContent(text);
    if (cell.type !== 'number') throw new Error(`no number: ${text}`);
    const found = scaledInterval(cell, power);
    expect([found.low.toFixed(), found.high.toFixed()]).toEqual([low, high]);
  });
});

describe('parts of a whole', () => {
  it.each([
    ['百分之三十', ['30', '29.5', '30.5', '0', '%']],
    ['百分之十二点五', ['12.5', '12.45', '12.55', '-1', '%']],
    ['百分之12.5', ['12.5', '12.45', '12.55', '-1', '%']],
    // a fraction is as exact as it is told
    ['二分之一', ['0.5', '0.5', '0.5', '0', '比']],
    ['约占1/8，', ['0.125', '0.125', '0.125', '0', '比']],
    // 八成 is 80 give or take 5, 八成五 is 85 give or take a half
    ['达到八成以上', ['80', '75', '85', '1', '%']],
    ['达到八成五以上', ['85', '84.5', '85.5', '0', '%']],
    ['寄宿生占全县8成。', ['80', '75', '85', '1', '%']],
    ['寄宿生占全县7.5成。', ['75', '74.5', '75.5', '0', '%']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['占1/1，', '占9/8，'])('%s is no part', (text) => expect(read(text)).toEqual([]));
});
