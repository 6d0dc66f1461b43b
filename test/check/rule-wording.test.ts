import { describe, expect, it } from 'vitest';
import { judge } from '../../src/check/judge.ts';
import type { JudgementOf, Rule } from '../../src/check/rule.ts';
import difference from '../../src/check/rules/difference-mismatch.ts';
import growthByAmount from '../../src/check/rules/growth-by-amount-mismatch.ts';
import growth from '../../src/check/rules/growth-mismatch.ts';
import listCount from '../../src/check/rules/list-count-mismatch.ts';
import product from '../../src/check/rules/product-mismatch.ts';
import quotient from '../../src/check/rules/quotient-mismatch.ts';
import share from '../../src/check/rules/share-mismatch.ts';
import standard from '../../src/check/rules/standard-unmet.ts';
import sum from '../../src/check/rules/sum-mismatch.ts';
import threshold from '../../src/check/rules/threshold-mismatch.ts';
import trend from '../../src/check/rules/trend-mismatch.ts';
import { toJudgedRelation } from '../../src/check/told.ts';
import type { Relation } from '../../src/relations/relation.ts';
import { figure } from '../support/operands.ts';
import * as made from '../support/relations.ts';

const judged = (relation: Relation) => judge(relation) as unknown as JudgementOf<Relation['type']>;
const worded = (rule: Rule, relation: Relation): string => rule.message(judged(relation));

describe('a finding tells what stands there and what it should be', () => {
  it.each([
    [sum, made.sum('30人', ['10人', '21人']), '文中30人，所列2项相加为31人，多1人，请核对合计与各分项。'],
    [sum, made.sum('30人', ['10人', '19人']), '文中30人，所列2项相加为29人，少1人，请核对合计与各分项。'],
    [difference, made.difference('30人', '21人', '8人'), '文中8人，按30人与21人计算应为9人，请核对。'],
    [product, made.product(['3元', '12人'], '40元'), '文中40元，按所列数量与标准相乘为36元，请核对。'],
    [quotient, made.quotient(['96名'], '48所', '3名'), '文中3名，按96名除以48所计算应为2名，请核对。'],
    [quotient, made.quotient(['9名', '3名'], '4所', '2名'), '文中2名，按9名、3名之和除以4所计算应为3名，请核对。'],
    [share, made.share(['1人'], '8人', '13.5%'), '文中占比为13.5%，按1人除以8人计算应为12.5%，请核对。'],
    [share, made.share(['1人', '1人'], '8人', '26%'), '文中占比为26%，按1人、1人之和除以8人计算应为25%，请核对。'],
    [growth, made.growth('8人', '9人', '15%'), '文中增长15%，按8人到9人计算应为12.5%，请核对。'],
    [growth, made.growth('8人', '7人', '15%', { falling: true }), '文中下降15%，按8人到7人计算应为12.5%，请核对。'],
    [trend, made.trend(['1人', '1人', '2人'], true), '文中称“逐年”，而数列为1→1→2，有相邻两年持平，请核对提法。'],
    [trend, made.trend(['2人', '1人'], true), '文中称“逐年”，而数列为2→1，并非如此，请核对数据或提法。'],
    [threshold, made.threshold('4%', '>', 5), '文中称均高于5，而4%不满足，请核对。'],
    [threshold, made.threshold('4%', '>=', 5), '文中称均不低于5，而4%不满足，请核对。'],
    [threshold, made.threshold('6%', '<', 5), '文中称均低于5，而6%不满足，请核对。'],
    [threshold, made.threshold('6%', '<=', 5), '文中称均不超过5，而6%不满足，请核对。'],
  ] as const)('%#', (rule, relation, expected) => {
    expect(worded(rule, relation)).toBe(expected);
  });

  it.each([
    [false, '文中增长20%，按90人、增加10人计算应为12.5%，请核对。'],
    [true, '文中下降20%，按90人、减少10人计算应为10%，请核对。'],
  ])('growth by an amount, falling: %s', (falling, expected) => {
    const relation = made.growthByAmount('90人', '10人', '20%', falling);
    expect(worded(growthByAmount, relation)).toBe(expected);
    expect(growthByAmount.severity(judged({ ...relation, assertion: 'stated' }))).toBe('error');
    // the value that it grew to is told in another sentence
    expect(growthByAmount.severity(judged({ ...relation, assertion: 'implied' }))).toBe('warning');
  });

  it.each([
    ['>', '4%', '高于'],
    ['>=', '4%', '不低于'],
    ['<', '6%', '低于'],
    ['<=', '6%', '不高于'],
  ] as const)('a standard that asks for %s 5', (comparison, printed, word) => {
    const relation = { ...made.threshold(printed, comparison, 5), source: '某办法' };
    expect(worded(standard, relation)).toBe(`${printed}，某办法要求${word}5，未达到，与文中“达标”之说不符，请核对。`);
    expect(worded(standard, { ...relation, assertion: 'implied' })).toBe(
      `${printed}，某办法要求${word}5，未达到，请核对。`,
    );
  });

  it('a standard quotes its clause, what else is known, and how sure it is', () => {
    const relation = { ...made.threshold('4%', '>=', 5), source: '某办法', quotation: '《某办法》规定“不低于5%”' };
    expect(worded(standard, relation)).toBe('4%，《某办法》规定“不低于5%”，未达到，与文中“达标”之说不符，请核对。');
    expect(worded(standard, { ...relation, note: '全县平均数', assertion: 'implied' })).toBe(
      '4%，《某办法》规定“不低于5%”，全县平均数，未达到，请核对。',
    );
    expect(worded(standard, { ...relation, hint: '仅供参考', assertion: 'implied' })).toBe(
      '4%，《某办法》规定“不低于5%”，未达到，仅供参考。',
    );
  });

  it('a limit of the text itself is no standard', () => {
    const own = judged(made.threshold('4%', '>', 5));
    const given = judged({ ...made.threshold('4%', '>', 5), source: '某办法' });
    expect([threshold.appliesTo?.(own), threshold.appliesTo?.(given)]).toEqual([true, false]);
    expect([standard.appliesTo?.(own), standard.appliesTo?.(given)]).toEqual([false, true]);
  });

  it('lists of values and of items', () => {
    const items = made.listCount(3, ['甲', '乙']);
    expect(worded(listCount, { ...items, announced: '三项' })).toBe('文中称“三项”，下文列出2项，请核对。');
    const values = { ...items, announced: '分别', figures: [figure('3人')] };
    expect(worded(listCount, values)).toBe('文中“分别”应有3个数，实际列出2个，请核对是否漏写或多写。');
    const severities = [items, values, { ...values, assertion: 'implied' as const }];
    expect(severities.map((relation) => listCount.severity(judged(relation)))).toEqual(['warning', 'error', 'warning']);
  });
});

