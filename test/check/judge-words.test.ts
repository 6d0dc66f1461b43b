import { describe, expect, it } from 'vitest';
import { judge } from '../../src/check/judge.ts';
import type { All, Claim, Relation } from '../../src/relations/relation.ts';
import { figure } from '../support/operands.ts';
import { equal, range, threshold, trend } from '../support/relations.ts';

const told = (relation: Relation): string => {
  const { verdict, check } = judge(relation);
  return `${verdict} ${check}`;
};
const sides = (relation: Relation): string[] => [judge(relation).stated, judge(relation).computed].map(String);

describe('all are a hundred per cent, none are zero', () => {
  const all = (share: string, word: string, expected: 100 | 0): All => ({
    type: 'all',
    assertion: 'stated',
    span: { start: 0, end: 0 },
    share: figure(share),
    word,
    expected,
  });
  it.each([
    [all('100%', '全部', 100), 'holds 全部=100%', ['100', '100']],
    [all('99.9%', '全部', 100), 'broken 全部=100%≠99.9%', ['99.9', '100']],
    [all('0%', '没有', 0), 'holds 没有=0%', ['0', '0']],
    [all('0.1%', '没有', 0), 'broken 没有=0%≠0.1%', ['0.1', '0']],
  ])('%#', (relation, expected, stated) => {
    expect([told(relation), sides(relation)]).toEqual([expected, stated]);
  });
});

describe('trends', () => {
  const FLAT = '有相邻两年持平';
  it.each([
    [trend(['680元', '700元', '720元'], true), 'holds', '680<700；700<720', null],
    [trend(['680元', '680元', '720元'], true), 'review', '680=680；680<720', FLAT],
    [trend(['680元', '720元', '700元'], true), 'broken', '680<720；720>700', null],
    [trend(['680元', '680元', '670元'], true), 'broken', '680=680；680>670', null],
    [trend(['720元', '700元', '680元'], false), 'holds', '720>700；700>680', null],
    [trend(['720元', '720元', '680元'], false), 'review', '720=720；720>680', FLAT],
    [trend(['720元', '680元', '700元'], false), 'broken', '720>680；680<700', null],
    [trend(['1.2万元', '1.3万元'], true), 'holds', '1.2<1.3', null],
    // what is redacted in between is passed over
    [trend(['680元', '**', '720元'], true), 'holds', '680<720', null],
  ])('%#', (relation, verdict, check, because) => {
    expect(judge(relation)).toMatchObject({ verdict, check, because });
  });

  it('of one visible number there is none', () => {
    const relation = trend(['680元', '**'], true, '逐年提高');
    expect(judge(relation)).toMatchObject({ verdict: 'unassessable', check: '逐年提高' });
  });

  it('tells the words beside the series', () => {
    expect(sides(trend(['680元', '700元'], true, '逐年提高'))).toEqual(['逐年提高', '680→700']);
  });
});

