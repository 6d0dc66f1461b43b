import { readdirSync, readFileSync } from 'node:fs';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { oldQuantities } from '../../../src/draft/renew/index.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import type { Report } from '../../../src/model/report.ts';
import { namedQuantity } from '../../../src/read/workbook/named-quantity.ts';
import { readWorkbook } from '../../../src/read/workbook/read-workbook.ts';
import { RENEWAL_HEADINGS, RENEWAL_SHEET } from '../../../src/read/workbook/renewal-table.ts';
import { INDICATORS } from '../../../src/vocabulary/index.ts';
import { writeFiguresWorkbook } from '../../../src/write/workbook/figures-workbook.ts';
import { countyIn, yearOf } from '../../../src/write/workbook/report-basics.ts';
import { reportOf } from '../../support/read.ts';

type Row = Readonly<Record<string, CellValue>>;

async function sheets(report: Report): Promise<Map<string, CellValue[][]>> {
  const { sheets: all } = await readXlsx(await writeFiguresWorkbook('旧报告.docx', report));
  return new Map(all.map(({ name, rows }) => [name, rows]));
}

/** The rows of 今年的数 by their headings. */
async function rowsOf(report: Report): Promise<Row[]> {
  const [head = [], ...rows] = (await sheets(report)).get(RENEWAL_SHEET) ?? [];
  return rows.map((row) => Object.fromEntries(head.map((heading, at) => [String(heading), row[at] ?? null])));
}

/** What a clerk does: types the old values (or others) into 今年数值. */
async function filled(report: Report, value = (old: number) => old): Promise<Dataset> {
  const again = [...(await sheets(report))].map(([name, rows]) => {
    const [head = []] = rows;
    const [old, now] = [head.indexOf('去年数值'), head.indexOf('今年数值')];
    const typed = (row: CellValue[]) =>
      row.map((cell, at) => (at === now && typeof row[old] === 'number' ? value(row[old]) : cell));
    return { name, rows: name === RENEWAL_SHEET ? rows.map(typed) : rows };
  });
  return readWorkbook('数据.xlsx', await writeXlsx({ sheets: again }));
}

const TEXT =
  '清河县2023年义务教育均衡发展报告\n一、基本情况\n全县总人口40.88万人。2023年，全县有小学28所、初中9所，小学在校生4409人。' +
  '2022年投入教育经费1.2亿元，2023年投入教育经费13560.5万元。小学生师比16.4:1，小学巩固率为100%。全县有小学28所。\n';

describe('the workbook', () => {
  test('has one sheet to fill in, beside what it is and whose', async () => {
    const book = await sheets(reportOf(TEXT));
    expect([...book.keys()]).toEqual(['说明', RENEWAL_SHEET, '基本信息']);
    expect(book.get(RENEWAL_SHEET)?.[0]).toEqual(
      '编号 指标 学段 范围 年份 单位 去年原文 去年数值 今年数值 基础/推算 用途 句子 位置 去年年份 指标代码'.split(' '),
    );
  });

  test('has the old value beside an empty cell, and where it is from', async () => {
    const rows = await rowsOf(reportOf(TEXT));
    expect(rows.find((row) => row['指标'] === '学校数' && row['学段'] === '小学')).toMatchObject({
      年份: '2024',
      去年年份: '2023',
      单位: '所',
      去年数值: 28,
      今年数值: null,
      用途: null,
      句子: '2023年，全县有小学28所、初中9所，小学在校生4409人。',
      位置: '第3行',
    });
    const values = rows.map((row) => `${String(row['去年数值'])}${String(row['单位'])}`);
    expect(values).toEqual(expect.arrayContaining(['40.88万人', '1.2亿元', '13560.5万元', '100%']));
  });

  test.each([
    ['全县有小学28所，在校生4409人。\n全县有小学28所，在校生4408人。', '4409人', '去年报告里同一名称有几个不同的数'],
    ['2023年，教师平均工资由9.72万元提高到9.86万元。', '9.72万元', '是用来比较的基数'],
    ['2021—2023年累计投入资金3.2亿元。', '3.2亿元', '时间不是一个年份'],
  ])('%s: %s is for renewing only, with the reason', async (text, printed, reason) => {
    const rows = await rowsOf(reportOf(text));
    const row = rows.find((one) => one['去年原文'] === printed);
    expect(row?.['用途']).toBe(`仅用于续写：${reason}`);
    const { data } = await filled(reportOf(text));
    expect(data).toHaveLength(rows.filter((one) => one['用途'] === null).length);
  });
});

describe('filled in, it is read', () => {
  test('with the values of the clerk', async () => {
    const dataset = await filled(reportOf(TEXT), (old) => old * 2);
    expect([dataset.county, dataset.year, dataset.schools, dataset.ofReport]).toEqual(['清河县', '2024', [], true]);
    const pupils = dataset.data.find(({ indicator, stage }) => indicator === 'pupils' && stage === '小学');
    expect([pupils?.value.toNumber(), pupils?.unit, pupils?.period]).toEqual([8818, '人', '2024']);
  });

  test('an untouched one has no data, and that is told', async () => {
    const bytes = await writeFiguresWorkbook('旧报告.docx', reportOf(TEXT));
    const { data, notices } = await readWorkbook('数据.xlsx', bytes);
    expect([data, notices]).toEqual([[], [expect.stringContaining('还没有填')]]);
  });

  const folder = new URL('../../fixtures/reports/', import.meta.url);
  test.each(readdirSync(folder))('%s: the old values come back under their names', async (name) => {
    const report = reportOf(readFileSync(new URL(`${name}/report.txt`, folder), 'utf8'));
    const rows = await rowsOf(report);
    const { all } = oldQuantities(report, yearOf(report));
    const { data } = await filled(report);
    const usable = rows.filter((row) => row[RENEWAL_HEADINGS.use] === null);
    expect(data).toHaveLength(usable.length);
    for (const row of usable) {
      const quantity = all[Number(row['编号']) - 1];
      const found = data.find(
        ({ indicator, stage, scope, period }) =>
          indicator === quantity?.indicator &&
          stage === quantity?.stage &&
          scope === quantity?.scope &&
          (period ?? null) === row['年份'],
      );
      // A ratio 1:3 is no finite decimal: a spreadsheet keeps fifteen digits of it.
      const [now, old] = [found?.value.toNumber() ?? Number.NaN, quantity?.value.toNumber() ?? 0];
      expect(now / old || 1, String(row['去年原文'])).toBeCloseTo(1, 12);
    }
    expect(usable.length).toBeGreaterThan(0.75 * rows.length);
  });

  test('every name of the vocabulary is read as itself', () => {
    const strays = INDICATORS.filter(
      ({ id, name }) => namedQuantity(name).id !== id || namedQuantity(name).stage !== null,
    );
    expect(strays.map(({ id }) => id)).toEqual([]);
  });
});

describe('what the title and the dates tell', () => {
  test.each([
    ['清河县义务教育均衡发展自评报告', '清河县'],
    ['关于宁川市2023年教育工作的报告', '宁川市'],
    ['在全县教育工作会议上的讲话', ''],
    ['我区义务教育发展情况', ''],
    ['工作报告', ''],
  ])('county of %s', (title, county) => {
    expect(countyIn(title)).toBe(county);
  });

  test.each([
    ['清河县2022年报告\n2023年有小学28所。', 2022],
    ['报告\n2023年有小学28所，初中9所；2020年有小学30所。', 2023],
    ['报告\n有小学28所。', null],
  ])('year of %s', (text, year) => {
    expect(yearOf(reportOf(text))).toBe(year);
  });
});
