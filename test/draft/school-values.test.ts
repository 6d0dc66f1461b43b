import { describe, expect, it } from 'vitest';
import { schoolValue } from '../../src/draft/schools.ts';
import type { SchoolRow } from '../../src/model/dataset.ts';
import type { Standard } from '../../src/standards/standard.ts';
import { standard } from '../standards/own-standard.ts';
import { dataset, row } from '../standards/rows.ts';

const at = (line: number, school: SchoolRow): SchoolRow => ({ ...school, source: { sheet: '学校', row: line } });
const SCHOOLS = [
  at(2, row('甲', { pupils: 1, books: 3, computers: 1 })),
  at(3, row('乙', { pupils: 4, books: 2, computers: 4 })),
  at(5, row('丙', { pupils: 10, books: 10 }, { part: '初中' })),
  at(6, row('丁', { pupils: 9, books: 90 }, { owner: '民办' })),
];

/** A school of one pupil with one of everything, and so many books. */
function eight(books: number | null): SchoolRow {
  const amounts = { pupils: 1, 'teaching-area': 1, 'sports-area': 1, 'equipment-value': 1, computers: 1 };
  const teachers = { 'full-time-teachers': 1, 'teachers-above-required-degree': 1, 'teachers-intermediate-title': 1 };
  return row('甲', { ...amounts, ...teachers, ...(books === null ? {} : { books }) });
}

/** value by formula from cells, or what is wanted */
const told = (
  indicator: string,
  part: '小学' | '初中' = '小学',
  schools: readonly SchoolRow[] = SCHOOLS,
  by: Standard | null = null,
): string => {
  const found = schoolValue(dataset(schools), indicator, part, by);
  if (found === null) return 'null';
  if ('wanted' in found) return `缺${found.wanted.join('、')}`;
  return `${found.value.toString()} ${found.source.formula} ${found.source.inputs.map(({ cell }) => cell).join('、')}`;
};

describe('of the schools of one stage that count', () => {
  it.each([
    ['text:列入测算学校数', '2 学校表中列入测算的小学（部）数 第2—3行'],
    ['books', '5 各校图书册数之和 第2—3行'],
    ['books-per-pupil', '1 各校图书册数之和÷各校在校生数之和 第2—3行'],
    ['computers-per-hundred', '100 各校计算机台数之和÷各校在校生数之和×100 第2—3行'],
    // 3 and 0.5 a pupil around 1
    ['cv-books', '1 生均图书册数的标准差（按在校生数加权）÷县域均值 第2—3行'],
    ['gdp', 'null'],
  ])('%s', (indicator, expected) => {
    expect(told(indicator)).toBe(expected);
  });

  it('pupils matter only where they are divided by', () => {
    expect(told('books', '小学', [row('甲', { pupils: 0, books: 5 })])).toMatch(/^5 /);
  });

  it('one that the county itself leaves out is not among them', () => {
    const out = { ...row('丙', { pupils: 9, books: 9 }), leftOut: '新办，未招满' };
    expect(told('books', '小学', [...SCHOOLS, out])).toMatch(/^5 /);
  });

  it('the other stage is told apart', () => expect(told('books', '初中')).toBe('10 各校图书册数之和 第5行'));

  it('the composite is the mean of the eight, or none', () => {
    expect(told('cv-composite', '小学', [eight(1), eight(3)])).toMatch(/^0\.0625 八项指标差异系数的算术平均数/);
    expect(told('cv-composite', '小学', [eight(1), eight(null)])).toBe('缺学校表中各小学的图书册数');
  });
});

describe('a standard', () => {
  it('says which schools count, else the table does', () => {
    const counted = (by: Standard | null) => told('text:列入测算学校数', '小学', SCHOOLS, by).split(' ')[0];
    const [all, noPrivate] = [[], ['民办学校']].map((excludes) => standard([], { excludes }));
    expect([null, all, noPrivate].map((by) => counted(by ?? null))).toEqual(['2', '3', '2']);
  });

  it.each([
    ['above-required-degree-per-hundred', '每百名学生拥有高于规定学历教师数'],
    ['above-required-degree-per-pupil', '生均高于规定学历教师数'],
    ['books-per-pupil', '生均高于规定学历教师数'],
    [null, '生均高于规定学历教师数'],
  ])('names what a coefficient is of, where two indicators have the same: %s', (counts, expected) => {
    const by = counts === null ? null : standard([], { coefficients: [counts] });
    expect(told('cv-above-required-degree', '小学', [eight(1), eight(3)], by)).toBe(
      `0 ${expected}的标准差（按在校生数加权）÷县域均值 第2行、第2行`,
    );
  });

  it('takes off an amount what it does not count, in what is per pupil and not in sums', () => {
    const schools = [3, 5].map((area) => row('甲', { pupils: 1, 'teaching-area': area, 'indoor-sports-area': 2 }));
    const from = { id: 'indoor', amount: 'indoor-sports-area', from: 'teaching-area', clause: '' };
    const by = standard([], { deductions: [from] });
    const values = (of: Standard | null) =>
      ['teaching-area', 'teaching-area-per-pupil', 'cv-teaching-area'].map(
        (indicator) => told(indicator, '小学', schools, of).split(' ')[0],
      );
    expect([values(null), values(by)]).toEqual([
      ['8', '4', '0.25'],
      ['8', '2', '0.5'],
    ]);
  });
});

describe('rows far apart are told one by one', () => {
  it.each([
    [[2, 3, 4], '第2—4行'],
    [[2, 4, 5], '第2行、第4—5行'],
    [[3, 2], '第3行、第2行'],
  ])('%j', (lines, expected) => {
    const schools = lines.map((line) => at(line, row('甲', { books: 1 })));
    expect(told('books', '小学', schools).split(' ').at(-1)).toBe(expected);
  });

  it('so are those of another sheet', () => {
    const [first, second] = [at(2, row('甲', { books: 1 })), at(3, row('乙', { books: 1 }))];
    const elsewhere = { ...second, source: { sheet: '学校二', row: 3 } };
    expect(told('books', '小学', [first, elsewhere]).split(' ').at(-1)).toBe('第2行、第3行');
  });
});

describe('what the table lacks', () => {
  const without = [row('甲', { pupils: 1 }), row('乙', { pupils: 1, books: 1 })];
  it.each([
    ['books', [], '缺学校表中的小学'],
    ['text:列入测算学校数', [], '缺学校表中的小学'],
    ['books', without, '缺学校表中各小学的图书册数'],
    ['books-per-pupil', without, '缺学校表中各小学的图书册数'],
    ['books', [row('甲', { books: 0 })], '缺学校表中各小学的图书册数（现为0）'],
    ['books-per-pupil', [row('甲', { books: 1, pupils: 0 })], '缺学校表中各小学的在校生数（现为0）'],
    [
      'books-per-pupil',
      [row('甲', { books: 1, pupils: 0 }), row('乙', { books: 1, pupils: 1 })],
      '缺学校表中各小学的图书册数（现为0）',
    ],
    ['cv-composite', [], '缺学校表中的小学'],
    ['cv-books', [row('甲', { books: 1, pupils: 1 })], '缺学校表中至少两所小学（现有1所）'],
    [
      'cv-books',
      [row('甲', { books: -5, pupils: 1 }), row('乙', { books: -5, pupils: 1 })],
      '缺学校表中各小学的图书册数',
    ],
  ])('%s', (indicator, schools, expected) => {
    expect(told(indicator, '小学', schools)).toBe(expected);
  });
});
