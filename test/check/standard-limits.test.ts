import { describe, expect, it } from 'vitest';
import { checkReport } from '../../src/check/index.ts';
import type { Standard } from '../../src/standards/standard.ts';
import { limit, standard } from '../standards/own-standard.ts';
import { NATIONAL } from '../support/national.ts';
import { reportOf } from '../support/read.ts';

const findings = (text: string, standards: readonly Standard[] = NATIONAL, title = '某县义务教育均衡发展自评报告') =>
  checkReport(reportOf(`${title}\n\n${text}`), standards).findings.filter(({ rule }) => rule === 'standard-unmet');
const told = (...args: Parameters<typeof findings>): string[] =>
  findings(...args).map(({ severity, evidence }) => `${severity} ${evidence}`);
const signed = (text: string, year: number): string => `${text}\n某县人民政府\n${year}年3月12日`;

describe('what a report states of itself', () => {
  it.each([
    ['on the limit', '小学综合差异系数为0.65，初中综合差异系数为0.55。', []],
    ['a hair over it', '小学综合差异系数为0.651。', ['warning 0.651>0.65']],
    ['over it, and claimed', '小学综合差异系数为0.651，达到规定要求。', ['error 0.651>0.65']],
    ['what it was before', '小学综合差异系数由0.712下降到0.512，达到要求。', []],
    ['what it was in an earlier year', '2014年公众满意度为82%，2015年公众满意度为93%。', []],
    ['what it is in the latest year', '2014年公众满意度为92%，2015年公众满意度为83%。', ['warning 83<85']],
    ['by how much it changed', '公众满意度比上年提高5.2%。', []],
    ['a goal by a later year', signed('到2020年公众满意度达到80%。', 2019), []],
    ['a goal among the plans', '二、下一步打算\n公众满意度达到80%。', []],
    [
      'a goal does not make older what is',
      signed('2018年公众满意度为83%。到2020年公众满意度达到90%。', 2019),
      ['warning 83<85'],
    ],
    ['a goal', '力争公众满意度达到80%。', []],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('quotes name, number and clause', () => {
    const [finding] = findings('小学综合差异系数为0.712，达到规定要求。');
    expect(finding?.message).toBe(
      '“小学综合差异系数”0.712，《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号）规定“小学八项指标的综合差异系数不高于0.65”，未达到，与文中“达标”之说不符，请核对。',
    );
  });
});

describe('quotas by year', () => {
  it.each([
    ['of a year that the text names', signed('2018年小学生均公用经费标准达到580元。', 2019), ['warning 580<600']],
    ['in the year of a higher one', signed('2021年小学生均公用经费标准达到600元。', 2022), ['warning 600<650']],
    ['undated, bound both this year and last', signed('小学生均公用经费基准定额为580元。', 2019), ['warning 580<600']],
    ['undated, in the year of the change', signed('小学生均公用经费基准定额为600元。', 2020), []],
    ['before there was one', signed('2014年小学生均公用经费标准达到500元。', 2015), []],
    ['reached', signed('2021年小学、初中生均公用经费标准分别达到650元、850元。', 2022), []],
    ['claimed to be reached', signed('2018年小学生均公用经费标准580元，达到国家标准。', 2019), ['error 580<600']],
    [
      'claimed, by a remembered day',
      signed('2021年小学生均公用经费标准600元，达到国家标准。', 2022),
      ['warning 600<650'],
    ],
    ['what was spent is no quota', signed('2018年小学生均公用经费580元。', 2019), []],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe('two bases of training funds', () => {
  it.each([
    ['of public funds', '教师培训经费占公用经费的4.2%。', ['warning 4.2<5']],
    ['of pay: a hint, since nobody is sure', '教师培训经费占教职工工资总额的1.2%。', ['info 1.2<1.5']],
    ['of pay, enough', '教师培训经费占教职工工资总额的2.53%。', []],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it('a hint is counted as open, not as broken', () => {
    const { summary } = checkReport(reportOf('教师培训经费占教职工工资总额的1.2%。'), NATIONAL);
    expect([summary.broken, summary.review]).toEqual([0, 1]);
  });
});

describe('quality balance', () => {
  const title = '某县义务教育优质均衡发展自评报告';
  it.each([
    ['a mean that leaves some school below the floor', '小学生均教学及辅助用房面积3.6平方米。', ['warning 3.6<3.825']],
    ['a mean between floor and mark says nothing of a school', '小学生均教学及辅助用房面积4.1平方米。', []],
    ['a largest class', '小学最大班额48人。', ['warning 48>45']],
    ['teachers without a certificate', '专任教师持证上岗率为98.5%。', ['warning 98.5<100']],
    ['basic balance has other limits', '初中三年巩固率为94%。', ['warning 94<95']],
  ])('%s', (_, text, expected) => {
    expect(told(signed(text, 2023), NATIONAL, title)).toEqual(expected);
  });

  it('there was none before 2017', () => {
    expect(told(signed('初中三年巩固率为94%。', 2014), NATIONAL, title)).toEqual([]);
  });
});

describe("a province's own marks", () => {
  const own = (...limits: Standard['limits']) => [
    standard(limits, { name: '省标准', effective: { from: '2010-01-01', until: null } }),
  ];
  it('a mean below a mark for every school leaves some school below it', () => {
    const books = limit(20, { indicator: 'books-per-pupil', stage: '小学', level: 'school', clause: '不低于20册' });
    const [finding] = findings('小学生均图书册数18.5册。', own(books));
    expect(finding?.severity).toBe('warning');
    expect(finding?.message).toBe(
      '“小学生均图书册数”18.5册，《省标准》规定“不低于20册”，这是全县的平均数，平均数不够，必有学校不够，未达到，请核对。',
    );
    expect(told('小学生均图书册数20册。', own(books))).toEqual([]);
  });

  it('a mark for one part of the country is not applied', () => {
    expect(told('公众满意度为83%。', own(limit(90, { indicator: 'satisfaction', area: '东部' })))).toEqual([]);
  });

  it('other names of a figure, with a gap', () => {
    const quota = limit(700, { indicator: 'text:拨款标准', names: ['公用经费…拨款标准'], unit: '元', stage: '小学' });
    expect(told('小学生均公用经费拨款标准为650元。', own(quota))).toEqual(['warning 650<700']);
  });
});

describe('the sample of the survey', () => {
  it.each([
    ['of a large county', '常住人口62.4万人。共发放问卷800份。', ['warning 800<935']],
    ['of a small one', '常住人口21.3万人。共发放问卷500份。', ['warning 500<600']],
    ['enough', '常住人口62.4万人。共发放问卷1000份。', []],
    ['told in parts', '常住人口62.4万人。向家长发放问卷500份，向教师发放问卷300份。', []],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});