describe('thresholds, on the boundary and a hair beside it', () => {
  it.each([
    ['>', '0.49%', 'broken 0.49≤0.5'],
    ['>', '0.50%', 'broken 0.5≤0.5'],
    ['>', '0.51%', 'holds 0.51>0.5'],
    ['>=', '0.49%', 'broken 0.49<0.5'],
    ['>=', '0.50%', 'holds 0.5≥0.5'],
    ['>=', '0.51%', 'holds 0.51≥0.5'],
    ['<', '0.49%', 'holds 0.49<0.5'],
    ['<', '0.50%', 'broken 0.5≥0.5'],
    ['<', '0.51%', 'broken 0.51≥0.5'],
    ['<=', '0.49%', 'holds 0.49≤0.5'],
    ['<=', '0.50%', 'holds 0.5≤0.5'],
    ['<=', '0.51%', 'broken 0.51>0.5'],
  ] as const)('%s 0.5: %s %s', (comparison, printed, expected) => {
    expect(told(threshold(printed, comparison, 0.5))).toBe(expected);
  });

  it.each([
    // 高于85% meets a limit of 85 although it states no value above it
    ['高于85%', '>', 85, 'holds 85>85'],
    ['高于86%', '>', 85, 'holds 86>85'],
    ['高于85%', '>=', 85, 'holds 85≥85'],
    ['高于84%', '>', 85, 'broken 84≤85'],
    ['高于85%', '<', 85, 'broken 85≥85'],
    ['低于85%', '>', 85, 'broken 85≤85'],
    ['约85%', '>', 85, 'broken 85≤85'],
  ] as const)('%s %s %d: %s', (printed, comparison, limit, expected) => {
    expect(told(threshold(printed, comparison, limit))).toBe(expected);
  });

  it('is told in the scale of the figure; the limit is what was stated', () => {
    const relation = threshold('1.8万元', '>=', '2.0万元');
    expect([told(relation), sides(relation)]).toEqual(['broken 1.8<2', ['20000', '18000']]);
    expect(told(threshold(90, '>=', '85%'))).toBe('holds 90≥85');
  });
});

describe('what is not surely sourced may hint, never fail', () => {
  const unsure = (printed: string) => ({ ...threshold(printed, '>=', 85), hint: '限值出处未核实，仅供参考' });

  it('a limit', () => {
    expect(judge(unsure('84%'))).toMatchObject({ verdict: 'review', because: '限值出处未核实，仅供参考' });
    expect(judge(unsure('85%'))).toMatchObject({ verdict: 'holds', because: null });
    expect(judge(threshold('84%', '>=', 85))).toMatchObject({ verdict: 'broken', because: null });
  });

  it('a claim', () => {
    const claim: Claim = {
      type: 'claim',
      assertion: 'stated',
      words: '三个增长全部落实',
      contradicted: [],
      denial: '2023年下降2.1%',
      reason: '',
      places: [],
      span: { start: 0, end: 1 },
    };
    expect(judge(claim)).toMatchObject({ verdict: 'broken', because: null });
    expect(judge({ ...claim, hint: '口径待核' })).toMatchObject({ verdict: 'review', because: '口径待核' });
  });
});

describe('the same quantity told twice', () => {
  it.each([
    [equal('4918人', '4918人'), 'holds', '4918=4918'],
    [equal('4918人', '4919人'), 'broken', '4919≠4918'],
    // 12.3 ± 0.05 and 12.34 ± 0.005 万
    [equal('12.3万人', '12.34万人'), 'holds', '12.34=12.3'],
    [equal('12.3万人', '123500人'), 'holds', '123500=123000'],
    [equal('12.3万人', '123501人'), 'broken', '123501≠123000'],
    [equal('12.3万人', '122500人'), 'holds', '122500=123000'],
    [equal('12.3万人', '122499人'), 'broken', '122499≠123000'],
  ])('%#', (relation, verdict, check) => {
    expect(judge(relation)).toMatchObject({ verdict, check, because: null });
  });

  it('what another time could explain is to review', () => {
    const relation = equal('4918人', '4919人', '年份不同');
    expect(judge(relation)).toMatchObject({ verdict: 'review', because: '年份不同' });
    expect(sides(relation)).toEqual(['4918', '4919']);
    expect(judge(equal('4918人', '4918人', '年份不同'))).toMatchObject({ verdict: 'holds', because: null });
  });
});

describe('a redacted number on either side leaves nothing to test', () => {
  it.each([
    [threshold('**', '>=', 0), '限值'],
    [threshold('85%', '>=', '**'), '限值'],
    [equal('**', '0人'), '同一数据'],
    [equal('0人', '**'), '同一数据'],
    [range('**', '45人'), '部分与总数'],
    [range('0人', '**'), '部分与总数'],
  ])('%#', (relation, check) => {
    expect(judge(relation)).toMatchObject({ verdict: 'unassessable', check, because: '有数字已隐去，无法核算' });
  });
});
