import { describe, expect, it } from 'vitest';
import type { WorkItem } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { assess } from '../../src/standards/assess.ts';
import { assessWork } from '../../src/standards/work.ts';
import { national } from '../support/national.ts';
import { dataset } from './rows.ts';

const basic = national('basic-balance-2012');

function item(name: string, points: number | null, score: number | null, changes: Partial<WorkItem> = {}): WorkItem {
  return {
    code: 'A1',
    group: '入学机会',
    name,
    points: points === null ? null : new Decimal(points),
    score: score === null ? null : new Decimal(score),
    evidence: '文件',
    source: { sheet: '工作自评', row: 2 },
    ...changes,
  };
}

const workOf = (items: readonly WorkItem[]) => assessWork({ ...dataset([]), workItems: items }, basic);

describe('the work scores', () => {
  it('by group and in all', () => {
    const work = workOf([item('甲', 40, 38), item('乙', 20, 15.5), item('丙', 40, 39, { group: '保障机制' })]);
    expect(work?.groups.map(({ group, points, score }) => [group, points?.toString(), score?.toString()])).toEqual([
      ['入学机会', '60', '53.5'],
      ['保障机制', '40', '39'],
    ]);
    expect([work?.total.score?.toString(), work?.outOfHundred]).toEqual(['92.5', null]);
  });

  it('an item that nobody has scored leaves the sum open, and is named', () => {
    const work = workOf([item('甲', 40, 38), item('乙', 60, null)]);
    expect([work?.total.score, work?.total.scored, work?.unscored.map(({ name }) => name)]).toEqual([null, 1, ['乙']]);
  });

  it('above its points, and without evidence', () => {
    const work = workOf([item('甲', 40, 41), item('乙', 60, 1, { evidence: '' }), item('丙', 1, 0, { evidence: '' })]);
    expect(work?.overScored.map(({ name }) => name)).toEqual(['甲']);
    expect(work?.withoutEvidence.map(({ name }) => name)).toEqual(['乙']);
  });

  it('items of the standard that are not there; other wordings are the same item', () => {
    const named = basic.items.map(({ text }) => item(text, 1, 1));
    const reworded = named.map((one) => ({ ...one, name: `1.${one.name.replace('落实', '落实了')}（10分）` }));
    expect([workOf(named)?.missing, workOf(reworded)?.missing]).toEqual([[], []]);
    expect(workOf(named.slice(1))?.missing.map(({ id }) => id)).toEqual(['wk-a1']);
  });

  it('no sheet, or a standard without a score', () => {
    expect(assessWork(dataset([]), basic)).toBeNull();
    expect(assessWork({ ...dataset([]), workItems: [] }, national('quality-balance-2017'))).toBeNull();
  });
});

describe('points that are not a hundred', () => {
  const limitOf = (points: number, score: number) => {
    const county = { ...dataset([], { 'work-score': score }), workItems: [item('甲', points, score)] };
    const found = assess(county, basic).limits.find(({ limit }) => limit.id === 'work-score');
    return [found?.verdict, found?.doubt];
  };

  it('are brought to a hundred, and both are told', () => {
    expect(limitOf(100, 85)).toEqual(['holds', undefined]);
    expect(limitOf(120, 90)).toEqual([
      'review',
      '各项自评分之和为90分，按百分制折算为90÷120×100=75分，两者不一致，请核对',
    ]);
    expect(limitOf(90, 80)[0]).toBe('review');
    expect(limitOf(120, 110)[0]).toBe('holds');
  });
});
