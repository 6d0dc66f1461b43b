import { describe, expect, it } from 'vitest';
import { judge } from '../../src/check/judge.ts';
import type { Relation } from '../../src/relations/relation.ts';
import { growth, growthByAmount, quotient, share } from '../support/relations.ts';

const told = (relation: Relation): string => {
  const { verdict, check } = judge(relation);
  return `${verdict} ${check}`;
};
const computed = (relation: Relation): string => String(judge(relation).computed);

describe('quotients', () => {
  it.each([
    [quotient(['96名'], '48个', '2名'), 'holds 96÷48=2'],
    [quotient(['96名'], '48个', '3名'), 'broken 96÷48=2≠3'],
    [quotient(['30台'], '200人', '15台', 100), 'holds 30÷200×100=15'],
    [quotient(['30台'], '200人', '16台', 100), 'broken 30÷200×100=15≠16'],
    [quotient(['10所', '11所'], '2个', '10.5所'), 'holds (10+11)÷2=10.5'],
    [quotient(['96万元', '95万元'], '48所', '4万元'), 'holds (96+95)÷48=3.9792≈4'],
    // 100 ± 0.5 over 8 is 12.5 ± 0.0625
    [quotient(['100万元'], '8所', 125_625), 'holds 100÷8=12.5≈12.5625'],
    [quotient(['100万元'], '8所', 125_626), 'broken 100÷8=12.5≠12.5626'],
    [quotient(['100万元'], '8所', 124_375), 'holds 100÷8=12.5≈12.4375'],
    [quotient(['100万元'], '8所', 124_374), 'broken 100÷8=12.5≠12.4374'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });
});

describe('a quotient is rounded to the places of the printed one, to two at least and to four at most', () => {
  it.each([
    ['7元', '6.67', 'holds 20÷3=6.6667≈7'],
    ['6.7元', '6.67', 'holds 20÷3=6.6667≈6.7'],
    ['6.67元', '6.67', 'holds 20÷3=6.67'],
    ['6.667元', '6.667', 'holds 20÷3=6.667'],
    ['6.6667元', '6.6667', 'holds 20÷3=6.6667'],
    ['6.66667元', '6.6667', 'holds 20÷3=6.6667≈6.6667'],
  ])('%s', (printed, value, check) => {
    const relation = quotient(['20元'], '3个', printed);
    expect([computed(relation), told(relation)]).toEqual([value, check]);
  });

  it('where it is told in 万 the rounding is left to the telling', () => {
    const relation = quotient(['200万元'], '3年', '66.67万元');
    expect(computed(relation)).toMatch(/^666666\.6{30,}7$/);
    expect(told(relation)).toBe('holds 200÷3=66.6667≈66.67');
  });
});

describe('shares', () => {
  it.each([
    // an eighth may print as 12 or as 13 per cent, a hair more or less may not
    [share(['1250人'], '10000人', '12%'), 'holds 1250÷10000=12.5%'],
    [share(['1250人'], '10000人', '13%'), 'holds 1250÷10000=12.5%'],
    [share(['1251人'], '10000人', '12%'), 'broken 1251÷10000=12.51%≠12%'],
    [share(['1249人'], '10000人', '13%'), 'broken 1249÷10000=12.49%≠13%'],
    // 12 ± 0.5 of 96 ± 0.5 万 is 11.92 to 13.09 per cent
    [share(['12万人'], '96万人', '13.1%'), 'holds 12÷96=12.5%'],
    [share(['12万人'], '96万人', '13.2%'), 'broken 12÷96=12.5%≠13.2%'],
    [share(['12万人'], '96万人', '11.9%'), 'holds 12÷96=12.5%'],
    [share(['12万人'], '96万人', '11.8%'), 'broken 12÷96=12.5%≠11.8%'],
    [share(['20人', '25人'], '69人', '65.2%'), 'holds (20+25)÷69=65.22%'],
    [share(['20人', '25人', '1人'], '69人', '65.2%'), 'broken (20+25+1)÷69=66.67%≠65.2%'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });

  it.each([
    ['67%', '66.67'],
    ['66.7%', '66.67'],
    ['66.667%', '66.667'],
  ])('of two thirds, printed %s, %s is computed', (printed, value) => {
    const relation = share(['2人'], '3人', printed);
    expect([computed(relation), told(relation)]).toEqual([value, `holds 2÷3=${value}%`]);
  });
});

describe('growth, rising and falling', () => {
  const falling = { falling: true };
  it.each([
    [growth('1000人', '1125人', '12%'), 'holds (1125-1000)÷1000=12.5%'],
    [growth('1000人', '1125人', '13%'), 'holds (1125-1000)÷1000=12.5%'],
    [growth('10000人', '11251人', '12%'), 'broken (11251-10000)÷10000=12.51%≠12%'],
    [growth('10000人', '11249人', '13%'), 'broken (11249-10000)÷10000=12.49%≠13%'],
    [growth('1000人', '875人', '12%', falling), 'holds (1000-875)÷1000=12.5%'],
    [growth('1000人', '875人', '13%', falling), 'holds (1000-875)÷1000=12.5%'],
    [growth('10000人', '8749人', '12%', falling), 'broken (10000-8749)÷10000=12.51%≠12%'],
    [growth('10000人', '8751人', '13%', falling), 'broken (10000-8751)÷10000=12.49%≠13%'],
    [growth('1000人', '875人', '12.5%'), 'broken (875-1000)÷1000=-12.5%≠12.5%'],
    // 8.0 ± 0.05 to 9.0 ± 0.05 grows by 11.18… to 13.83… per cent
    [growth('8.0万元', '9.0万元', '13.8%'), 'holds (9-8)÷8=12.5%'],
    [growth('8.0万元', '9.0万元', '13.9%'), 'broken (9-8)÷8=12.5%≠13.9%'],
    [growth('8.0万元', '9.0万元', '11.2%'), 'holds (9-8)÷8=12.5%'],
    [growth('8.0万元', '9.0万元', '11.1%'), 'broken (9-8)÷8=12.5%≠11.1%'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });
});

describe('growth a year, compounded', () => {
  it.each([
    [growth('1000人', '1331人', '10%', { years: 3 }), 'holds (1331÷1000)^(1/3)-1=10%'],
    [growth('1000人', '1331人', '11%', { years: 3 }), 'broken (1331÷1000)^(1/3)-1=10%≠11%'],
    [growth('1000人', '1331人', '33.1%', { years: 3 }), 'broken (1331÷1000)^(1/3)-1=10%≠33.1%'],
    [growth('1000人', '1331人', '15.4%', { years: 2 }), 'holds (1331÷1000)^(1/2)-1=15.37%'],
    [growth('500人', '405人', '10%', { falling: true, years: 2 }), 'holds 1-(405÷500)^(1/2)=10%'],
    [quotient(['3102人'], '19所', '163人'), 'holds 3102÷19=163.2632≈163'],
    [quotient(['3000万元'], '1200万元', '2.5倍'), 'holds 3000÷1200=2.5'],
    [quotient(['3000万元'], '1200万元', '3.1倍'), 'broken 3000÷1200=2.5≠3.1'],
    [quotient(['3万人'], '12000人', '2.5倍'), 'holds 30000÷12000=2.5'],
    [quotient(['3102人'], '19所', '162人'), 'broken 3102÷19=163.2632≠162'],
    [quotient(['1751人'], '250所', '7.01人'), 'broken 1751÷250=7.004≠7.01'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });

  it.each([
    ['a tenth a year', growth('500人', '405人', '10%', { falling: true, years: 2 }), 'holds', '10'],
    ['not the whole fall', growth('500人', '405人', '19%', { falling: true, years: 2 }), 'broken', '10'],
    ['to what may be a hair below nothing', growth('9.0', '0.0', '100%', { falling: true, years: 2 }), 'holds', '100'],
  ])('falling: %s', (_, relation, verdict, value) => {
    expect([judge(relation).verdict, computed(relation)]).toEqual([verdict, value]);
  });
});

describe('growth by an amount: the base is what was there before', () => {
  it.each([
    [growthByAmount('4200人', '200人', '5%'), 'holds 200÷(4200-200)=5%'],
    [growthByAmount('4200人', '200人', '4.76%'), 'broken 200÷(4200-200)=5%≠4.76%'],
    [growthByAmount('3800人', '200人', '5%', true), 'holds 200÷(3800+200)=5%'],
    [growthByAmount('3800人', '200人', '5.26%', true), 'broken 200÷(3800+200)=5%≠5.26%'],
    // 2.0 ± 0.05 over 40.0 ± 0.1 万 is 4.86… to 5.13… per cent
    [growthByAmount('42.0万元', '2.0万元', '5.14%'), 'holds 2÷(42-2)=5%'],
    [growthByAmount('42.0万元', '2.0万元', '5.15%'), 'broken 2÷(42-2)=5%≠5.15%'],
    [growthByAmount('38.0万元', '2.0万元', '5.14%', true), 'holds 2÷(38+2)=5%'],
    [growthByAmount('38.0万元', '2.0万元', '5.15%', true), 'broken 2÷(38+2)=5%≠5.15%'],
    [growthByAmount('42.0万元', '2.0万元', '4.86%'), 'holds 2÷(42-2)=5%'],
    [growthByAmount('42.0万元', '2.0万元', '4.85%'), 'broken 2÷(42-2)=5%≠4.85%'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });
});

describe('nothing to divide by, or a redacted number: not assessable', () => {
  it.each([
    [quotient(['10人'], 0, '5人'), '除数为零'],
    [share(['10人'], '0人', '5%'), '总数为零'],
    [growth(0, 10, '5%'), '基数为零'],
    [growth('不足100人', '100人', '5%'), '基数为零'],
    [growthByAmount('180人', '180人', '5%'), '基数为零'],
    [growthByAmount('190人', '约180人', '5%'), '基数为零'],
    [quotient(['**'], '2人', '0人'), '平均数'],
    [quotient(['10人'], '**', '5人'), '平均数'],
    [quotient(['10人'], '2人', '**'), '平均数'],
    [share(['**'], '10人', '0%'), '占比'],
    [share(['10人'], '**', '5%'), '占比'],
    [share(['0人'], '10人', '**'), '占比'],
    [growth('**', '10人', '5%'), '增长率'],
    [growth('10人', '**', '-100%'), '增长率'],
    [growth('10人', '10人', '**'), '增长率'],
    [growthByAmount('**', '10人', '-100%'), '增长率'],
    [growthByAmount('10人', '**', '0%'), '增长率'],
    [growthByAmount('10人', '0人', '**'), '增长率'],
  ])('%#', (relation, check) => {
    expect(judge(relation)).toMatchObject({ verdict: 'unassessable', check, stated: null, computed: null });
  });
});
