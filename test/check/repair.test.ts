import { describe, expect, test } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import type { Finding } from '../../src/model/relation.ts';
import { reportOf } from '../support/read.ts';

const findings = (text: string): readonly Finding[] => checkReport(reportOf(text), []).findings;
const suggestions = (text: string): (string | null)[] =>
  findings(text)
    .filter(({ evidence }) => evidence !== null)
    .map(({ suggestion }) => suggestion);

describe('a change is proposed where other relations speak for it', () => {
  test.each<[string, string, string]>([
    [
      'the total: a percentage of it was worked out from the right one',
      '全县专任教师2800人（小学1654人，初中1092人），其中本科以上学历教师1920人，占69.92%。',
      '若将“专任教师数”2800人改为2746人',
    ],
    [
      'a part: the total has another list that it agrees with',
      '全县在校生38300人（小学25900人，初中12900人）。在校生38300人中，男生20100人、女生18200人；小学在校生25400人，其中男生13300人、女生12100人。',
      '若将“小学在校生数”25900人改为25400人',
    ],
  ])('%s', (_, text, start) => {
    const told = suggestions(text).filter((one) => one?.startsWith('若将'));
    expect(told.join('\n')).toContain(start);
  });
});

describe('none is proposed where no change stands out', () => {
  test.each([
    ['a sum alone', '全县在校生9650人（初中3188人，小学6409人）。'],
    ['a share alone', '全县教师75人，其中本科48人，占74%。'],
    [
      'the total is borne out by a percentage, the parts by nothing',
      '全县有学生751人（甲校56人、乙校427人、丙校223人），其中体质合格学生706人，占94%。',
    ],
  ])('%s', (_, text) => {
    const told = findings(text).filter(({ evidence }) => evidence !== null);
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter(({ suggestion }) => suggestion?.startsWith('若将'))).toEqual([]);
  });
});

test('what has one cause is told once, with the arithmetic of all', () => {
  const text = '全县专任教师2800人（小学1654人，初中1092人），其中本科以上学历教师1920人，占69.92%。';
  const told = findings(text).filter(({ type }) => type === 'sum' || type === 'share');
  expect(told).toHaveLength(1);
  expect(told[0]?.message).toContain('同一个数还牵连');
  expect(told[0]?.spans.length).toBeGreaterThan(2);
});
