import { describe, expect, it } from 'vitest';
import type { Datum } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { assess } from '../../src/standards/assess.ts';
import { type CountyFigure, countyFigure, nameOf } from '../../src/standards/county-figure.ts';
import { standard } from './own-standard.ts';
import { dataset, row } from './rows.ts';

const COUNTED = standard([], { coefficients: ['books-per-pupil', 'computers-per-hundred'] });
const SCHOOLS = [row('甲', { pupils: 1, books: 1, computers: 2 }), row('乙', { pupils: 1, books: 3, computers: 2 })];

/** value by formula, or what is missing */
const told = (found: CountyFigure): string =>
  found.value === null ? `缺${found.missing.join('、')}` : `${found.value.toString()} ${found.formula ?? ''}`;

const figure = (
  indicator: string,
  stage: '小学' | '初中' | null,
  data: Readonly<Record<string, number>> = {},
  schools = SCHOOLS,
  by = COUNTED,
): string => {
  const county = dataset(schools, data);
  return told(countyFigure(county, assess(county, by).stages, { indicator, stage }));
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

  it.each([
    ['text:教师工资', '9 '],
    ['text:全县教师平均工资', '9 '],
    ['text:教师的平均绩效工资', '9 '],
    ['text:教师平均工资增幅', '缺某数'],
    ['text:平均工资', '缺某数'],
  ])('by a name that the standard knows it by: %s', (stated, expected) => {
    const county = dataset([], { 'text:某一数': 8, [stated]: 9 });
    expect(told(countyFigure(county, [], { indicator: 'text:某数', stage: null, names: ['教师…工资'] }))).toBe(
      expected,
    );
  });
});

describe('figures of another year', () => {
  const before = (indicator: string, data: Readonly<Record<string, number>>, periods: readonly (string | null)[]) => {
    const county = dataset(SCHOOLS, data);
    const dated = county.data.map((datum, index) => ({ ...datum, period: periods[index] ?? null }));
    const { stages } = assess(county, COUNTED);
    return told(countyFigure({ ...county, data: dated }, stages, { indicator, stage: '小学' }, '2023'));
  };
  const BUDGET = { 'education-budget|小学': 30, 'fiscal-expenditure|小学': 200 };

  it('are those of that year; what tells no year is of the report’s', () => {
    expect(before('books', { 'books|小学': 500 }, ['2023'])).toBe('500 ');
    expect(before('books', { 'books|小学': 500 }, ['2024'])).toBe('缺小学图书册数');
    expect(before('books', { 'books|小学': 500 }, [null])).toBe('缺小学图书册数');
  });

  it('follow from others of that year', () => {
    expect(before('education-share', BUDGET, ['2023', '2023'])).toBe('15 30÷200×100');
    expect(before('education-share', BUDGET, ['2023', '2024'])).toBe('缺小学财政支出');
  });

  it('do not follow from the school table, which is of the report’s', () => {
    expect(before('cv-books', {}, [])).toBe('缺小学生均图书册数差异系数');
    const reached = { 'text:办学基本标准达标学校数|小学': 1 };
    expect(before('standard-attainment-rate', reached, ['2023'])).toBe('缺小学列入测算学校数');
  });
});

describe('amounts of the county', () => {
  it.each<[string, Readonly<Record<string, number>>, string]>([
    ['are the sum of both stages', { 'pupils|小学': 600, 'pupils|初中': 400 }, '1000 '],
    ['are not the sum where the county tells them', { pupils: 1100, 'pupils|小学': 600, 'pupils|初中': 400 }, '1100 '],
    ['are not known from the primary schools alone', { 'pupils|小学': 600 }, '缺在校生数'],
    ['are not known from the junior schools alone', { 'pupils|初中': 400 }, '缺在校生数'],
  ])('%s', (_, data, expected) => {
    expect(figure('pupils', null, data)).toBe(expected);
  });

  it('are no amounts of a stage', () => {
    expect(figure('pupils', '小学', { pupils: 1100, 'pupils|初中': 400 })).toBe('缺小学在校生数');
  });

  it('do not add where they are rates', () => {
    expect(figure('satisfaction', null, { 'satisfaction|小学': 90, 'satisfaction|初中': 80 })).toBe(
      '缺满意问卷数、满意度有效问卷数',
    );
  });
});

