import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/read/index.ts';
import { codesOf, linesOf, refusalOf } from '../support/manuscripts.ts';

const read = (text: string) => readDocument('报告.md', new TextEncoder().encode(text));

describe('what a reader sees', () => {
  test.each<[string, string, string[]]>([
    ['heading and paragraph', '# 工作报告\n\n全县有小学45所。', ['工作报告', '全县有小学45所。']],
    ['emphasis', '**高度重视**，*统筹*推进', ['高度重视，统筹推进']],
    ['wrapped lines of Chinese join without a space', '全县有小学\n45所，\n初中11所', ['全县有小学45所，初中11所']],
    ['wrapped lines of other words with one', '**PISA**\ntest', ['PISA test']],
    ['hard break', '第一行  \n第二行<br>第三行', ['第一行\v第二行\v第三行']],
    ['links, images, code and HTML', '见[附件](a.md)![图](b.png)和`C7`<b>粗</b>&nbsp;', ['见附件和C7粗\u00a0']],
    ['bullets', '- 甲\n- 乙', ['•甲', '•乙']],
    ['ordered lists', '1. 甲\n2. 乙', ['1.甲', '2.乙']],
    ['counted by the program', '3. 甲\n3. 乙', ['3.甲', '4.乙']],
    ['counted by hand, wrongly', '1. 甲\n2. 乙\n2. 丙', ['1.甲', '2.乙', '2.丙']],
    ['the other delimiter', '1) 甲', ['1)甲']],
    ['a figure behind a number stays apart', '1. 2023年投入5亿元', ['1. 2023年投入5亿元']],
    ['nested lists', '1. 甲\n   - 乙\n   - 丙', ['1.甲', '•乙', '•丙']],
    ['an empty item', '1.\n2. 乙', ['1.', '2.乙']],
    ['quotation', '> 甲\n>\n> 乙', ['甲', '乙']],
    ['code block', '    甲\n    乙', ['甲', '乙']],
    ['HTML block', '<div>\n甲<!-- 注 -->\n</div>', ['甲']],
    ['a range is no deletion', '班额40~45人，55~60人', ['班额40~45人，55~60人']],
    ['a rule shows nothing', '甲\n\n* * *\n\n乙', ['甲', '乙']],
    ['full-width indentation', '　　全县有小学45所。', ['　　全县有小学45所。']],
    ['full-width numbering is text', '一、基本情况', ['一、基本情况']],
  ])('%s', async (_, text, lines) => {
    const manuscript = await read(text);
    expect(linesOf(manuscript)).toEqual(lines);
    expect(manuscript.format).toBe('markdown');
    expect(manuscript.messages).toEqual([]);
  });

  test.each([
    ['one mask', '投入**万元。'],
    ['two masks that Markdown takes for bold', '投入**万元，其中**万元。'],
    ['masks of one star', '投入*万元，共*万元'],
    ['masks with other units', '有**人，增长**%'],
  ])('redaction marks stay: %s', async (_, text) => {
    expect((await read(text)).text).toBe(text);
  });

  test('bold that begins a paragraph is no mask', async () => {
    expect((await read('**万元以上**的项目')).text).toBe('万元以上的项目');
  });
});

test('outline levels and markers', async () => {
  const { paragraphs } = await read('# 题\n\n## 一\n\n正文\n\n1. 项\n');
  expect(paragraphs.map(({ outlineLevel, markerLength }) => [outlineLevel, markerLength])).toEqual([
    [1, 0],
    [2, 0],
    [null, 0],
    [null, 2],
  ]);
});

test('table cells are paragraphs with their place', async () => {
  const manuscript = await read('| 学校 | 学生数 |\n| --- | --: |\n| 东关小学 | 1,234 |\n\n文\n\n| 甲 |\n| - |\n');
  expect(linesOf(manuscript)).toEqual(['学校', '学生数', '东关小学', '1,234', '文', '甲']);
  expect(manuscript.paragraphs.map(({ cell }) => cell && [cell.table, cell.row, cell.column])).toEqual([
    [0, 0, 0],
    [0, 0, 1],
    [0, 1, 0],
    [0, 1, 1],
    null,
    [1, 0, 0],
  ]);
});

test('settings at the beginning and footnotes are left out with a message', async () => {
  const manuscript = await read('---\ntitle: 报告\n---\n\n小学45所[^1]。\n\n[^1]: 不含教学点。\n');
  expect(linesOf(manuscript)).toEqual(['小学45所。']);
  expect(codesOf(manuscript)).toEqual(['front-matter', 'notes-left-out']);
});

test('a rule at the beginning is no settings', async () => {
  expect(linesOf(await read('---\n\n全县情况\n\n正文\n\n---\n'))).toEqual(['全县情况', '正文']);
});

test.each(['> ', '- ', '1. '])('nesting without end is refused: %s', async (mark) => {
  const error = await refusalOf('报告.md', new TextEncoder().encode(`${mark.repeat(20_000)}甲`));
  expect(error.code).toBe('too-deep');
});

test('a long rule is not nesting', async () => {
  expect((await read(`甲\n\n${'-'.repeat(400)}\n\n乙`)).text).toBe('甲\n乙');
});