it.each([
  [sum, made.sum('30人', ['10人', '21人'])],
  [difference, made.difference('30人', '21人', '8人')],
  [share, made.share(['1人'], '8人', '13.5%')],
  [growth, made.growth('8人', '9人', '15%')],
  [standard, { ...made.threshold('4%', '>', 5), source: '某办法' }],
] as const)('%#: an error where the text leaves no other reading, a warning otherwise', (rule, relation) => {
  const severities = (['stated', 'implied'] as const).map((assertion) =>
    rule.severity(judged({ ...relation, assertion })),
  );
  expect(severities).toEqual(['error', 'warning']);
});

describe('what is handed on of a judgement', () => {
  const type = (relation: Relation): string => toJudgedRelation(judge(relation)).type;
  it('parts that stay below their total are a range, all other sums are sums', () => {
    const some = { partial: true };
    expect([
      type(made.sum('30人', ['10人'], some)),
      type(made.sum('30人', ['30人'], some)),
      type(made.sum('30人', ['31人'], some)),
      type(made.sum('30人', ['30人'])),
      type(made.sum('30人', ['10人', '15人'], { ...some, exhaustive: true })),
      type(made.threshold('4%', '<', 5)),
      type(made.growthByAmount('90人', '10人', '12.5%')),
    ]).toEqual(['range', 'sum', 'sum', 'sum', 'sum', 'threshold', 'growth']);
  });
});