describe('the largest class', () => {
  const FORMULA = '学校表各校最大班额中最大的';
  const of = (name: string, size: number | null, changes: Parameters<typeof row>[2] = {}) =>
    row(name, { pupils: 100, ...(size === null ? {} : { 'largest-class': size }) }, changes);
  const [small, large, junior] = [of('甲', 44), of('乙', 45), of('丙', 50, { part: '初中' })];
  it.each([
    ['of a stage is that of its schools', '小学', [large, small, junior], `45 ${FORMULA}`],
    ['of the county is that of all', null, [large, small, junior], `50 ${FORMULA}`],
    ['of one school is its own', null, [small], `44 ${FORMULA}`],
    ['may be that of a school out of scope', '小学', [small, of('丁', 60, { owner: '民办' })], `60 ${FORMULA}`],
    ['is not known where a school does not tell', null, [small, of('丁', null)], '缺最大班额'],
    ['is not known where no school tells', null, [of('丁', null)], '缺最大班额'],
    ['is not known without schools', '初中', [small], '缺初中最大班额'],
  ] as const)('%s', (_, stage, schools, expected) => {
    expect(figure('largest-class', stage, {}, [...schools], standard([], { excludes: ['民办学校'] }))).toBe(expected);
  });

  it('of every school is no other figure of the county', () => {
    expect(figure('books', '小学', {}, [small])).toBe('缺小学图书册数');
  });
});

describe('difference coefficients', () => {
  it('are told singly and as their mean', () => {
    expect(figure('cv-books', '小学')).toBe('0.5 ');
    expect(figure('cv-composite', '小学')).toBe('0.25 各项差异系数的平均数');
  });

  it.each([
    ['its own', row('甲', { pupils: 1, books: 1, computers: 2 })],
    ['nothing told', row('甲', { pupils: 1 })],
  ])('of one school alone are none, with %s', (_, alone) => {
    expect(figure('cv-books', '小学', {}, [alone])).toBe('缺学校表中至少两所小学（现有1所）');
    expect(figure('cv-composite', '小学', {}, [alone])).toBe('缺学校表中至少两所小学（现有1所）');
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

  it('ask for the pupils where a school has what they divide', () => {
    expect(figure('cv-books', '小学', {}, [...SCHOOLS, row('丙', { books: 5 })])).toBe('缺丙的在校生数');
  });

  it('of nothing but zeros name the amount', () => {
    const empty = { pupils: 1, books: 0, computers: 2 };
    expect(figure('cv-books', '小学', {}, [row('甲', empty), row('乙', empty)])).toBe('缺图书册数');
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
    [
      'migrant-public-rate',
      { 'text:公办学校就读随迁子女数': 84, 'migrant-pupils|小学': 60, 'migrant-pupils|初中': 40 },
      '84 84÷100×100',
    ],
  ])('%s of %j', (indicator, data, expected) => {
    expect(figure(indicator, null, data)).toBe(expected);
  });

  it.each([
    ['text:教师与公务员平均工资之比', { 'teacher-average-pay': 9, 'civil-servant-average-pay': 10 }, '0.9 9÷10'],
    [
      'text:地方教育附加与教育费附加之比',
      { 'local-education-surcharge': 2, 'education-surcharge': 3.2 },
      '0.625 2÷3.2',
    ],
    ['text:教职工与学生之比', { 'pupils|小学': 600, 'pupils|初中': 400, staff: 80 }, '12.5 1000÷80'],
  ])('%s is no percentage', (indicator, data, expected) => {
    expect(figure(indicator, null, data)).toBe(expected);
  });

  it('count the schools in scope themselves', () => {
    expect(figure('standard-attainment-rate', '小学', { 'text:办学基本标准达标学校数|小学': 1 })).toBe('50 1÷2×100');
    expect(figure('standard-attainment-rate', '初中', { 'text:办学基本标准达标学校数|初中': 1 })).toBe(
      '缺初中列入测算学校数',
    );
    const both = [...SCHOOLS, row('丙', { pupils: 1, books: 1, computers: 1 }, { part: '初中' })];
    expect(figure('standard-attainment-rate', null, { 'text:办学基本标准达标学校数': 2 }, both)).toMatch(/÷3×100$/u);
    expect(figure('standard-attainment-rate', null, { 'text:办学基本标准达标学校数': 2 }, [])).toBe('缺列入测算学校数');
  });
});

it('names a figure with its stage; a name of its own as it stands', () => {
  expect([nameOf('books', '小学'), nameOf('books'), nameOf('text:达标学校数', '初中')]).toEqual([
    '小学图书册数',
    '图书册数',
    '初中达标学校数',
  ]);
});
