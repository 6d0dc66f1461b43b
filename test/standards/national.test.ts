import { describe, expect, it } from 'vitest';
import { asOf } from '../../src/standards/in-force.ts';
import { NATIONAL, national } from '../support/national.ts';

const groupsOf = (id: string): Record<string, number> => {
  const groups: Record<string, number> = {};
  for (const { group } of national(id).items) groups[group] = (groups[group] ?? 0) + 1;
  return groups;
};

describe('the items by which work is judged', () => {
  it('basic balance: seventeen in four groups', () => {
    expect(groupsOf('basic-balance-2012')).toEqual({ 入学机会: 4, 保障机制: 4, 教师队伍: 4, 质量与管理: 5 });
  });

  it('quality balance: fifteen of guarantee, nine of quality', () => {
    expect(groupsOf('quality-balance-2017')).toEqual({ 政府保障程度: 15, 教育质量: 9 });
  });

  it('the wording of C and D of the seventeen is from memory, A and B were read', () => {
    const unread = national('basic-balance-2012').items.filter(({ confidence }) => confidence === 'memory');
    expect(unread.map(({ id }) => id).join()).toBe('wk-c1,wk-c2,wk-c3,wk-c4,wk-d1,wk-d2,wk-d3,wk-d4,wk-d5');
  });
});

describe('sources', () => {
  it('the reliefs of quality balance, the 1‰ sample and the old training shares are unsure', () => {
    const { reliefs, survey } = national('quality-balance-2017');
    expect(new Set([...reliefs.map(({ confidence }) => confidence), survey?.confidence])).toEqual(new Set(['unsure']));
    const training = national('teacher-training-funds').limits.map(({ id, confidence }) => `${id} ${confidence}`);
    expect(training).toEqual(['share-of-public-funds certain', 'share-of-pay unsure', 'share-without-base unsure']);
  });

  it('national goals bind no county', () => {
    expect(new Set(national('national-rates').limits.map(({ confidence }) => confidence))).toEqual(new Set(['unsure']));
  });

  it.each(NATIONAL.flatMap(({ id, limits }) => limits.map((limit) => [`${id} ${limit.id}`, limit] as const)))(
    'the clause of %s names its number',
    (_, { clause, value }) => {
      // 所有…均达到 is a hundred percent
      const all = value.eq(100) && clause.startsWith('所有');
      expect(all || clause.replaceAll(',', '').includes(value.toString())).toBe(true);
    },
  );
});

describe('quotas by year', () => {
  it.each([
    ['2015-12-31', []],
    ['2016-03-01', ['小学600', '初中800']],
    ['2019-12-31', ['小学600', '初中800']],
    ['2020-01-01', ['小学650', '初中850']],
    ['2022-12-31', ['小学650', '初中850']],
    ['2023-01-01', ['小学720', '初中940']],
    [null, ['小学720', '初中940']],
  ])('%s', (date, expected) => {
    const { limits } = asOf(national('public-funds-quota'), date);
    const found = limits.filter(({ stage, effective }) => stage !== null && effective !== null);
    expect(found.map(({ stage, value }) => `${stage}${value.toString()}`)).toEqual(expected);
  });
});

it('no school is too large whose stages together are not', () => {
  const sizes = national('quality-balance-2017').limits.filter(({ id }) => id.startsWith('size-'));
  expect(
    sizes.map(({ types, value, wholeSchool }) => `${types.join('、')}≤${value.toString()}${wholeSchool ? '合计' : ''}`),
  ).toEqual(['小学≤2000', '初级中学≤2000', '九年一贯制学校、十二年一贯制学校≤2500合计']);
});
