import { describe, expect, test } from 'vitest';
import {
  indicatorOfStage,
  PER_PUPIL_INDICATORS,
  perPupilIndicatorOf,
  schoolsInScope,
} from '../../src/standards/school-indicators.ts';
import { BASIC_BALANCE_EXCLUSIONS } from '../../src/read/workbook/scope.ts';
import { indicatorOf } from '../../src/vocabulary/index.ts';
import { row } from './rows.ts';

const books = perPupilIndicatorOf('books-per-pupil');
if (books === undefined) throw new Error('books-per-pupil is an indicator');

test('every indicator, its amount and its coefficient are named', () => {
  for (const { id, amount, coefficient } of PER_PUPIL_INDICATORS) {
    expect(indicatorOf(id), id).toBeDefined();
    expect(indicatorOf(amount), amount).toBeDefined();
    expect(coefficient.startsWith('text:') || indicatorOf(coefficient) !== undefined, coefficient).toBe(true);
  }
});

test('the mean is all amounts over all pupils, and those below it lack what lifts them to it', () => {
  const schools = [row('甲', { pupils: 100, books: 1000 }), row('乙', { pupils: 300, books: 6000 })];
  const { mean, values } = indicatorOfStage(schools, books);
  expect(mean?.toString()).toBe('17.5');
  expect(values.map(({ value, difference, lacking }) => [value, difference, lacking].map(String))).toEqual([
    ['10', '-7.5', '750'],
    ['20', '2.5', '0'],
  ]);
});

test('a school exactly at a mean that does not end lacks nothing', () => {
  const schools = [row('甲', { pupils: 3, books: 1 }), row('乙', { pupils: 6, books: 2 })];
  const { values, coefficient } = indicatorOfStage(schools, books);
  expect(values.every(({ lacking, difference }) => lacking.isZero() && difference.isZero())).toBe(true);
  expect(coefficient?.toString()).toBe('0');
});

test('per hundred pupils', () => {
  const computers = perPupilIndicatorOf('computers-per-hundred');
  const schools = [row('甲', { pupils: 200, computers: 30 })];
  expect(computers && indicatorOfStage(schools, computers).mean?.toString()).toBe('15');
});

test('no coefficient over some of the schools', () => {
  const schools = [row('甲', { pupils: 100, books: 1000 }), row('乙', { pupils: 300 })];
  const { coefficient, missing, mean } = indicatorOfStage(schools, books);
  expect([coefficient, missing.map(({ name }) => name), mean?.toString()]).toEqual([null, ['乙'], '10']);
});

describe('scope', () => {
  const schools = [
    row('甲', { pupils: 100 }),
    row('乙', { pupils: 100 }, { owner: '民办' }),
    row('丙', { pupils: 30 }, { type: '教学点' }),
    row('丁', { pupils: 60 }, { type: '教学点' }),
    row('戊', { pupils: 60 }, { type: '特殊教育学校' }),
    row('己', { pupils: 60 }, { part: '初中', type: '初级中学' }),
  ];

  test('basic balance leaves out who is not of the county, and says why', () => {
    const { counted, excluded } = schoolsInScope(schools, '小学', BASIC_BALANCE_EXCLUSIONS);
    expect(counted.map(({ name }) => name)).toEqual(['甲']);
    expect(excluded.map(({ school, reason }) => school.name + reason)).toEqual([
      '乙民办学校',
      '丙小学教学点',
      '丁小学教学点',
      '戊特殊教育学校',
    ]);
  });

  test('quality balance counts private schools and the larger teaching points', () => {
    const { counted } = schoolsInScope(schools, '小学', ['特殊教育学校', '职业学校', '不足50人的教学点']);
    expect(counted.map(({ name }) => name)).toEqual(['甲', '乙', '丁']);
  });
});
