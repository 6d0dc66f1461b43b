import { describe, expect, test } from 'vitest';
import { compareWording } from '../../../src/draft/update/wording.ts';
import { hunksOf, likeness } from '../../../src/draft/update/likeness.ts';
import { turnedWord } from '../../../src/draft/update/turned.ts';
import { markedText } from '../../../src/draft/update/settle-figure.ts';

const never = () => false;
const told = (before: string, now: string, draft: string, marks: readonly string[] = ['f_a']) =>
  compareWording([[before]], [now], [{ words: draft, marks }], never).contradicted.map(({ words }) => words);

describe('words that the new data contradict', () => {
  test.each([
    ['在校生⟦f_a⟧，比上年增长⟦f_b⟧。', '在校生⟦f_a⟧，比上年下降⟦f_b⟧。', '在校生□，比上年增长□。', 1],
    // people have written around it
    ['在校生⟦f_a⟧，比上年增长⟦f_b⟧。', '在校生⟦f_a⟧，比上年下降⟦f_b⟧。', '到年底，共有在校生□，人数比上年增长了□。', 1],
    ['在校生⟦f_a⟧，比上年增长⟦f_b⟧。', '在校生⟦f_a⟧，比上年下降⟦f_b⟧。', '在校生□，比上年下降□。', 0],
    ['在校生⟦f_a⟧，比上年增长⟦f_b⟧。', '在校生⟦f_a⟧，比上年下降⟦f_b⟧。', '在校生□，比上年少了□。', 0],
    ['得分⟦f_a⟧，达到⟦f_b⟧的合格线。', '得分⟦f_a⟧，未达到⟦f_b⟧的合格线。', '得分□，达到□的合格线。', 1],
    ['得分⟦f_a⟧，达到⟦f_b⟧的合格线。', '得分⟦f_a⟧，未达到⟦f_b⟧的合格线。', '得分□，尚未达到□的合格线。', 0],
    // only data have come or gone
    ['在校生⟦f_a⟧。', '在校生⟦f_a⟧，比上年下降⟦f_b⟧。', '在校生□。', 0],
    ['在校生⟦f_a⟧，比上年下降⟦f_b⟧。', '在校生⟦f_a⟧。', '在校生□，比上年下降□。', 0],
    // the number of a point says nothing about it
    ['一是在校生⟦f_a⟧。', '三是在校生⟦f_a⟧。', '一是在校生□。', 0],
  ])('%s → %s: %s', (before, now, draft, count) => {
    expect(told(before, now, draft)).toHaveLength(count);
  });

  test('two such words, one of them put right', () => {
    const before = '小学⟦f_a⟧，逐年增长；初中⟦f_b⟧，逐年增长。';
    const now = '小学⟦f_a⟧，逐年下降；初中⟦f_b⟧，逐年增长。';
    expect(told(before, now, '小学□，逐年下降；初中□，逐年增长。')).toEqual([]);
    expect(told(before, now, '小学□，逐年增长；初中□，逐年增长。')).toEqual([[{ before: '增长', after: '下降' }]]);
  });

  test('a sentence without figures is known by its words', () => {
    const before = '全县已无大班额和超大班额。';
    expect(told(before, '全县尚有大班额⟦f_a⟧。', before, [])).toHaveLength(1);
    expect(told(before, '全县尚有大班额⟦f_a⟧。', '全县没有一个大班。', [])).toEqual([]);
  });

  test('a sentence that only the new data give is told', () => {
    const { added } = compareWording(
      [['甲⟦f_a⟧。']],
      ['甲⟦f_a⟧。', '仍有学校⟦f_b⟧未达标。'],
      [{ words: '甲□。', marks: ['f_a'] }],
      never,
    );
    expect(added).toEqual(['仍有学校⟦f_b⟧未达标。']);
  });

  test('left out for want of data: no contradiction', () => {
    const draft = [{ words: '面积□。', marks: ['f_a'] }];
    expect(compareWording([['面积⟦f_a⟧。']], [], draft, () => true).contradicted).toEqual([]);
    expect(compareWording([['面积⟦f_a⟧。']], [], draft, never).contradicted).toHaveLength(1);
  });
});

test('stretches of two texts', () => {
  expect(hunksOf('逐年增长。', '总体增长、其间有所回落。')).toEqual([
    { at: 0, removed: '逐年', added: '总体' },
    { at: 4, removed: '', added: '、其间有所回落' },
  ]);
  expect(hunksOf('甲', '甲')).toEqual([]);
  expect(likeness('小学45所', '小学48所')).toBe(1);
  expect(likeness('', '甲')).toBe(0);
});

test.each([
  ['在校生总数比上年增长', 'up', '增长'],
  ['在校生总数比上年下降', 'up', null],
  ['在校生总数比上年减少', 'down', '减少'],
  ['在校生总数较上年变化', 'up', null],
] as const)('the direction told in %s, as it was told %s', (before, direction, word) => {
  expect(turnedWord(before, direction)).toBe(word);
});

test.each([
  ['236个', '236个', '240个', { state: 'kept', from: 0, to: 4 }],
  ['约236个', '236个', '240个', { state: 'kept', from: 1, to: 5 }],
  ['1,236个', '1236个', '1240个', { state: 'kept', from: 0, to: 6 }],
  ['240个', '236个', '240个', { state: 'current' }],
  ['238个', '236个', '240个', { state: 'edited' }],
  ['236个和3个', '236个', '240个', { state: 'edited' }],
  ['二百三十六个', '236个', null, { state: 'edited' }],
])('%s under a mark of %s', (text, printed, wanted, state) => {
  expect(markedText(text, printed, wanted)).toEqual(state);
});
