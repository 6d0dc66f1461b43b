import { describe, expect, it } from 'vitest';
import type { Datum } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { assess } from '../../src/standards/assess.ts';
import { countyFigure, nameOf } from '../../src/standards/county-figure.ts';
import { standard } from './own-standard.ts';
import { dataset, row } from './rows.ts';

const COUNTED = standard([], { coefficients: ['books-per-pupil', 'computers-per-hundred'] });
const SCHOOLS = [row('甲', { pupils: 1, books: 1, computers: 2 }), row('乙', { pupils: 1, books: 3, computers: 2 })];

/** value by formula, or what is missing */
const figure = (
  indicator: string,
  stage: '小学' | '初中' | null,
  data: Readonly<Record<string, number>> = {},
  schools = SCHOOLS,
): string => {
  const county = dataset(schools, data);
  const found = countyFigure(county, assess(county, COUNTED).stages, { indicator, stage });
  return found.value === null ? `缺${found.missing.join('、')}` : `${found.value.toString()} ${found.formula ?? ''}`;
};

describe('a stated figure', () => {
  it('wins over a computed one', () => {
    expect(figure('cv-books', '小学', { 'cv-books|小学': 0.4 })).toBe('0.4 ');
  });

  it('is that of the wanted name, stage, time and whole county', () => {
    const county = dataset([], { 'work-score': 90 });
    const [stated] = county.data;
    if (stated === undefined) throw new Error('one figure is stated');
    const others: Partial<Datum>[] = [
      { indicator: 'satisfaction' },
      { stage: '初中' },
      { period: '2023' },
      { scope: '城区' },
    ];
    const wrong = others.map((changes, index) => ({ ...stated, ...changes, value: new Decimal(index) }));
    const read = (data: readonly Datum[]) =>
      countyFigure({ ...county, data }, [], { indicator: 'work-score', stage: null }).value?.toString();
    expect(read([...wrong, stated])).toBe('90');
    expect(read([...wrong, { ...stated, period: '2024' }])).toBe('90');
    expect(read(wrong)).toBeUndefined();
  });
});

describe('difference coefficients', () => {
  it('are told singly and as their mean', () => {
    expect(figure('cv-books', '小学')).toBe('0.5 ');
    expect(figure('cv-composite', '小学')).toBe('0.25 各项差异系数的平均数');
  });

  it('that no standard counts are missing', () => {
    expect(figure('cv-sports-area', '小学')).toBe('缺小学生均体育运动场馆面积差异系数');
  });

  it.each([
    [3, '缺甲、乙、丙的图书册数'],
    [4, '缺甲、乙、丙等4所的图书册数'],
    [5, '缺甲、乙、丙等5所的图书册数'],
  ])('name up to three of %i schools that lack an amount', (count, expected) => {
    const without = Array.from('甲乙丙丁戊'.slice(0, count)).map((name) => row(name, { pupils: 1, computers: 2 }));
    expect(figure('cv-books', '小学', {}, [...SCHOOLS, ...without])).toBe(expected);
    expect(figure('cv-composite', '小学', {}, [...SCHOOLS, ...without])).toBe(expected);
  });

  it('of one indicator do not ask for another', () => {
    const empty = [row('丙', { pupils: 1 })];
    expect(figure('cv-books', '小学', {}, [...SCHOOLS, ...empty])).toBe('缺丙的图书册数');
    expect(figure('cv-composite', '小学', {}, [...SCHOOLS, ...empty])).toBe('缺丙的图书册数、丙的计算机台数');
  });

  it('of nothing but zeros name the amount', () => {
    expect(figure('cv-books', '小学', {}, [row('甲', { pupils: 1, books: 0, computers: 2 })])).toBe('缺图书册数');
  });

  it('of a stage without schools ask for them', () => {
    expect(figure('cv-composite', '初中')).toBe('缺学校表中的初中');
  });
});

describe('shares of counts', () => {
  it.each([
    ['satisfaction', { 'satisfaction-satisfied': 900, 'satisfaction-valid': 1000 }, '90 900÷1000×100'],
    ['satisfaction', { 'satisfaction-satisfied': 900, 'satisfaction-valid': 0 }, '缺满意度有效问卷数（现为0）'],
    ['satisfaction', { 'satisfaction-satisfied': 900 }, '缺满意度有效问卷数'],
    [
      'disabled-enrolment-rate',
      { 'disabled-special-school': 40, 'disabled-inclusive': 50, 'disabled-home': 6, 'disabled-children': 100 },
      '96 (40+50+6)÷100×100',
    ],
  ])('%s of %j', (indicator, data, expected) => {
    expect(figure(indicator, null, data)).toBe(expected);
  });

  it('count the schools in scope themselves', () => {
    expect(figure('standard-attainment-rate', '小学', { 'text:办学基本标准达标学校数|小学': 1 })).toBe('50 1÷2×100');
    expect(figure('standard-attainment-rate', '初中', { 'text:办学基本标准达标学校数|初中': 1 })).toBe(
      '缺初中列入测算学校数',
    );
  });
});

it('names a figure with its stage; a name of its own as it stands', () => {
  expect([nameOf('books', '小学'), nameOf('books'), nameOf('text:达标学校数', '初中')]).toEqual([
    '小学图书册数',
    '图书册数',
    '初中达标学校数',
  ]);
});
