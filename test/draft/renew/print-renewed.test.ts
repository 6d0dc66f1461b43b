import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printRenewed } from '../../../src/draft/renew/print-renewed.ts';
import { Decimal } from '../../../src/model/decimal.ts';
import { reportOf } from '../../support/read.ts';

/** The last figure of a sentence printed anew, with what no longer fits. */
function renewed(sentence: string, value: number | string): [string, string | null] | null {
  const { figures, manuscript } = reportOf(sentence);
  const figure = figures.at(-1);
  if (figure === undefined) throw new Error(sentence);
  const { start, end } = figure.span;
  const made = printRenewed(
    figure,
    new Decimal(value),
    manuscript.text.slice(Math.max(0, start - 12), start),
    manuscript.text.slice(end, end + 12),
  );
  return made && [made.text, made.misfit];
}

describe('a new value takes the form of the old print', () => {
  test.each([
    ['全县总人口40.88万人。', 412345, '41.23万人'],
    ['全县总人口40万人。', 412345, '41万人'],
    ['投入资金1,234.5万元。', 23456000, '2,345.6万元'],
    ['投入资金1.2亿元。', 135000000, '1.4亿元'],
    ['小学专任教师１２３４人。', 1250, '１２５０人'],
    ['新建学校三所。', 12, '十二所'],
    ['新建学校三所。', 2, '两所'],
    ['小学巩固率99.87%。', '99.4', '99.40%'],
    ['小学师生比1：16.40。', new Decimal(1).div('15.2').toString(), '1：15.20'],
    ['小学生机比9.46:1。', '8.5', '8.50:1'],
    ['普职比为7.1:2.9。', '2', '6.7:3.3'],
    ['差异系数为0.4175。', '0.39', '0.3900'],
  ])('%s %s', (sentence, value, text) => {
    expect(renewed(sentence, value)).toEqual([text, null]);
  });

  test('a hundred per cent is printed for a hundred only, and nothing for what is not nothing', () => {
    expect(renewed('小学巩固率100%。', '99.96')).toEqual(['99.96%', null]);
    expect(renewed('小学巩固率99%。', '99.7')).toEqual(['99.7%', null]);
    expect(renewed('小学巩固率99.9%。', '100')).toEqual(['100.0%', null]);
    expect(renewed('小学辍学率0.1%。', '0.02')).toEqual(['0.02%', null]);
  });
});

describe('a number with a limit keeps what its word says', () => {
  test.each([
    ['惠及学生2000多人。', 3456, '3000多人', null],
    ['惠及学生300余人。', 356, '300余人', null],
    ['惠及学生300余人。', 300, '300余人', '余'],
    ['培训教师1.2万余人次。', 13900, '1.3万余人次', null],
    ['小学巩固率达到98%以上。', '99.6', '99%', null],
    ['小学巩固率超过98%。', '99.6', '99%', null],
    ['在校生约5万人。', 50200, '5万人', null],
    ['在校生近5万人。', 49800, '5万人', null],
    ['在校生近5万人。', 50200, '5.02万人', '近'],
  ])('%s %s', (sentence, value, text, misfit) => {
    expect(renewed(sentence, value)).toEqual([text, misfit]);
  });
});

test('what nobody can fill in mechanically is left', () => {
  expect(renewed('投入资金3万4千元。', 36500)).toBeNull();
  expect(renewed('新建学校三所。', '2.5')).toBeNull();
});

test('what is printed is the value, to the places of the old print', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 3 }), (whole, places) => {
      const value = new Decimal(whole).div(1000);
      const [text = ''] = renewed(`投入资金${(1.5).toFixed(places)}亿元。`, value.times('1e8').toString()) ?? [];
      const said = reportOf(`投入资金${text}。`).figures[0];
      expect(
        said?.value
          .minus(value.times('1e8'))
          .abs()
          .lte(new Decimal('0.5e8').div(10 ** places)),
      ).toBe(true);
    }),
  );
});
