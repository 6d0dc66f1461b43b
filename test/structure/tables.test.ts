import { describe, expect, test } from 'vitest';
import type { Table } from '../../src/model/table.ts';
import { readDocument } from '../../src/read/index.ts';
import { tablesOf } from '../../src/structure/index.ts';
import { buildDocx, paragraph, table } from '../support/docx.ts';

const fromWord = async (body: string): Promise<Table[]> =>
  tablesOf(await readDocument('报告.docx', buildDocx({ body })));
const fromMarkdown = async (text: string): Promise<Table[]> =>
  tablesOf(await readDocument('报告.md', new TextEncoder().encode(text)));

const only = (tables: readonly Table[]): Table => {
  expect(tables).toHaveLength(1);
  return tables[0] as Table;
};
const wide = (columns: number, text: string) => `<w:tcPr><w:gridSpan w:val="${columns}"/></w:tcPr>${paragraph(text)}`;
const tall = (text: string) => `<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>${paragraph(text)}`;
const under = `<w:tcPr><w:vMerge/></w:tcPr>${paragraph()}`;

describe('captions', () => {
  const rows = table([
    ['学校', '学生数'],
    ['东关小学', '450'],
  ]);

  test.each<[string, string, string, string]>([
    ['numbered', paragraph('表1　各小学学生数'), '表1　各小学学生数', ''],
    ['by its last word', paragraph('教育经费投入情况'), '教育经费投入情况', ''],
    ['a unit line below it', paragraph('表2 教育经费') + paragraph('单位：万元'), '表2 教育经费', '万元'],
    ['a unit at its end', paragraph('表3 学校情况（单位：所、人）'), '表3 学校情况', '所、人'],
    ['blank lines between', paragraph('表4 学校') + paragraph() + paragraph(), '表4 学校', ''],
    ['a unit line alone', paragraph('正文到此为止。') + paragraph('单位：人'), '', '人'],
    ['a sentence is none', paragraph('各校学生数见下表，全县共有学生450人。'), '', ''],
    ['a heading is none', paragraph('一、基本概述'), '', ''],
  ])('%s', async (_, above, caption, unitLine) => {
    expect(only(await fromWord(above + rows))).toMatchObject({ caption, unitLine });
  });

  test('inside the table, in a cell over all its columns', async () => {
    const inside = table([[wide(2, '表5 学生情况')], [wide(2, '单位：人')], ['学校', '学生数'], ['东关小学', '450']]);
    expect(only(await fromWord(inside))).toMatchObject({
      caption: '表5 学生情况',
      unitLine: '人',
      headerRows: 3,
      columnPaths: [['学校'], ['学生数']],
    });
  });
});

