import { describe, expect, it } from 'vitest';
import { cellContent } from '../../src/quantities/cell-number.ts';
import { arabicFraction, chineseFraction } from '../../src/quantities/fraction.ts';
import { lex } from '../../src/quantities/lexer.ts';
import { arabicAt, chineseAt, type Numeral } from '../../src/quantities/numeral.ts';

/** `digits read: value, place, bound`, and whether a multiplier was printed */
const told = (text: string, numeral: Numeral | null): string | null =>
  numeral &&
  `${text.slice(0, numeral.end)}: ${numeral.value.toFixed()} ${numeral.place} ${numeral.bound}${numeral.multiplied ? ' multiplied' : ''}`;

describe('numbers in Arabic figures', () => {
  it.each([
    ['28所', '28: 28 0 null'],
    ['3.25元', '3.25: 3.25 -2 null'],
    // a full-width comma may separate two numbers
    ['12，345人', '12: 12 0 null'],
    ['1，234，567人', '1，234，567: 1234567 0 null'],
    // 多 and 余
    ['300多人', '300多: 300 0 >='],
    ['3.5多人', '3.5: 3.5 -1 null'],
    ['300来人', '300来: 300 0 ~'],
    ['100多万元', '100多万: 1000000 4 >= multiplied'],
    ['100万余元', '100万余: 1000000 4 >= multiplied'],
    ['600多万余元', '600多万余: 6000000 4 >= multiplied'],
    ['600多万多元', '600多万多: 6000000 4 >= multiplied'],
    ['3千多万元', '3千多万: 30000000 7 >= multiplied'],
    ['3万多千克', '3万多: 30000 4 >= multiplied'],
    ['3万多万元', '3万多: 30000 4 >= multiplied'],
    // two multipliers, the second smaller than the first
    ['3万4千元', '3万4千: 34000 3 null multiplied'],
    ['3万7千元', '3万7千: 37000 3 null multiplied'],
    ['3万4万元', '3万: 30000 4 null multiplied'],
    ['3万1万元', '3万: 30000 4 null multiplied'],
    ['3万4人', '3万: 30000 4 null multiplied'],
    ['3.5万2千元', '3.5万: 35000 3 null multiplied'],
    ['3多万2千元', '3多万: 30000 4 >= multiplied'],
  ])('%s', (text, expected) => {
    expect(told(text, arabicAt(text, 0))).toBe(expected);
  });

  it('where none stands', () => expect(arabicAt('人', 0)).toBeNull());
});

describe('numbers in Chinese characters', () => {
  it.each([
    ['三所', '三: 3 0 null'],
    ['十二所', '十二: 12 0 null'],
    ['一百二十三点五亩', '一百二十三点五: 123.5 -1 null'],
    ['一百零三所', '一百零三: 103 0 null'],
    ['十万人', '十万: 100000 0 null'],
    ['十二万三千人', '十二万三千: 123000 0 null'],
    ['两亿元', '两亿: 200000000 0 null'],
    ['一亿二千万元', '一亿二千万: 120000000 0 null'],
    ['一万亿元', '一万亿: 1000000000000 0 null'],
    ['二十多所', '二十多: 20 0 >='],
    ['二十多万人', '二十多万: 200000 4 >='],
    ['三百所', '三百: 300 0 null'],
    // 百 belongs to 百分点
    ['三百分点的差距', '三: 3 0 null'],
    ['二十三分点的差距', '二十三: 23 0 null'],
    ['二十三百分点的差距', '二十三: 23 0 null'],
  ])('%s', (text, expected) => {
    expect(told(text, chineseAt(text, 0))).toBe(expected);
  });

  it.each(['三四所', '一二所', '百名', '零万元', '万元', '百分点', '所'])('none: %s', (text) => {
    expect(chineseAt(text, 0)).toBeNull();
  });
});

describe('parts of a whole, where they begin', () => {
  it('8成 behind a digit is the end of another number', () => {
    expect(arabicFraction('18成的', 1)).toBeNull();
    expect(arabicFraction('1 8成的', 2)?.value.toFixed()).toBe('80');
  });

  it('八成 behind a word of amount; elsewhere it may be a name', () => {
    expect(chineseFraction('共有八成以上', 2)?.value.toFixed()).toBe('80');
    expect(chineseFraction('赵八成的班', 1)).toBeNull();
    expect(chineseFraction('三分之百', 0)).toBeNull();
  });

  it('1/8 behind 占, also at the head of a text', () => {
    expect(arabicFraction('占1/8，比上年提高，占全部在校生的一半以上', 1)?.value.toFixed()).toBe('0.125');
    expect(arabicFraction('第1/8', 1)).toBeNull();
    expect(arabicFraction('占8所', 1)).toBeNull();
  });

  it.each([
    ['达到八成以上', '八成'],
    ['达到八成五以上', '八成五'],
    ['寄宿生占全县8成。', '8成'],
    ['约占1/8，', '1/8'],
    ['约有三分之二，', '三分之二'],
  ])('%s: %s is what it is printed as', (text, printed) => {
    const start = text.indexOf(printed);
    expect(lex(text)).toMatchObject([{ start, end: start + printed.length }]);
  });
});

describe('limit words around a number count, wherever it stands', () => {
  const far = '各乡镇中心学校和村小均按规定开齐开足课程，并且按照国家课程方案组织教学和开展活动，';
  it.each([
    ['约1:20', '~'],
    ['约1:20，' + far, '~'],
    [`${far}约1:20`, '~'],
    ['1:20以上', '>='],
    ['1:20内', null],
    ['约500元', '~'],
    ['约500元，' + far, '~'],
    [`${far}约500元`, '~'],
    ['500元以上', '>='],
    ['5天内', '<='],
    // a range has bounds of its own
    ['约15元至30元', null],
  ])('%s: %s', (text, bound) => {
    const [token] = lex(text).filter(({ type }) => type === 'quantity');
    expect(token?.type === 'quantity' && token.bound).toBe(bound);
  });
});

it('a ratio fills its cell and is not multiplied by the header', () => {
  expect(cellContent(' 1:20 ')).toMatchObject({ type: 'number', start: 1, end: 5, multiplied: true });
});
