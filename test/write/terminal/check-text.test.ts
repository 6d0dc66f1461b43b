import { describe, expect, test } from 'vitest';
import { check } from '../../../src/jobs/check.ts';
import { extract } from '../../../src/jobs/extract.ts';
import { outlineMarkdown } from '../../../src/write/outline-markdown.ts';
import { checkText, totalText } from '../../../src/write/terminal/check-text.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const checked = async (text: string) => ({ ...(await check('报告.txt', utf8(text), [])), standards: [] });

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
