import { describe, expect, test } from 'vitest';
import { check } from '../../../src/jobs/check.ts';
import { extract } from '../../../src/jobs/extract.ts';
import { outlineMarkdown } from '../../../src/write/outline-markdown.ts';
import { checkText, totalText } from '../../../src/write/terminal/check-text.ts';
import { excerpt } from '../../../src/write/terminal/excerpt.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const checked = async (text: string) => ({ ...(await check('报告.txt', utf8(text), [])), standards: [] });

describe('excerpt', () => {
  const around = async (text: string, place: string) => {
    const { manuscript } = (await extract('报告.txt', utf8(text))).report;
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
  ])('%s', async (_, text, place, expected) => {
    expect(await around(text, place)).toBe(expected);
  });

  test('a long place is told by its head and tail', async () => {
    const place = '甲乙丙丁戊己庚辛壬癸'.repeat(8);
    expect(await around(`前文${place}后文`, place)).toBe(`【${place.slice(0, 32)}…${place.slice(-12)}】`);
  });
});

describe('checkText', () => {
  test('pieces are given to whoever colours them', async () => {
    const text = checkText(
      await checked('全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。'),
      (tone, piece) => `<${tone}>${piece}</${tone}>`,
    );
    expect(text).toContain('<error>错误</error>　第1行');
    expect(text).toContain('<strong>【43所】</strong>');
    expect(text).toContain('<quiet>算式：28+9+5=42≠43</quiet>');
  });

  test('a contradiction tells its second place', async () => {
    const text = checkText(await checked('全县初中三年巩固率为98.6%。\n全县初中三年巩固率为96.8%，达到省定标准。'));
    expect(text).toContain('错误　第2行\n  全县初中三年巩固率为【96.8%】');
    expect(text).toContain('另见第1行　全县初中三年巩固率为【98.6%】。');
  });

  test('the total counts findings and files that could not be read', async () => {
    const { result } = await checked('全县小学巩固率为100.3%。');
    expect(totalText([result, result], 1)).toBe('共核对2份报告：错误2处；另有1份未能读取。\n');
    expect(totalText([], 0)).toBe('共核对0份报告：没有发现问题。\n');
  });
});

test('a report without sections or figures still has its Markdown', async () => {
  const { report, messages } = await extract('空话.txt', utf8('工作稳步推进。'));
  expect(outlineMarkdown('空话.txt', report, messages)).toBe(
    '# 空话.txt\n\n空话.txt：章节0个，数字0个。\n\n## 提纲\n\n没有读到章节标题。\n\n## 数字\n\n没有读到数字。\n',
  );
});
