import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indicators, renderIndicators } from '../../src/jobs/indicators.ts';
import { school, SCHOOL_HEADINGS, schools, workbookOf } from '../read/workbook/build.ts';

const file = new URL('../../src/standards/national/basic-balance-2012.yaml', import.meta.url);
const standards = [{ name: 'basic-balance-2012.yaml', text: readFileSync(file, 'utf8') }];
const unequal = schools(
  school(),
  school({
    学校名称: '西山小学',
    图书册数: 100,
    计算机台数: 500,
    教学及辅助用房面积: 90000,
    体育运动场馆面积: 10,
    教学仪器设备值: 9e7,
  }),
);
const request = async () => ({
  name: '数据.xlsx',
  workbook: await workbookOf({ schools: unequal }),
  standards,
  wanted: [],
});

test('basic balance unless another standard is named; a missed limit is told', async () => {
  const { counties, missed } = await indicators(await request());
  expect(counties.map(({ assessment }) => assessment.standard.id)).toEqual(['basic-balance-2012']);
  expect(missed).toBe(false);
  const strict = { name: 'own.yaml', text: standards[0]?.text.replace('value: 0.65', 'value: 0.10') ?? '' };
  expect((await indicators({ ...(await request()), wanted: [strict] })).missed).toBe(true);
});

test('an unknown standard names the known ones', async () => {
  await expect(indicators({ ...(await request()), wanted: ['basic'] })).rejects.toThrow(
    '没有标准“basic”；内置的有basic-balance-2012，也可以给出 .yaml 文件。',
  );
});

test('every form of the result', async () => {
  const result = await indicators(await request());
  expect(await renderIndicators(result, 'text')).toContain('小学综合差异系数');
  expect(await renderIndicators(result, 'json')).toContain('"composite"');
  expect(await renderIndicators(result, 'xlsx')).toBeInstanceOf(Uint8Array);
  expect(await renderIndicators(result, 'html')).toContain('<svg');
});

test('a combined school told as a whole is divided by the official ratio, and the division is told', async () => {
  const [primary, junior] = [
    school({ 学校名称: '双桥学校', 学校类型: '九年一贯制学校', 学生数: 400, 图书册数: 9600 }),
    school({ 学校名称: '双桥学校', 学段: '初中', 学校类型: '九年一贯制学校', 学生数: 400, 图书册数: 9600 }),
  ];
  const headings = [...SCHOOL_HEADINGS, '办学条件填报'];
  const workbook = await workbookOf({ schools: [headings, [...primary, '全校'], [...junior, '全校']] });
  const result = await indicators({ ...(await request()), workbook });
  const [county] = result.counties;
  const books = county?.assessment.stages.map(({ indicators: all }) => all[4]?.mean?.toFixed(2));
  // 9600 books over 400 + 1.1 × 400 weighted pupils
  expect(books).toEqual(['11.43', '12.57']);
  expect(await renderIndicators(result, 'text')).toContain('双桥学校（初中）按1:1.1折算，占全校办学条件的52.38%');
});

test('a word that says neither whole nor part is refused with its cell', async () => {
  const workbook = await workbookOf({
    schools: [
      [...SCHOOL_HEADINGS, '办学条件填报'],
      [...school(), '大概'],
    ],
  });
  await expect(indicators({ ...(await request()), workbook })).rejects.toThrow(
    '不认识“大概”；应为本学段、全校之一，或留空。',
  );
});

test('missing inputs are told by row and column, never counted as zero', async () => {
  const workbook = await workbookOf({ schools: schools(school(), school({ 学校名称: '西山小学', 图书册数: null })) });
  const text = await renderIndicators(await indicators({ ...(await request()), workbook }), 'text');
  expect(text).toContain('小学：“学校”表“图书册数”没有填写：西山小学（第3行）');
});

test('the pupils that a workbook foresees', async () => {
  const headings = [...SCHOOL_HEADINGS, '预计学生数（人）'];
  const rows = [
    [...school(), 800],
    [...school({ 学校名称: '西山小学' }), 400],
  ];
  const result = await indicators({
    ...(await request()),
    workbook: await workbookOf({ schools: [headings, ...rows] }),
  });
  const [step] = result.counties[0]?.gaps.growth ?? [];
  // 24 and 24 teachers over 800 and 400 pupils, from equal
  expect([step?.label, step?.assessment.stages[0]?.composite?.toFixed(3)]).toEqual(['预计学生数', '0.354']);
});
