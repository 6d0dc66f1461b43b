import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/standards/assess.ts';
import { isMissed } from '../../src/standards/assessment.ts';
import { parseStandard } from '../../src/standards/parse.ts';
import { dataset, row } from './rows.ts';

const NATIONAL = new URL('../../src/standards/national/', import.meta.url);
const [basic, quality] = ['basic-balance-2012', 'quality-balance-2017'].map((id) =>
  parseStandard(`${id}.yaml`, readFileSync(new URL(`${id}.yaml`, NATIONAL), 'utf8')),
);
if (!basic || !quality) throw new Error('both national standards are read');

const amounts = {
  pupils: 100,
  'teaching-area': 500,
  'sports-area': 800,
  'equipment-value': 250000,
  computers: 15,
  books: 2500,
  'full-time-teachers': 6,
  'teachers-above-required-degree': 5,
  'teachers-intermediate-title': 4,
  'backbone-teachers': 2,
  'sports-arts-teachers': 1,
  'multimedia-rooms': 4,
};
const verdictsOf = (...args: Parameters<typeof dataset>) =>
  Object.fromEntries(
    assess(dataset(...args), basic).limits.map(({ limit, verdict, because }) => [limit.id, because ?? verdict]),
  );

describe('limits of the county', () => {
  test('equal schools meet the coefficient; what is not in the workbook is not assessable, never a pass', () => {
    expect(verdictsOf([row('甲', amounts), row('乙', amounts)])).toEqual({
      'gate-primary': '缺少小学办学基本标准达标学校数',
      'gate-junior': '缺少初中办学基本标准达标学校数、初中列入测算学校数',
      'composite-primary': 'holds',
      'composite-junior': '缺少学校表中的初中',
      'work-score': '缺少推进工作自评得分',
      satisfaction: '缺少满意问卷数、满意度有效问卷数',
      'disabled-enrolment':
        '缺少特殊教育学校就读残疾学生数、随班就读残疾学生数、送教上门残疾学生数、适龄残疾儿童少年数',
    });
  });

  test('a hole in the school table names the schools', () => {
    const { books: _, ...without } = amounts;
    expect(verdictsOf([row('甲', amounts), row('乙', without)])['composite-primary']).toBe('缺少乙的图书册数');
  });

  test('one school alone has no coefficient', () => {
    expect(verdictsOf([row('甲', amounts)])['composite-primary']).toBe('缺少学校表中至少两所小学（现有1所）');
  });

  test('figures stated and computed; a stated one wins', () => {
    const schools = [row('甲', amounts), row('乙', amounts)];
    const limits = assess(
      dataset(schools, {
        'work-score': 84.9,
        'satisfaction-satisfied': 900,
        'satisfaction-valid': 1000,
        'text:办学基本标准达标学校数|小学': 2,
        'disabled-enrolment-rate': 79.9,
        'disabled-children': 1,
        'disabled-special-school': 1,
        'disabled-inclusive': 0,
        'disabled-home': 0,
      }),
      basic,
    ).limits;
    const told = limits.flatMap(({ limit, actual, formula, verdict, gap }) =>
      actual === null ? [] : [[limit.id, actual.toString(), formula, verdict, gap?.toString()]],
    );
    expect(told).toEqual([
      ['gate-primary', '100', '2÷2×100', 'holds', undefined],
      ['composite-primary', '0', '各项差异系数的平均数', 'holds', undefined],
      ['work-score', '84.9', null, 'broken', '0.1'],
      ['satisfaction', '90', '900÷1000×100', 'holds', undefined],
      ['disabled-enrolment', '79.9', null, 'broken', '0.1'],
    ]);
  });

  test('a limit that nobody is sure of gives a hint', () => {
    const unsure = { ...basic, limits: basic.limits.map((limit) => ({ ...limit, confidence: 'unsure' as const })) };
    const assessment = assess(dataset([row('甲', amounts)], { 'work-score': 10 }), unsure);
    expect(assessment.limits.find(({ limit }) => limit.id === 'work-score')?.verdict).toBe('review');
    expect(isMissed(assessment)).toBe(false);
  });
});

describe('at least six of seven, the rest at 85 per cent', () => {
  const outcomeOf = (changes: Readonly<Record<string, number>>) => {
    const { schools } = assess(dataset([row('甲', { ...amounts, ...changes })]), quality);
    const [first] = schools;
    return [first?.met, first?.verdict, first?.missed.map(({ limit }) => limit.id), first?.belowFloor.length];
  };

  test.each([
    ['all seven', {}, [7, 'holds', [], 0]],
    ['one missed, at the floor', { 'teaching-area': 382.5 }, [6, 'holds', ['teaching-area-primary'], 0]],
    ['one missed, below the floor', { 'teaching-area': 382 }, [6, 'broken', ['teaching-area-primary'], 1]],
    [
      'two missed',
      { 'teaching-area': 449, 'sports-area': 749 },
      [5, 'broken', ['teaching-area-primary', 'sports-area-primary'], 0],
    ],
  ])('%s', (_, changes, expected) => expect(outcomeOf(changes)).toEqual(expected));

  test('an amount that is missing is no pass', () => {
    const { 'backbone-teachers': _, ...without } = amounts;
    const { schools } = assess(dataset([row('甲', without)]), quality);
    expect(schools[0]).toMatchObject({ verdict: 'unassessable', because: '缺少县级以上骨干教师数' });
  });

  test('the largest class is a limit of every school', () => {
    const { limits } = assess(dataset([row('甲', { ...amounts, 'largest-class': 46 })]), quality);
    const found = limits.find(({ limit }) => limit.id === 'largest-class-primary');
    expect([found?.school?.name, found?.verdict, found?.gap?.toString()]).toEqual(['甲', 'broken', '1']);
  });
});
