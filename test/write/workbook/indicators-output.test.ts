import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../src/model/decimal.ts';
import { assess } from '../../../src/standards/assess.ts';
import { analyseGaps } from '../../../src/standards/gap/analyse-gaps.ts';
import { parseStandard } from '../../../src/standards/parse.ts';
import { indicatorsJson } from '../../../src/write/workbook/indicators-json.ts';
import { indicatorsText } from '../../../src/write/workbook/indicators-text.ts';
import { writeIndicatorsWorkbook } from '../../../src/write/workbook/indicators-workbook.ts';
import { actualText, printed } from '../../../src/write/workbook/print.ts';
import { displayWidth, textTable } from '../../../src/write/workbook/text-table.ts';
import { dataset, row } from '../../standards/rows.ts';

const file = new URL('../../../src/standards/national/basic-balance-2012.yaml', import.meta.url);
const basic = parseStandard('basic-balance-2012.yaml', readFileSync(file, 'utf8'));
const equal = {
  'teaching-area': 5,
  'sports-area': 8,
  'equipment-value': 2000,
  computers: 0.2,
  'full-time-teachers': 0.06,
  'teachers-above-required-degree': 0.05,
  'teachers-intermediate-title': 0.04,
};
/** The golden case in books; all else equal. */
const schools = [
  [45, 279],
  [37, 137],
  [89, 935],
  [76, 160],
  [55, 402],
].map(([pupils = 0, books = 0], index) => {
  const amounts = Object.fromEntries(Object.entries(equal).map(([id, each]) => [id, each * pupils]));
  return row(`第${index + 1}小学`, { ...amounts, pupils, books });
});
const county = dataset([...schools, row('育才小学', { pupils: 10 }, { owner: '民办' })]);
const assessment = assess(county, basic);
const result = { assessment, gaps: analyseGaps(county, assessment, { prices: new Map(), growth: null }) };

test('text: verdicts, coefficients to three places, who lacks what, who does not count', () => {
  const text = indicatorsText([result]);
  expect(text).toMatch(/达到\s+小学综合差异系数\s+0\.064\s+≤0\.65/u);
  expect(text).toMatch(/无法判断\s+公众满意度\s+—\s+≥85\s+缺少满意问卷数、满意度有效问卷数/u);
  expect(text).toMatch(/生均图书册数（册）\s+6\.33\s+0\.515\s+3所/u);
  expect(text).toContain('图书册数：第4小学322册，第2小学98册，第1小学7册');
  expect(text).toMatch(/小学\s+育才小学\s+10人\s+民办学校/u);
});

test('json: the same numbers, unrounded', () => {
  const [parsed] = JSON.parse(indicatorsJson([result])) as {
    stages: { composite: number; indicators: { indicator: string; coefficient: number }[] }[];
    limits: { id: string; verdict: string }[];
  }[];
  const books = parsed?.stages[0]?.indicators.find(({ indicator }) => indicator === 'books-per-pupil');
  expect(books?.coefficient).toBeCloseTo(0.51527, 4);
  expect(parsed?.limits.find(({ id }) => id === 'composite-primary')?.verdict).toBe('holds');
});

test('xlsx: numbers are numbers', async () => {
  const { sheets } = await readXlsx(await writeIndicatorsWorkbook([result]));
  expect(sheets.map(({ name }) => name)).toEqual([
    '结论',
    '限值',
    '逐年核算',
    '评估项目',
    '差异系数',
    '小学指标',
    '学校缺口',
    '系数补足方案',
    '低于均值',
    '影响大小',
    '不列入测算',
  ]);
  const books = sheets[4]?.rows.find((cells) => cells[2] === '生均图书册数（册）');
  expect(books?.slice(3, 6)).toEqual([6.33, 0.515, 3]);
  expect(sheets[10]?.rows[1]).toEqual(['教督〔2012〕3号', '小学', '育才小学', 10, '民办学校']);
});

describe('a figure beside its limit', () => {
  const limit = basic.limits.find(({ id }) => id === 'composite-primary');
  if (!limit) throw new Error('the standard limits the composite');
  const text = (value: string) =>
    actualText({
      limit,
      school: null,
      actual: new Decimal(value),
      formula: null,
      verdict: 'holds',
      because: null,
      gap: null,
    });

  test.each([
    ['0.6412', '0.641'],
    ['0.65', '0.650'],
    ['0.65004', '0.65004'],
    ['0.6504', '0.6504'],
  ])('%s prints as %s', (value, shown) => expect(text(value)).toBe(shown));
});

test('thousands separators', () => {
  expect([1234567.891, 999, -1234].map((value) => printed(new Decimal(value), 1))).toEqual([
    '1,234,567.9',
    '999.0',
    '-1,234.0',
  ]);
});

test('columns line up by display width', () => {
  expect(displayWidth('生均（册）a1')).toBe(12);
  expect(
    textTable([
      ['名称', '数'],
      ['东山小学', '1,000'],
      ['a', '—'],
    ]),
  ).toEqual(['  名称         数', '  东山小学  1,000', '  a             —']);
});
