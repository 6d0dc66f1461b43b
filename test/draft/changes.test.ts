import { describe, expect, it, test } from 'vitest';
import { eachWords } from '../../src/draft/helpers/each.ts';
import type { Dataset, GateItem } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { draft } from './support/draft.ts';
import { emptyCounty, fallingCounty, fullCounty, withSeries, without } from './support/county.ts';

const line = async (template: string, dataset: Dataset = fullCounty()): Promise<string> =>
  (await draft(`{{#part}}${template}{{else}}缺{{/part}}`, dataset)).text;

describe('from then to now', () => {
  const rate = '{{fromTo "retention-rate" stage="初中" years=3}}';
  const money = '{{fromTo "operating-cost-per-pupil" stage="小学" years=4}}';
  const of = (...values: string[]): Dataset => withSeries(fullCounty(), 'retention-rate', '初中', values);
  it.each([
    ['a rate, in points', rate, fullCounty(), '由2016年的96.30%提高到2018年的97.68%，提高1.38个百分点'],
    ['a fall', rate, fallingCounty(), '由2016年的97.68%下降到2018年的96.30%，下降1.38个百分点'],
    ['what prints alike', rate, of('97', '99', '97'), '2016年、2018年均为97.00%'],
    ['money, as growth', money, fullCounty(), '由2015年的6218.50元增加到2018年的7891.36元，增长26.90%'],
    ['a fall of money', money, fallingCounty(), '由2015年的7891.36元减少到2018年的6218.50元，下降21.20%'],
    [
      'without the change',
      rate.replace('years', 'by="none" years'),
      fullCounty(),
      '由2016年的96.30%提高到2018年的97.68%',
    ],
    ['with a year missing', rate, without(fullCounty(), 'retention-rate'), '缺'],
  ])('%s', async (_, template, dataset, expected) => {
    expect(await line(template, dataset)).toBe(expected);
  });
});

describe('change against the year before', () => {
  it.each([
    ['{{change "pupils" stage="小学"}}', '比上年增长1.37%'],
    ['{{change "pupils" stage="小学" by="amount"}}', '比上年增加335人'],
    ['{{change "retention-rate" stage="初中"}}', '比上年提高0.63个百分点'],
    ['{{change "rural-tax-transfer"}}', '与上年持平'],
  ])('%s: %s', async (template, expected) => {
    expect(await line(template)).toBe(expected);
  });
  test('a rate that falls is told in points too', async () => {
    expect(await line('{{change "retention-rate" stage="初中"}}', fallingCounty())).toBe('比上年下降0.75个百分点');
  });
});

describe('one quantity against another', () => {
  const pay = '{{compared "teacher-average-pay" "civil-servant-average-pay" than="公务员"}}';
  const paid = (value: string): Dataset => withSeries(fullCounty(), 'teacher-average-pay', null, [value]);
  it.each([
    ['74600', '比公务员高700元'],
    ['73900', '与公务员持平'],
    ['70000', '比公务员低3900元'],
  ])('%s: %s', async (value, expected) => {
    expect(await line(pay, paid(value))).toBe(expected);
  });
  test('of something missing, the sentence goes', async () => {
    expect(await line(pay, without(fullCounty(), 'civil-servant-average-pay'))).toBe('缺');
  });
});

describe('ranges and remainders', () => {
  test('a range has its unit once, rates have both signs', async () => {
    expect(await line('{{range (of "largest-class" stage="小学") (of "largest-class" stage="初中")}}')).toBe(
      '58～60人',
    );
    const rates = '{{range (of "fitness-rate" stage="初中") (of "fitness-rate" stage="小学")}}';
    expect(await line(rates)).toBe('94.80%～96.41%');
  });
  test('what is left of a whole, and none where the parts exceed it', async () => {
    const rest =
      '{{figure (remainder "disabled-children" "disabled-special-school" "disabled-inclusive" label="其余")}}';
    expect(await line(rest)).toBe('35人');
    expect(await line(rest, withSeries(fullCounty(), 'disabled-children', null, ['100']))).toBe('缺');
  });
});

describe('the same places for a quantity’s years', () => {
  test('zeros are kept, all and none excepted', async () => {
    expect(await line('{{series "operating-cost-per-pupil" stage="小学" years=3}}')).toBe(
      '6704.20元、7265.80元和7891.36元',
    );
    const rates = withSeries(fullCounty(), 'retention-rate', '小学', ['99.5', '99.82', '100']);
    expect(await line('{{series "retention-rate" stage="小学" years=3}}', rates)).toBe('99.50%、99.82%和100%');
  });
  test('a trend is told by what is printed', async () => {
    const flat = withSeries(fullCounty(), 'retention-rate', '小学', ['99.801', '99.802', '99.803']);
    expect(await line('{{trend "retention-rate" stage="小学" years=3 up="提高"}}', flat)).toBe('保持不变');
  });
});

