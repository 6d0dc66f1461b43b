import { describe, expect, test } from 'vitest';
import { sideBySide } from '../../../src/check/side-by-side/index.ts';
import { outOfLine } from '../../../src/check/side-by-side/jumps.ts';
import { Decimal } from '../../../src/model/decimal.ts';
import { reportOf } from '../../support/read.ts';

const compare = (old: string, now: string) => sideBySide(reportOf(now), { file: '去年.docx', report: reportOf(old) });
/** `小学在校生数 18407人→18216人 -191 -1.04`, remarks behind it. */
const told = (old: string, now: string) =>
  compare(old, now).figures.map(({ name, old: before, now: after, change, growth, remarks }) =>
    `${name} ${before.text}→${after.text} ${change.toFixed()} ${growth?.toDecimalPlaces(2).toFixed() ?? '-'} ${remarks.join('；')}`.trim(),
  );

describe('side by side', () => {
  test.each([
    ['全县小学在校生18407人。', '全县小学在校生18216人。', ['小学在校生数 18407人→18216人 -191 -1.04']],
    ['小学巩固率99.81%。', '小学巩固率99.87%。', ['小学巩固率 99.81%→99.87% 0.06 -']],
    ['公众满意度83.10%。', '公众满意度94.78%。', ['公众满意度 83.10%→94.78% 11.68 - 变动超过10个百分点']],
    ['全县计算机3021台。', '全县计算机4586台。', ['计算机台数 3021台→4586台 1565 51.8 变动超过三分之一']],
    // small counts go up and down
    ['全县有教学点3个。', '全县有教学点1个。', ['教学点数 3个→1个 -2 -66.67']],
    [
      '小学综合差异系数为0.452。',
      '小学综合差异系数为0.330。',
      ['小学综合差异系数 0.452→0.330 -0.122 - 差异系数变动超过0.1'],
    ],
    // other stages, limits and goals are no pairs
    ['全县小学在校生18407人。', '全县初中在校生8972人。', []],
    ['小学巩固率不低于98%。', '小学巩固率不低于99%。', []],
  ])('%s | %s', (old, now, rows) => {
    expect(told(old, now)).toEqual(rows);
  });

  test('each report of its own year, and spans of years by their length', () => {
    const old =
      '2022年地区生产总值120亿元，2023年地区生产总值128.64亿元。2023年总人口34万人。2021—2023年招聘教师140人。';
    const now =
      '2023年地区生产总值128.64亿元，2024年地区生产总值136.27亿元。2024年总人口35万人。2022—2024年招聘教师156人。';
    expect(told(old, now)).toEqual([
      '地区生产总值 128.64亿元→136.27亿元 763000000 5.93',
      '总人口 34万人→35万人 10000 2.94',
      '招聘教师数 140人→156人 16 11.43',
    ]);
  });

  test('what one report alone tells', () => {
    const { onlyOld, onlyNew } = compare('全县小学专任教师1055人。', '全县初中专任教师737人。');
    expect([onlyOld, onlyNew].map((list) => list.map(({ text }) => text))).toEqual([['1055人'], ['737人']]);
  });

  test("last year's figure told otherwise this year is a contradiction", () => {
    const { findings } = compare('2022年全县初中三年巩固率为96.8%。', '2022年全县初中三年巩固率为98.6%。');
    expect(findings.map(({ rule }) => rule)).toEqual(['earlier-conflict']);
  });

  test('a list of stages is not the base of a change of the total behind it', () => {
    const old = '全县在校生27272人，其中小学18407人、初中8865人。';
    const now = '全县在校生27188人，其中小学18216人、初中8972人，在校生总数比上年下降0.31%。';
    expect(compare(old, now).findings).toEqual([]);
  });
});

describe('a series', () => {
  const values = (...list: readonly number[]) => new Map(list.map((value, at) => [2020 + at, new Decimal(value)]));
  test.each([
    [[100, 103, 106, 109], false, null],
    [[100, 103, 106, 140], false, '与历年走势不合：此前每年变动2.91至3%，这次32.08%'],
    // too short to have a course
    [[100, 103, 140], false, null],
    [[98.1, 98.3, 98.6, 98.8], true, null],
    [[98.1, 98.3, 98.6, 94.2], true, '与历年走势不合：此前每年变动0.2至0.3个百分点，这次-4.4个百分点'],
  ])('%s', (list, rate, remark) => {
    expect(outOfLine(values(...list), rate)).toBe(remark);
  });
});