describe('heads', () => {
  test('two header rows, merged both ways', async () => {
    const rows = table([
      [tall('学校'), wide(2, '小学'), wide(2, '初中'), tall('备注')],
      [under, '班级数', '学生数', '班级数', '学生数', under],
      ['东关学校', '12', '540', '6', '280', ''],
    ]);
    const found = only(await fromWord(rows));
    expect(found.headerRows).toBe(2);
    expect(found.columnPaths).toEqual([
      ['学校'],
      ['小学', '班级数'],
      ['小学', '学生数'],
      ['初中', '班级数'],
      ['初中', '学生数'],
      ['备注'],
    ]);
    expect(found.blocks[0]).toMatchObject({ labelColumns: [0], columns: [1, 2, 3, 4, 5] });
  });

  test('the same in Markdown, which cannot merge', async () => {
    const found = only(
      await fromMarkdown(
        '| 乡镇 | 小学 | | 合计 |\n| - | - | - | - |\n| | 学校 | 学生 | 学生 |\n| 石桥乡 | 3 | 410 | 410 |\n',
      ),
    );
    expect(found.columnPaths).toEqual([['乡镇'], ['小学', '学校'], ['小学', '学生'], ['合计', '学生']]);
  });

  test('years over the columns, with 年 or without', async () => {
    for (const years of [
      ['2021年', '2022年'],
      ['2021', '2022'],
    ]) {
      const found = only(
        await fromWord(
          table([
            ['项目', ...years],
            ['教育经费', '100', '110'],
          ]),
        ),
      );
      expect(found).toMatchObject({ headerRows: 1, columnPaths: [['项目'], [years[0]], [years[1]]] });
    }
  });

  test('a row that counts the columns belongs to the header', async () => {
    const found = only(
      await fromWord(
        table([
          ['指标', '小学', '初中'],
          ['甲', '1', '2'],
          ['班级数', '12', '6'],
        ]),
      ),
    );
    expect(found).toMatchObject({ headerRows: 2, columnPaths: [['指标'], ['小学'], ['初中']] });
  });

  test('a first row of values is no header', async () => {
    expect(
      only(
        await fromWord(
          table([
            ['班级数', '12'],
            ['学生数', '540'],
          ]),
        ),
      ),
    ).toMatchObject({
      headerRows: 0,
      blocks: [{ labelColumns: [0], columns: [1], rowPaths: [['班级数'], ['学生数']] }],
    });
  });

  test('several label columns, merged downwards, and groups of rows', async () => {
    const rows = table([
      ['序号', '区域', '学校', '学生数'],
      ['1', tall('城区'), '东关小学', '450'],
      ['2', under, '西关小学', '352'],
      ['', '', '小计', '802'],
      ['3', tall('农村'), '石桥小学', '120'],
    ]);
    const found = only(await fromWord(rows));
    expect(found.blocks).toMatchObject([{ labelColumns: [0, 1, 2], columns: [3] }]);
    expect(found.blocks[0]?.rowPaths).toEqual([
      [],
      ['城区', '东关小学'],
      ['城区', '西关小学'],
      ['城区', '小计'],
      ['农村', '石桥小学'],
    ]);
  });

  test('a title over the rows below it, until the total', async () => {
    const rows = table([['学校', '学生数'], [wide(2, '小学部分')], ['东关', '450'], ['西关', '352'], ['合计', '802']]);
    expect(only(await fromWord(rows)).blocks[0]?.rowPaths).toEqual([
      [],
      [],
      ['小学部分', '东关'],
      ['小学部分', '西关'],
      ['合计'],
    ]);
  });

  test('rows numbered by levels', async () => {
    const rows = table([
      ['项目', '金额'],
      ['一、公用经费', '120'],
      ['1.小学', '70'],
      ['2.初中', '50'],
      ['二、项目经费', '80'],
    ]);
    expect(only(await fromWord(rows)).blocks[0]?.rowPaths.slice(1)).toEqual([
      ['一、公用经费'],
      ['一、公用经费', '1.小学'],
      ['一、公用经费', '2.初中'],
      ['二、项目经费'],
    ]);
  });

  test('a table printed in two halves side by side', async () => {
    const rows = table([
      ['指标', '数值', '指标', '数值'],
      ['学校', '32', '班级', '652'],
      ['学生', '27188', '教师', '1792'],
    ]);
    expect(only(await fromWord(rows)).blocks).toMatchObject([
      { labelColumns: [0], columns: [1], rowPaths: [[], ['学校'], ['学生']] },
      { labelColumns: [2], columns: [3], rowPaths: [[], ['班级'], ['教师']] },
    ]);
  });

  test('a table of words, and one of a single cell, are read without harm', async () => {
    expect(
      await fromWord(
        table([
          ['问题', '措施'],
          ['缺教师', '招聘'],
        ]) + table([['注']]),
      ),
    ).toHaveLength(2);
  });
});

describe('tables that a page break cuts in two', () => {
  const header = ['学校', '学生数'];
  const first = table([header, ['东关小学', '450'], ['西关小学', '380']]);
  const rows = (found: readonly Table[]) => found.map(({ grid }) => grid.map((line) => line[0]?.text));
  const whole = [['学校', '东关小学', '西关小学', '石桥小学', '合计']];

  test.each<[string, string]>([
    ['the header repeated', paragraph() + table([header, ['石桥小学', '170'], ['合计', '1000']])],
    [
      'no header',
      paragraph() +
        table([
          ['石桥小学', '170'],
          ['合计', '1000'],
        ]),
    ],
    ['续表 between them', paragraph('续表1') + table([header, ['石桥小学', '170'], ['合计', '1000']])],
  ])('are one: %s', async (_, second) => {
    const found = await fromWord(first + second);
    expect(rows(found)).toEqual(whole);
    expect(found[0]?.grid[3]?.[1]).toMatchObject({ row: 3, column: 1, text: '170' });
  });

  test('into three', async () => {
    const more = (name: string) => paragraph() + table([header, [name, '170']]);
    expect(rows(await fromWord(first + more('石桥小学') + more('柳林小学')))).toEqual([
      ['学校', '东关小学', '西关小学', '石桥小学', '柳林小学'],
    ]);
  });

  test.each<[string, string, string]>([
    ['another caption', first, paragraph('表2　各初中学生数') + table([header, ['城关中学', '900']])],
    [
      'another header',
      first,
      paragraph() +
        table([
          ['学校', '教师数'],
          ['东关小学', '25'],
        ]),
    ],
    [
      'more columns',
      first,
      paragraph() +
        table([
          ['学校', '学生数', '教师数'],
          ['石桥小学', '170', '9'],
        ]),
    ],
    [
      'a total ends the first',
      table([header, ['东关小学', '450'], ['合计', '450']]),
      paragraph() + table([header, ['城关中学', '900'], ['合计', '900']]),
    ],
  ])('are two: %s', async (_, before, after) => {
    expect(await fromWord(before + after)).toHaveLength(2);
  });
});
