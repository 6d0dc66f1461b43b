import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../../src/read/workbook/read-workbook.ts';

const HEAD = '编号 指标 学段 范围 年份 单位 去年原文 去年数值 今年数值 基础/推算 用途 指标代码'.split(' ');
const PUPILS = row({ 指标: '在校生数', 学段: '小学', 年份: '2024', 单位: '人', 指标代码: 'pupils', 今年数值: 4500 });

function row(cells: Readonly<Record<string, CellValue>>): CellValue[] {
  return HEAD.map((heading) => (heading === '编号' ? 1 : (cells[heading] ?? null)));
}

type Sheets = Readonly<Record<string, CellValue[][]>>;

async function read(sheets: Sheets) {
  return readWorkbook(
    '表.xlsx',
    await writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) }),
  );
}
const basics = (...rows: CellValue[][]): CellValue[][] => [['项目', '内容'], ...rows];

async function values(sheets: Sheets): Promise<string[]> {
  const { data } = await read(sheets);
  return data.map(
    ({ indicator, stage, period, scope, value, unit, source }) =>
      `${indicator} ${stage} ${period} ${scope} ${value.toFixed()}${unit} ${'cell' in source ? `${source.sheet}!${source.cell}` : ''}`,
  );
}

describe('a filled sheet 今年的数', () => {
  test('is data, each value with its cell, no other sheet needed', async () => {
    expect(await values({ 今年的数: [HEAD, PUPILS] })).toEqual(['pupils 小学 2024 null 4500人 今年的数!I2']);
  });

  test('is known by its headings in any order, and a row that a person added by its name', async () => {
    const added = row({ 编号: null, 指标: '初中在校生数', 今年数值: '0.3万人' });
    const turned = [HEAD, added].map((cells) => [...cells].reverse());
    expect(await values({ 数: [['清河县'], ...turned] })).toEqual(['pupils 初中 null null 3000人 数!D3']);
  });

  test.each([
    [
      { 单位: '亿元', 指标: '教育经费', 指标代码: 'text:教育经费', 今年数值: 1.25 },
      'text:教育经费 null 2024 null 125000000元',
    ],
    [
      { 指标: '校车公里', 单位: '万公里', 指标代码: 'text:校车公里', 今年数值: 2 },
      'text:校车公里 null 2024 null 20000公里',
    ],
    [{ 指标: '生师', 指标代码: 'text:生师', 去年原文: '1:16', 今年数值: '1:20' }, 'text:生师 null 2024 null 0.05null'],
    [{ 指标: '生师', 指标代码: 'text:生师', 去年原文: '1:16', 今年数值: 20 }, 'text:生师 null 2024 null 0.05null'],
  ])('%j', async (cells, wanted) => {
    expect(await values({ 今年的数: [HEAD, row({ 年份: '2024', ...cells })] })).toEqual([`${wanted} 今年的数!I2`]);
  });

  test.each([
    [{ 今年数值: null }],
    [{ 今年数值: 5, 用途: '仅用于续写：是用来比较的基数' }],
    [{ 今年数值: 5, 用途: '仅用于续写', 年份: '近三年' }],
  ])('%j is no data and no fault', async (cells) => {
    expect(await values({ 今年的数: [HEAD, PUPILS, row({ 指标: '教师数', ...cells })] })).toHaveLength(1);
  });

  test.each([
    [{ 今年数值: '约4500' }, '「今年的数」第2行「今年数值」（I2）：“约4500”不是数字'],
    [{ 今年数值: 4500.5 }, '应为整数'],
    [{ 今年数值: -3 }, '不能是负数'],
    [{ 单位: '万元' }, '单位应为人'],
    [{ 单位: null }, '没有填写单位'],
    [{ 年份: '近三年' }, '「年份」（E2）：“近三年”不是年份'],
    [{ 学段: '大学' }, '不认识学段'],
    [{ 指标: '教职工数' }, '与这一行的指标代码“pupils”不是一个数'],
  ])('%j is told as in 县级数据', async (cells, message) => {
    const given = Object.fromEntries(HEAD.map((heading, at) => [heading, PUPILS[at] ?? null]));
    await expect(read({ 今年的数: [HEAD, row({ ...given, ...cells })] })).rejects.toThrow(message);
  });

  test('whose years are not that of 基本信息 is told', async () => {
    const { notices } = await read({ 基本信息: basics(['年份', '2025']), 今年的数: [HEAD, PUPILS] });
    expect(notices?.join('')).toContain('没有一行是2025年');
  });
});

describe('an older workbook with 县级数据 as well', () => {
  const old = (cells: CellValue[]): CellValue[] => cells.filter((_, at) => HEAD[at] !== '用途');
  const county = (value: CellValue): CellValue[][] => [
    ['指标', '学段', '年份', '数值', '单位'],
    ['在校生数', '小学', '', value, '人'],
    ['在校生数', '初中', '', 3000, '人'],
  ];
  const book = (value: CellValue, ...rows: CellValue[][]): Sheets => ({
    基本信息: basics(['县名', '清河县'], ['年份', '2024'], ['学校表', '不填']),
    今年的数: [old(HEAD), ...rows.map(old)],
    县级数据: county(value),
  });

  test.each([
    [4500, '今年的数!I2'],
    [null, '今年的数!I2'],
  ])(
    'where both are filled (%s) the cell of 今年的数 is the source; the rest is from 县级数据',
    async (value, cell) => {
      expect(await values(book(value, PUPILS))).toEqual([
        `pupils 小学 2024 null 4500人 ${cell}`,
        'pupils 初中 null null 3000人 县级数据!D3',
      ]);
    },
  );

  test('two values for one quantity are told with both cells', async () => {
    await expect(read(book(4400, PUPILS))).rejects.toThrow(
      /「县级数据」.*（D2）：.*「今年的数」的I2为4500人，这里为4400人/u,
    );
  });

  test('without 用途, what is in doubt is left out', async () => {
    const plan = row({ 指标: '投入', 指标代码: 'text:投入', 年份: '2021-2023', 单位: '元', 今年数值: 5 });
    const twice = row({ 指标: '教师数', 指标代码: 'text:教师数', 年份: '2024', 单位: '人', 今年数值: 5 });
    expect(await values(book(null, plan, twice, twice))).toEqual(['pupils 初中 null null 3000人 县级数据!D3']);
  });
});
