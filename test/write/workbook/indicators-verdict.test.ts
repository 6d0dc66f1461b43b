import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/model/decimal.ts';
import type { SchoolRow } from '../../../src/model/dataset.ts';
import { assess } from '../../../src/standards/assess.ts';
import { analyseGaps } from '../../../src/standards/gap/analyse-gaps.ts';
import { parseStandard } from '../../../src/standards/parse.ts';
import type { Standard } from '../../../src/standards/standard.ts';
import { indicatorsText } from '../../../src/write/workbook/indicators-text.ts';
import { verdictSentences } from '../../../src/write/workbook/indicators-verdict.ts';
import { limit, standard } from '../../standards/own-standard.ts';
import { dataset, row } from '../../standards/rows.ts';

const url = new URL('../../../src/standards/national/quality-balance-2017.yaml', import.meta.url);
const quality = parseStandard('quality-balance-2017.yaml', readFileSync(url, 'utf8'));
const resultOf = (
  schools: readonly SchoolRow[],
  by: Standard,
  data: Readonly<Record<string, number>> = {},
  prices: Readonly<Record<string, number>> = {},
) => {
  const county = dataset(schools, data);
  const assessment = assess(county, by);
  const priced = new Map(Object.entries(prices).map(([id, price]) => [id, new Decimal(price)]));
  return { assessment, gaps: analyseGaps(county, assessment, { prices: priced, growth: null }) };
};
const own = (...limits: Parameters<typeof limit>[]) =>
  standard(
    limits.map((one) => limit(...one)),
    { name: '办法', number: '甲〔2024〕1号', coefficients: ['books-per-pupil', 'computers-per-hundred'] },
  );
const head = '青禾县2024年对照《办法》（甲〔2024〕1号）：';
const composite: Parameters<typeof limit> = [0.4, { indicator: 'cv-composite', stage: '小学', comparison: '<=' }];
const unequal = [
  row('甲', { pupils: 100, books: 500, computers: 2 }),
  row('乙', { pupils: 100, books: 2500, computers: 18 }),
];

describe('the verdict', () => {
  it('all that can be told is met', () => {
    expect(verdictSentences(resultOf([], own([85, {}]), { 'work-score': 90 }))).toEqual([
      `${head}能够核算的1项要求全部达到。`,
    ]);
  });

  it('what is not known is no pass', () => {
    const by = own([85, {}], [85, { indicator: 'satisfaction', unit: '%' }]);
    expect(verdictSentences(resultOf([], by, { 'work-score': 90 }))).toEqual([
      `${head}能够核算的1项要求全部达到，但还不能下达标的结论。`,
      '缺少数据、无法判断的有1项：公众满意度（缺少满意问卷数、满意度有效问卷数）。',
    ]);
  });

  it('nothing known, nothing said', () => {
    expect(verdictSentences(resultOf([], own([85, {}])))[0]).toBe(`${head}数据不足，无法判断是否达到。`);
  });

  it('a limit that nobody is sure of is told apart', () => {
    const sentences = verdictSentences(resultOf([], own([85, { confidence: 'unsure' }]), { 'work-score': 80 }));
    expect(sentences[1]).toBe('待核1项（限值的出处不确定，只作提示）：推进工作自评得分80.0（要求≥85）。');
  });

  it('where not, and what it takes', () => {
    expect(verdictSentences(resultOf(unequal, own(composite), {}, { books: 25, computers: 900000 }))).toEqual([
      `${head}未达到。能够核算的1项要求中，1项未达到：小学综合差异系数0.733（要求≤0.4）。`,
      '使小学综合差异系数由0.733降到0.4，花费最少的办法是：图书册数增加2,000册（1所，约5.00万元），合计约5.00万元；增加后为0.400。',
    ]);
  });

  it('what has a price is not enough: more prices are asked for, nothing is promised', () => {
    const by = own([0.3, { indicator: 'cv-composite', stage: '小学', comparison: '<=' }]);
    expect(verdictSentences(resultOf(unequal, by, {}, { books: 25 })).at(-1)).toBe(
      '使小学综合差异系数由0.733降到0.3：只增加有单价的项目不够，请补充其他项目的单价。',
    );
  });

  it('schools are counted and the first of them named', () => {
    const poor = (name: string) => row(name, { pupils: 100, 'teaching-area': 300, 'sports-area': 100 });
    const [verdict] = verdictSentences(resultOf([poor('甲'), poor('乙'), poor('丙'), poor('丁')], quality));
    expect(verdict).toContain('各校资源配置有4所学校未达到（甲、乙、丙等4所）');
  });
});

it('the text tells the method beside the plan', () => {
  const text = indicatorsText([resultOf(unequal, own(composite))]);
  expect(text).toContain('使小学综合差异系数0.733达到要求（≤0.4）');
  expect(text).toContain('如只增加一项：图书册数增加2,000册（1所）；计算机台数增加12台（1所）');
  expect(text).toContain('按各项在现有总量上增加的百分比之和最小来分配');
});
