import { beforeAll, describe, expect, it } from 'vitest';
import { type IndicatorsResult, indicators, renderIndicators } from '../../../src/jobs/indicators.ts';
import { openWorkbook } from '../../../src/read/workbook/open-workbook.ts';
import { indicatorParts } from '../../../src/write/workbook/indicator-parts.ts';
import { failingWorkbook } from '../../support/failing-county.ts';
import { NATIONAL_FILES } from '../../support/national.ts';

let basic: IndicatorsResult;
let quality: IndicatorsResult;

beforeAll(async () => {
  const request = { name: '数据.xlsx', workbook: await failingWorkbook(), standards: NATIONAL_FILES };
  basic = await indicators({ ...request, wanted: [] });
  quality = await indicators({ ...request, wanted: ['quality-balance-2017'] });
});

const partOf = (result: IndicatorsResult, id: string, standard = 0) => {
  const county = result.counties[standard];
  const part = county && indicatorParts(county).find((one) => one.id === id);
  return part?.rows.map((row) => row.map(({ text }) => text)) ?? [];
};

describe('a county that fails in everything', () => {
  it('the gate: who misses what, and what it takes', () => {
    const [first, second] = partOf(basic, 'gate');
    expect([first?.slice(0, 4), second?.slice(0, 4)]).toEqual([
      ['小学', '城关小学', '0/3', '未达到'],
      ['初中', '石岭一中', '2/3', '达到'],
    ]);
    expect(first?.at(-1)).toBe('图书册数14,700册、计算机台数71台');
  });

  it('the work: sums, and what is odd about them', () => {
    expect(partOf(basic, 'work').at(-1)).toEqual(['合计', '3', '110', '87', '79.1%']);
    const county = basic.counties[0];
    const notes = county && indicatorParts(county).find(({ id }) => id === 'work')?.notes;
    expect(notes?.slice(0, 2)).toEqual([
      '分值合计为110分，不是100分；自评分折合百分制为79.09分。',
      '1项有得分而没有填写证据材料：B1建立义务教育均衡发展责任、监督和问责机制。',
    ]);
  });

  it('the laws on money stand beside basic balance, and settle the items that refer to them', () => {
    expect(basic.counties.map(({ assessment }) => assessment.standard.id)).toEqual([
      'basic-balance-2012',
      'compulsory-education-law-2006',
      'earmarked-revenue',
      'education-input-2018',
      'education-law-1995',
      'teacher-training-funds',
    ]);
    const growths = partOf(basic, 'items').filter(([, text]) => text?.includes('三个增长'));
    expect(growths.map((row) => row[2])).toEqual(['未达到', '待核']);
  });

  it('nobody asked for the laws beside another standard', () => {
    expect(quality.counties.map(({ assessment }) => assessment.standard.id)).toEqual(['quality-balance-2017']);
  });

  it('quality balance: items by their verdict', () => {
    const verdicts = partOf(quality, 'items').map((row) => row[2]);
    const count = (word: string) => verdicts.filter((verdict) => verdict === word).length;
    expect(['未达到', '缺数据', '看材料', '另行核算'].map(count)).toEqual([8, 7, 13, 2]);
  });

  it('the first line is the verdict, whole; doubts are told apart from what is missed', async () => {
    const [, , verdict, doubts] = String(await renderIndicators(basic, 'text')).split('\n');
    expect(verdict).toMatch(/^ {2}石岭县2024年对照《.+》（.+）：未达到。能够核算的4项要求中，2项未达到：.+。$/u);
    expect(doubts).toMatch(/^ {2}需要核对的有3项：小学办学基本标准达标率.+两者不一致，请核对；推进工作自评得分/u);
  });

  it('a workbook with a sheet for each part, and every school against the gate', async () => {
    const opened = await openWorkbook('结果.xlsx', (await renderIndicators(basic, 'xlsx')) as Uint8Array);
    const names = opened.sheets.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['省标', '省标各校', '工作自评', '逐年核算', '评估项目']));
    expect(names).not.toContain('放宽情形');
  });

  it('JSON tells the same', async () => {
    const [county] = JSON.parse(String(await renderIndicators(basic, 'json')));
    expect(county.gate.stages[0].rate).toBe(75);
    expect(county.work.outOfHundred).toBeCloseTo(79.09, 2);
    expect(county.gaps.gate.totals[0]).toMatchObject({ amount: 'books', total: 14_700 });
    expect(county.items.find(({ id }: { id: string }) => id === 'wk-b2').verdict).toBe('broken');
  });
});

it('a standard without coefficients prints no empty tables', async () => {
  const request = { name: '数据.xlsx', workbook: await failingWorkbook(), standards: NATIONAL_FILES };
  const result = await indicators({ ...request, wanted: ['class-size-2016'] });
  const text = String(await renderIndicators(result, 'text'));
  expect(text).not.toMatch(/综合差异系数|各校指标|达到县域均值/u);
  expect(text).toContain('最大班额≤55人  ');
  expect(String(await renderIndicators(result, 'html'))).not.toContain('各校指标');
  const opened = await openWorkbook('结果.xlsx', (await renderIndicators(result, 'xlsx')) as Uint8Array);
  expect(opened.sheets.map(({ name }) => name)).toEqual(['结论', '限值', '逐年核算', '学校缺口']);
});