describe('the highest and the lowest', () => {
  const both = '"books-per-pupil" "computers-per-hundred" stage="小学"';
  it.each([
    [`{{extremes ${both}}}`, '最高的是生均图书册数（25.12册），最低的是每百名学生拥有计算机台数（12.90台）'],
    [`{{extremes ${both} low=""}}`, '最高的是生均图书册数（25.12册）'],
    [`{{extremes ${both} named="behind" low=""}}`, '最高的是25.12册（生均图书册数）'],
    [`{{extremes ${both} named="only"}}`, '最高的是生均图书册数，最低的是每百名学生拥有计算机台数'],
    ['{{schoolExtremes "pupils" stage="初中"}}', '最高的是第一初级中学（1820人），最低的是北塬学校初中部（315人）'],
    ['{{figure (schoolsWith "pupils" above=600 stage="小学")}}', '3所'],
    ['{{figure (schoolsWith "pupils" below=600 stage="小学")}}', '3所'],
    ['{{figure (schoolsWith "equipment-value-per-pupil" stage="小学")}}', '2所'],
  ])('%s: %s', async (template, expected) => {
    expect(await line(template)).toBe(expected);
    expect(await line(template, emptyCounty())).toBe('缺');
  });
});

describe('several things, each of which may hold', () => {
  const verdict = (name: string, label: string): string =>
    `{{#item}}{{#verdict (rising "${name}" years=2)}}${label}{{/verdict}}{{/item}}`;
  const all = `{{#verdicts yes="增长" no="没有增长"}}${verdict('gdp', '甲')}${verdict('urban-income', '乙')}{{/verdicts}}`;
  it.each([
    ['both', fullCounty(), '甲和乙均增长'],
    ['none', fallingCounty(), '甲和乙均没有增长'],
    ['one', withSeries(fullCounty(), 'gdp', null, ['9', '8']), '乙增长，甲没有增长'],
    ['one of them unknown', without(fullCounty(), 'gdp'), '乙增长'],
    ['all unknown', emptyCounty(), '缺'],
  ])('%s', async (_, dataset, expected) => {
    expect(await line(all, dataset)).toBe(expected);
  });

  const items = ['甲', '乙', '丙', '丁'];
  const words = { yes: '达到', no: '未达到', everyone: null, rest: '其余' };
  it.each([
    [[], '甲、乙、丙和丁均达到'],
    [[1], '除乙未达到外，其余均达到'],
    [[0, 1], '丙和丁均达到，甲和乙均未达到'],
    [[0, 1, 2, 3], '甲、乙、丙和丁均未达到'],
  ])('without %j: %s', (bad, expected) => {
    expect(eachWords(items, (index) => !(bad as number[]).includes(index), words)).toBe(expected);
  });
});

describe('the province’s marks, school by school', () => {
  const item = (indicator: string, primary: string, row: number): GateItem => ({
    indicator,
    comparison: '>=',
    primary: new Decimal(primary),
    junior: null,
    unit: null,
    source: { sheet: '省标', row },
  });
  const gate = (books: string): Dataset => ({
    ...without(fullCounty(), 'text:办学基本标准达标学校数'),
    gate: { items: [item('books-per-pupil', books, 2)], allowedMisses: 0, floor: null },
  });
  it.each([
    ['{{gateMisses stage="小学" none="各项均达到"}}', '24', '生均图书册数1所（城关小学）'],
    ['{{gateMisses stage="小学" none="各项均达到"}}', '20', '各项均达到'],
    ['{{figure "text:办学基本标准达标学校数" stage="小学"}}', '24', '5所'],
    ['{{#if (gateMissed stage="小学")}}有{{else}}无{{/if}}', '24', '有'],
    ['{{gateMisses stage="初中"}}', '24', '缺'],
  ])('%s at %s: %s', async (template, books, expected) => {
    expect(await line(template, gate(books))).toBe(expected);
  });
});

test('a row for each school, each number in the ledger', async () => {
  const table = '| 学校 | 在校生数（人） |\n| - | - |\n{{schoolRows "pupils" stage="初中"}}\n';
  const { text, ledger } = await draft(table, fullCounty());
  expect(text).toContain('北塬学校初中部315');
  expect(ledger.map(({ printed, origin }) => `${printed} ${origin}`)).toContain('315 学校!第11行');
});
