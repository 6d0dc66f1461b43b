import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';
import type { SchoolRow } from '../../src/model/dataset.ts';
import { assess } from '../../src/standards/assess.ts';
import { splitCombinedSchools } from '../../src/standards/combined-schools.ts';
import { standard } from './own-standard.ts';
import { dataset, row } from './rows.ts';

const whole = (school: SchoolRow): SchoolRow => ({ ...school, conditions: 'whole' });
const part = (stage: '小学' | '初中', amounts: Readonly<Record<string, number>>, type = '九年一贯制学校') =>
  whole(row('双桥学校', amounts, { part: stage, type }));
const told = (schools: readonly SchoolRow[], id = 'books') => {
  const { schools: rows, splits, doubts } = splitCombinedSchools(schools);
  return {
    amounts: rows.map(({ amounts }) => amounts.get(id)?.toDecimalPlaces(4).toString() ?? '—'),
    formulas: splits.map(({ ratio, formula }) => `${ratio} ${formula}`),
    doubts: doubts.map(({ because }) => because),
  };
};

describe('the official ratios', () => {
  it('九年一贯制 1:1.1', () => {
    expect(told([part('小学', { pupils: 500, books: 10000 }), part('初中', { pupils: 300, books: 10000 })])).toEqual({
      // 500 and 330 of 830
      amounts: ['6024.0964', '3975.9036'],
      formulas: ['1:1.1 1×500÷(1×500+1.1×300)', '1:1.1 1.1×300÷(1×500+1.1×300)'],
      doubts: [],
    });
  });

  it('完全中学 1:1.2, with the senior pupils told beside', () => {
    const school = part('初中', { pupils: 600, 'senior-pupils': 500, books: 24000 }, '完全中学');
    expect(told([school])).toEqual({
      amounts: ['12000'],
      formulas: ['1:1.2 1×600÷(1×600+1.2×500)'],
      doubts: [],
    });
  });

  it('十二年一贯制 1:1.1:1.32', () => {
    const type = '十二年一贯制学校';
    const schools = [
      part('小学', { pupils: 100, books: 3420, 'senior-pupils': 100 }, type),
      part('初中', { pupils: 100 }, type),
    ];
    // 100, 110 and 132 of 342
    expect(told(schools).amounts).toEqual(['1000', '1100']);
  });

  it('teachers are told by stage and are not divided', () => {
    const schools = [
      part('小学', { pupils: 500, 'full-time-teachers': 30 }),
      part('初中', { pupils: 300, 'full-time-teachers': 25 }),
    ];
    expect(told(schools, 'full-time-teachers').amounts).toEqual(['30', '25']);
  });

  it('the parts make up the whole', () => {
    const count = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(count, count, count, (primary, junior, books) => {
        const { schools } = splitCombinedSchools([
          part('小学', { pupils: primary, books }),
          part('初中', { pupils: junior, books }),
        ]);
        const sum = schools.reduce((total, { amounts }) => total.plus(amounts.get('books') ?? 0), new Decimal(0));
        return sum.minus(books).abs().lt('1e-30');
      }),
    );
  });
});

describe('what is not divided', () => {
  it('rows that do not say so, whatever is blank in them', () => {
    const schools = [
      row('双桥学校', { pupils: 500, books: 10000 }, { type: '九年一贯制学校' }),
      row('双桥学校', { pupils: 300 }, { part: '初中', type: '九年一贯制学校' }),
    ];
    expect(told(schools)).toEqual({ amounts: ['10000', '—'], formulas: [], doubts: [] });
  });

  it('a 完全中学 without its senior pupils: missing, not the whole', () => {
    expect(told([part('初中', { pupils: 600, books: 24000 }, '完全中学')])).toEqual({
      amounts: ['—'],
      formulas: [],
      doubts: ['缺少高中学生数，不能按全校数折算'],
    });
  });

  it('two values for one whole', () => {
    const { amounts, doubts } = told([
      part('小学', { pupils: 500, books: 10000 }),
      part('初中', { pupils: 300, books: 9000 }),
    ]);
    expect(amounts).toEqual(['—', '—']);
    expect(doubts[0]).toBe('各学段填写的全校数不一致（10000、9000），没有折算');
  });

  it('a school that has no parts', () => {
    const school = whole(row('甲', { pupils: 500, books: 10000 }));
    expect(told([school]).doubts).toEqual(['“小学”没有折算比例，不能按全校数折算']);
  });

  it('equal numbers in both parts are asked about', () => {
    const same = { 'teaching-area': 3000, 'sports-area': 5000, books: 10000 };
    const schools = [
      row('双桥学校', { pupils: 500, ...same }, { type: '九年一贯制学校' }),
      row('双桥学校', { pupils: 300, ...same }, { part: '初中', type: '九年一贯制学校' }),
    ];
    expect(told(schools).doubts).toEqual(['两个学段填写的办学条件完全相同，请核对是否为没有折算的全校数']);
  });
});

it('an assessment computes with the shares', () => {
  const schools = [part('小学', { pupils: 100, books: 2100 }), part('初中', { pupils: 100, books: 2100 })];
  const { stages, splits } = assess(dataset(schools), standard([], { coefficients: ['books-per-pupil'] }));
  expect(stages.map(({ indicators }) => indicators[0]?.mean?.toString())).toEqual(['10', '11']);
  expect(splits.length).toBe(2);
});
