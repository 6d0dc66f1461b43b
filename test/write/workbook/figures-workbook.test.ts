import { readdirSync, readFileSync } from 'node:fs';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../../src/model/dataset.ts';
import type { Report } from '../../../src/model/report.ts';
import { namedQuantity } from '../../../src/read/workbook/named-quantity.ts';
import { readWorkbook } from '../../../src/read/workbook/read-workbook.ts';
import { INDICATORS } from '../../../src/vocabulary/index.ts';
import { figureRows } from '../../../src/write/workbook/figure-rows.ts';
import { writeFiguresWorkbook } from '../../../src/write/workbook/figures-workbook.ts';
import { countyIn, yearOf } from '../../../src/write/workbook/report-basics.ts';
import { reportOf } from '../../support/read.ts';

type Rows = readonly (readonly CellValue[])[];

/** A county sheet's columns by heading. */
const HEADINGS = '指标 学段 年份 数值 单位 口径 统计时点 来源科室 范围 旧值 旧年份 报告原文 位置 说明'.split(' ');
const at = (heading: string) => HEADINGS.indexOf(heading);

async function sheets(report: Report): Promise<Map<string, Rows>> {
  const { sheets: all } = await readXlsx(await writeFiguresWorkbook('旧报告.docx', report));
  return new Map(all.map(({ name, rows }) => [name, rows]));
}

/** What a clerk does: types the old values (or others) into 数值. */
async function filled(report: Report, value = (old: number) => old): Promise<Dataset> {
  const book = await sheets(report);
  const again = [...book].map(([name, rows]) => ({
    name,
    rows: rows.map((row) => {
      const old = row[at('旧值')];
      if (name !== '县级数据' || typeof old !== 'number') return [...row];
      return row.map((cell, column) => (column === at('数值') ? value(old) : cell));
    }),
  }));
  return readWorkbook('数据.xlsx', await writeXlsx({ sheets: again }));
}

const TEXT =
  '清河县2023年义务教育均衡发展报告\n一、基本情况\n全县总人口40.88万人。2023年，全县有小学28所、初中9所，小学在校生4409人。' +
  '2022年投入教育经费1.2亿元，2023年投入教育经费13560.5万元。小学生师比16.4:1，小学巩固率为100%。全县有小学28所。\n';

describe('the sheet 县级数据', () => {
  test('has the columns that are read, and the old values beside', async () => {
    const rows = (await sheets(reportOf(TEXT))).get('县级数据') ?? [];
    expect(rows[0]).toEqual(HEADINGS);
    const primary = rows.find((row) => row[0] === '学校数' && row[1] === '小学') ?? [];
    expect(primary[at('年份')]).toBe('2024');
    expect(primary[at('数值')]).toBeNull();
    expect([primary[at('旧值')], primary[at('旧年份')], primary[at('单位')]]).toEqual([28, '2023', '所']);
    expect(primary[at('报告原文')]).toBe('2023年，全县有小学28所、初中9所，小学在校生4409人。');
    expect(primary[at('位置')]).toBe('第3行');
  });

  test('values are in the unit that the report prints', async () => {
    const rows = (await sheets(reportOf(TEXT))).get('县级数据') ?? [];
    const values = rows.map((row) => `${String(row[at('旧值')])}${String(row[at('单位')])}`);
    expect(values).toEqual(expect.arrayContaining(['40.88万人', '1.2亿元', '13560.5万元', '100%', '16.4比']));
  });

  test('each name stands once, and what differs is told', async () => {
    const rows = (await sheets(reportOf('全县有小学28所，在校生4409人。\n全县有小学28所，在校生4408人。'))).get(
      '县级数据',
    );
    expect(rows?.filter((row) => row[0] === '学校数')).toHaveLength(1);
    expect(rows?.find((row) => row[0] === '在校生数')?.[at('说明')]).toContain('4408人（第2行）');
  });

  test('what cannot be a row stands with its reason', async () => {
    const book = await sheets(reportOf('全县班额为45—50人。'));
    expect(book.get('未列入的数字')?.[1]?.slice(0, 3)).toEqual([
      '45—50人',
      expect.any(String),
      '是一个范围，不是一个数',
    ]);
  });
});

describe('filled in, it is read', () => {
  test('with the values of the clerk', async () => {
    const dataset = await filled(reportOf(TEXT), (old) => old * 2);
    expect([dataset.county, dataset.year, dataset.schools]).toEqual(['清河县', '2024', []]);
    const pupils = dataset.data.find(({ indicator, stage }) => indicator === 'pupils' && stage === '小学');
    expect([pupils?.value.toNumber(), pupils?.unit]).toEqual([8818, '人']);
  });

  test('an untouched one has no data', async () => {
    const bytes = await writeFiguresWorkbook('旧报告.docx', reportOf(TEXT));
    expect((await readWorkbook('数据.xlsx', bytes)).data).toEqual([]);
  });

  const folder = new URL('../../fixtures/reports/', import.meta.url);
  test.each(readdirSync(folder))('%s: the old values come back under their names', async (name) => {
    const report = reportOf(readFileSync(new URL(`${name}/report.txt`, folder), 'utf8'));
    const { rows } = figureRows(report, yearOf(report));
    const { data } = await filled(report);
    const key = (...parts: readonly (string | null)[]) => parts.join('|');
    const read = new Map(
      data.map((one) => [key(one.indicator, one.stage, one.period, one.scope), one.value.toNumber()]),
    );
    expect(read.size).toBe(rows.length);
    for (const { figure, period, scope } of rows) {
      const found = read.get(key(figure.indicator, figure.stage, period, scope)) ?? Number.NaN;
      // A ratio 1:3 is no finite decimal: a spreadsheet keeps fifteen digits of it.
      expect(found / figure.value.toNumber() || 1, figure.text).toBeCloseTo(1, 12);
    }
    const named = report.figures.filter(({ indicator }) => indicator !== null && !indicator.startsWith('text:'));
    expect(rows.length).toBeGreaterThan(0.5 * named.length);
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
