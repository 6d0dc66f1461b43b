import { describe, expect, it } from 'vitest';
import { judge } from '../../src/check/judge.ts';
import type { Relation } from '../../src/relations/relation.ts';
import { difference, product, sum } from '../support/relations.ts';

const told = (relation: Relation): string => {
  const { verdict, check } = judge(relation);
  return `${verdict} ${check}`;
};

describe('a total stands for half a unit of its last place on either side', () => {
  it.each([
    [sum('12.34', [12.335]), 'holds 12.335=12.335≈12.34'],
    [sum('12.34', [12.345]), 'holds 12.345=12.345≈12.34'],
    [sum('12.34', [12.3349]), 'broken 12.3349=12.3349≠12.34'],
    [sum('12.34', [12.3451]), 'broken 12.3451=12.3451≠12.34'],
    [sum('12.34', [12.3, 0.04]), 'holds 12.3+0.04=12.34'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });
});

describe('the halves of the parts add up', () => {
  // 260 ± 0.5, 41.3 ± 0.05 and 8.25 ± 0.005 make 309.55 ± 0.555
  it.each([
    [308.995, 'holds'],
    [308.9949, 'broken'],
    [310.105, 'holds'],
    [310.1051, 'broken'],
  ])('%d of 万元: %s', (total, verdict) => {
    expect(judge(sum(total * 10000, ['260万元', '41.3万元', '8.25万元'])).verdict).toBe(verdict);
  });

  it('tells both sides with the numbers that it compared', () => {
    const relation = sum('312万元', ['260万元', '41.3万元', '8.25万元']);
    expect(judge(relation)).toMatchObject({ relation, because: null, check: '260+41.3+8.25=309.55≠312' });
    expect([judge(relation).stated, judge(relation).computed].map(String)).toEqual(['3120000', '3095500']);
  });
});

describe('some parts of a total, after 其中', () => {
  const some = { partial: true };
  const all = { partial: true, exhaustive: true };
  const MISSING = '“其中”所列各项之和小于总数，可能未列全';
  it.each([
    ['less is as it should be', sum('100所', ['30所', '29所'], some), 'holds', '30+29=59<100', null],
    ['more never is', sum('100所', ['60所', '41所'], some), 'broken', '60+41=101≠100', null],
    ['what looks like all of them and is half', sum('100所', ['30所', '20所'], all), 'review', '30+20=50≠100', MISSING],
    ['what is less than half', sum('100所', ['30所', '19所'], all), 'holds', '30+19=49<100', null],
    [
      'less than half, where there can be no other parts',
      sum('100所', ['30所', '19所'], { partial: true, exhaustive: true, complete: true }),
      'review',
      '30+19=49≠100',
      MISSING,
    ],
    // half of the least that 100万元 may stand for is 49.75万元
    ['half of a rounded total', sum('100万元', ['49.75万元'], all), 'review', '49.75=49.75≠100', MISSING],
    ['less than half of a rounded total', sum('100万元', ['49.74万元'], all), 'holds', '49.74=49.74<100', null],
    ['without 其中', sum('100所', ['30所', '29所']), 'broken', '30+29=59≠100', null],
  ])('%s', (_, relation, verdict, check, because) => {
    expect(judge(relation)).toMatchObject({ verdict, check, because });
  });
});

describe('an excess that is one of the parts', () => {
  const COUNTED = '多出的数恰等于其中一项，该项可能已计入另一项';
  it.each([
    ['may be counted within another', sum('73所', ['51所', '22所', '4所']), 'review', COUNTED],
    ['one more is not', sum('72所', ['51所', '22所', '4所']), 'broken', null],
    ['one less is not', sum('74所', ['51所', '22所', '4所']), 'broken', null],
    ['of two parts would leave the other alone', sum('51所', ['51所', '22所']), 'broken', null],
    ['of nothing is no excess', sum('73所', ['51所', '22所', '0所']), 'holds', null],
    ['never explains a lack', sum('81所', ['51所', '22所', '4所']), 'broken', null],
  ])('%s', (_, relation, verdict, because) => {
    expect(judge(relation)).toMatchObject({ verdict, because });
  });
});

describe('a long column is told by its ends', () => {
  const column = (length: number): string[] => Array.from({ length }, (_, index) => `${index + 1}人`);
  it('of 24 parts all', () => {
    const left = column(24).map((part) => part.slice(0, -1));
    expect(told(sum('300人', column(24)))).toBe(`holds ${left.join('+')}=300`);
  });

  it('of 25 the first and the last three', () => {
    expect(told(sum('325人', column(25)))).toBe('holds 1+2+3+…+23+24+25（共25项）=325');
  });
});

describe('differences', () => {
  it.each([
    // 9.42 ± 0.005 less 8.15 ± 0.005 is 1.27 ± 0.01
    [difference('9.42万元', '8.15万元', 12600), 'holds 9.42-8.15=1.27≈1.26'],
    [difference('9.42万元', '8.15万元', 12800), 'holds 9.42-8.15=1.27≈1.28'],
    [difference('9.42万元', '8.15万元', 12599), 'broken 9.42-8.15=1.27≠1.2599'],
    [difference('9.42万元', '8.15万元', 12801), 'broken 9.42-8.15=1.27≠1.2801'],
    [difference('1842名', '1758人', '84人'), 'holds 1842-1758=84'],
    [difference('1842名', '1758人', '85人'), 'broken 1842-1758=84≠85'],
    // both end years count
    [difference(2022, 2019, '4年', 1), 'holds 2022-2019+1=4'],
    [difference(2022, 2019, '3年', 1), 'broken 2022-2019+1=4≠3'],
    [difference(2022, 2019, '3年'), 'holds 2022-2019=3'],
    // a fall from a negative rate
    [difference('5.2%', '-3.1%', '8.3个百分点'), 'holds 5.2-(-3.1)=8.3'],
    [difference('-3.1%', '5.2%', '-8.3%'), 'holds -3.1-5.2=-8.3'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });
});

describe('products', () => {
  it.each([
    [product(['45人', '28个'], '1260人'), 'holds 45×28=1260'],
    [product(['45人', '28个'], '1261人'), 'broken 45×28=1260≠1261'],
    [product(['3万元', '12个'], '36万元'), 'holds 3×12=36'],
    [product(['3万元', '12个'], 300_000), 'holds 30000×12=360000≈300000'],
    [product(['3万元', '12个'], 420_000), 'holds 30000×12=360000≈420000'],
    [product(['3万元', '12个'], 299_999), 'broken 30000×12=360000≠299999'],
    [product(['3万元', '12个'], 420_001), 'broken 30000×12=360000≠420001'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });
});

describe('a redacted number anywhere leaves nothing to test', () => {
  it.each([
    [sum('**', ['30所', '20所']), '合计与分项'],
    [sum('50所', ['30所', '**']), '合计与分项'],
    [difference('**', '8所', '1所'), '相差数'],
    [difference('9所', '**', '9所'), '相差数'],
    [difference('9所', '9所', '**'), '相差数'],
    [product(['**', '5个'], '0个'), '乘积'],
    [product(['4个', '0个'], '**'), '乘积'],
  ])('%#', (relation, check) => {
    expect(judge(relation)).toEqual({
      relation,
      verdict: 'unassessable',
      because: '有数字已隐去，无法核算',
      check,
      stated: null,
      computed: null,
    });
  });
});
