import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { indicators, renderIndicators } from '../../src/jobs/indicators.ts';
import { school, schools, workbookOf } from '../read/workbook/build.ts';

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

test('missing inputs are told by row and column, never counted as zero', async () => {
  const workbook = await workbookOf({ schools: schools(school(), school({ 学校名称: '西山小学', 图书册数: null })) });
  const text = await renderIndicators(await indicators({ ...(await request()), workbook }), 'text');
  expect(text).toContain('小学：“学校”表“图书册数”没有填写：西山小学（第3行）');
});
