import { describe, expect, test } from 'vitest';
import { excerpt } from '../../src/write/excerpt.ts';
import { reportOf } from '../support/read.ts';

describe('excerpt', () => {
  const around = (text: string, place: string) => {
    const { manuscript } = reportOf(text);
    const start = text.indexOf(place);
    return excerpt(manuscript, { start, end: start + place.length });
  };

  test.each([
    ['a whole line', '全县有小学45所。', '45所', '全县有小学【45所】。'],
    [
      'cut on both sides',
      '近年来我县始终坚持教育优先发展，全县现有小学45所，另有初级中学十余所，分布在各个乡镇和街道。',
      '45所',
      '…终坚持教育优先发展，全县现有小学【45所】，另有初级中学十余所，分布在各个…',
    ],
    ['other lines stay out', '上文。\n全县有小学45所。\n下文。', '45所', '全县有小学【45所】。'],
    [
      'no half numbers',
      '总人口31.62万人，总面积一千平方公里。小学45所。折合人民币共计约为人均1286.50元。',
      '45所',
      '…31.62万人，总面积一千平方公里。小学【45所】。折合人民币共计约为人均1286.50…',
    ],
    ['over several lines: the first', '一是甲。\n二是乙。', '一是甲。\n二是乙。', '【一是甲。】'],
    [
      'control characters',
      `全县小学\u001b[2J45所${'。'.repeat(40)}`,
      '45所',
      '全县小学 [2J【45所】。。。。。。。。。。。。。。。。…',
    ],
  ])('%s', (_, text, place, expected) => {
    expect(around(text, place)).toBe(expected);
  });

  test('a long place is told by its head and tail', () => {
    const place = '甲乙丙丁戊己庚辛壬癸'.repeat(8);
    expect(around(`前文${place}后文`, place)).toBe(`【${place.slice(0, 32)}…${place.slice(-12)}】`);
  });
});
