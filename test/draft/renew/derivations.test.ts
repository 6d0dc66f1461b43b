import { describe, expect, test } from 'vitest';
import { carriedFrom, derivationsOf, oldQuantities, toldName, yearOf } from '../../../src/draft/renew/index.ts';
import { reportOf } from '../../support/read.ts';

function derived(text: string): string[] {
  const report = reportOf(text);
  const quantities = oldQuantities(report, yearOf(report));
  return [...derivationsOf(report, quantities).values()].map(
    (one) => `${one.target.figures[0].text} = ${one.show((quantity) => quantity.value)}`,
  );
}

function carried(text: string): string[] {
  const report = reportOf(text);
  return [...carriedFrom(report, oldQuantities(report, yearOf(report)))].map(
    ([quantity, source]) => `${toldName(quantity)} ${quantity.figures[0].text} ← ${source.figures[0].text}`,
  );
}

describe('which figures follow from others', () => {
  test.each([
    ['全县共有在校学生7597人，其中小学4409人、初中3188人。', ['7597人 = 4409+3188']],
    ['全县有专任教师400人，其中女教师240人，占60.0%。', ['60.0% = 240÷400×100']],
    ['2023年教育支出1.2亿元，比上年的1.0亿元增长20%。', ['20% = (120000000-100000000)÷100000000']],
    ['教职工编制1669名，实有1575人，空编94人。', ['94人 = 1669-1575']],
  ])('%s', (text, expected) => {
    expect(derived(text)).toEqual(expected);
  });

  test('what does not hold, is redacted or is about right follows from nothing', () => {
    expect(derived('全县共有在校学生7599人，其中小学4409人、初中3188人。')).toEqual([]);
    expect(derived('全县共有在校学生**人，其中小学4409人、初中3188人。')).toEqual([]);
    expect(derived('全县共有在校学生约7600人，其中小学4409人、初中3188人。')).toEqual([]);
  });

  test('by how much a count grew follows from last year’s print, and the rate from that', () => {
    expect(derived('小学在校生4200人，比上年增加180人，增长4.48%。')).toEqual([
      '180人 = 4200-4200（去年报告）',
      '4.48% = 180÷(4200-180)',
    ]);
  });
});

describe('what last year’s report knows of the year before', () => {
  test('a series moves on', () => {
    expect(carried('2021年、2022年、2023年教育经费拨款分别为1.1亿元、1.2亿元、1.35亿元。')).toEqual([
      expect.stringContaining('1.1亿元 ← 1.2亿元'),
      expect.stringContaining('1.2亿元 ← 1.35亿元'),
    ]);
  });

  test('an event of a past year stays', () => {
    expect(carried('清河县2023年报告\n2021年新建学校2所。\n2022年新建学校3所。')).toEqual([]);
  });
});

describe('one quantity, however often it is printed', () => {
  const counts = (text: string): number[] => {
    const report = reportOf(text);
    return oldQuantities(report, yearOf(report)).all.map(({ figures }) => figures.length);
  };
  test.each([
    ['全县有小学28所。全县有小学28所。', [2]],
    ['全县有小学28所。全县有小学29所。', [1, 1]],
    ['全县总人口408812人。全县总人口40.88万人。', [2]],
    ['新建小学2所，总投资300万元。改建后又新建小学2所。', [1, 1, 1]],
    ['2022年、2023年巩固率分别为99.5%、99.5%。', [1, 1]],
  ])('%s', (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });
});
