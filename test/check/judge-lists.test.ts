import { describe, expect, it } from 'vitest';
import { judge } from '../../src/check/judge.ts';
import type { Claim, Relation } from '../../src/relations/relation.ts';
import { figure } from '../support/operands.ts';
import { listCount, numbering, range } from '../support/relations.ts';

const told = (relation: Relation): string => {
  const { verdict, check } = judge(relation);
  return `${verdict} ${check}`;
};
const sides = (relation: Relation): string[] => [judge(relation).stated, judge(relation).computed].map(String);

describe('announced lists', () => {
  const items = (count: number): string[] => Array.from('甲乙丙丁戊己庚辛壬'.slice(0, count));
  it.each([
    [listCount(3, items(3)), 'holds 共列出3项（甲；乙；丙）=3'],
    [listCount(4, items(3)), 'broken 共列出3项（甲；乙；丙）≠4'],
    [listCount(2, items(3)), 'broken 共列出3项（甲；乙；丙）≠2'],
    // 等: the list may name only some
    [listCount(3, items(3), true), 'holds 共列出3项（甲；乙；丙）=3'],
    [listCount(4, items(3), true), 'holds 共列出3项（甲；乙；丙）≤4'],
    [listCount(2, items(3), true), 'broken 共列出3项（甲；乙；丙）≠2'],
    [listCount(8, items(8)), 'holds 共列出8项（甲；乙；丙；丁；戊；己；庚；辛）=8'],
    [listCount(9, items(9)), 'holds 共列出9项（甲；乙；丙；丁；戊；己；庚；辛…）=9'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
    expect(sides(relation)).toEqual([String(relation.stated), String(relation.items.length)]);
  });
});

describe('numberings', () => {
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);
  it.each([
    [numbering([1, 2, 3]), 'holds 一,二,三=一,二,三'],
    [numbering([1, 2, 4]), 'broken 一,二,四≠一,二,三'],
    [numbering([2, 3]), 'broken 二,三≠一,二'],
    [numbering([1, 1]), 'broken 一,一≠一,二'],
    [numbering([9, 10, 11, 19, 20, 21, 99]), 'broken 九,十,十一,十九,二十,二十一,九十九≠一,二,三,四,五,六,七'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });

  it('holds beyond ten', () => expect(told(numbering(upTo(12)))).toMatch(/^holds .*,九,十,十一,十二=一,二,.*,十二$/));
});

describe('a part within its whole', () => {
  it.each([
    [range('45人', '45人'), 'holds 45≤45'],
    [range('46人', '45人'), 'broken 46>45'],
    [range('44人', '45人'), 'holds 44≤45'],
    // 4.6 ± 0.05 may be 4.55, and 4.5 ± 0.05 as much
    [range('4.6万人', '4.5万人'), 'holds 4.6≤4.5'],
    [range('4.7万人', '4.5万人'), 'broken 4.7>4.5'],
    [range('100.04%', 100, 'rate'), 'broken 100.04>100'],
    [range('100.0%', 100, 'rate'), 'holds 100≤100'],
    [range('8600平方米', '8600平方公里', 'size'), 'broken 8600平方米=8600平方公里'],
  ])('%#', (relation, expected) => {
    expect(told(relation)).toBe(expected);
  });

  it('states the whole and computes the part; of a size the other way round', () => {
    expect(sides(range('46人', '45人'))).toEqual(['45', '46']);
    expect(sides(range('8600平方米', '86平方公里', 'size'))).toEqual(['8600', '86']);
  });
});

it('a claim that figures contradict is broken', () => {
  const contradicted = [figure('3个'), figure('2个')];
  const claim: Claim = {
    type: 'claim',
    assertion: 'stated',
    span: { start: 0, end: 0 },
    reason: '',
    places: [],
    words: '全面消除',
    contradicted,
  };
  expect(judge(claim)).toMatchObject({ verdict: 'broken', because: null, check: '全面消除：3个，2个' });
  expect(sides(claim)).toEqual(['全面消除', '3个，2个']);
});
