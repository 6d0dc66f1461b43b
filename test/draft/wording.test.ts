import { describe, expect, test } from 'vitest';
import type { Dataset } from '../../src/model/dataset.ts';
import { draft } from './support/draft.ts';
import { emptyCounty, fallingCounty, fullCounty, withSeries, without } from './support/county.ts';

const line = async (template: string, dataset: Dataset = fullCounty()): Promise<string> =>
  (await draft(template, dataset)).text;

describe('figures', () => {
  test('print in their own unit and places', async () => {
    expect(await line('在校生{{figure "pupils" stage="小学"}}。')).toBe('在校生24715人。');
    expect(await line('合计{{figure "pupils"}}。')).toBe('合计36951人。');
    expect(await line('{{figure "gdp" in="亿元"}}')).toBe('159.6亿元');
    expect(await line('{{figure "population" in="万人"}}')).toBe('41.26万人');
    expect(await line('{{figure "cv-composite" stage="小学"}}')).toMatch(/^0\.\d{3}$/);
    expect(await line('{{figure "teacher-pupil-ratio" stage="小学" form="1:n"}}')).toBe('1:17.47');
    expect(await line('{{figure "disabled-enrolment-rate"}}')).toBe('96.79%');
    expect(await line('{{figure "pupils" stage="小学" year=-1}}')).toBe('24380人');
  });

  test('carry their source, formula and sentence into the ledger', async () => {
    const { ledger } = await draft(
      '甲。满意度为{{figure "satisfaction"}}，编制{{figure "staff-establishment"}}。乙。',
      fullCounty(),
    );
    expect(ledger).toHaveLength(2);
    expect(ledger[0]).toMatchObject({
      id: expect.stringMatching(/^f_[a-z0-9]{6}$/),
      origin: '满意问卷数÷满意度有效问卷数×100%',
      printed: '93.81%',
      unit: '%',
      sentence: '满意度为93.81%，编制2560人。',
      rounding: '四舍五入至2位小数',
    });
    expect(ledger[0]?.cells).toHaveLength(2);
    expect(ledger[0]?.value.toFixed(6)).toBe('93.814433');
    expect(ledger[0]?.printedValue.toFixed()).toBe('93.81');
    expect(ledger[1]).toMatchObject({ rounding: '原数' });
    expect(ledger[1]?.origin).toMatch(/^县级数据!E\d+$/);
  });

  test('a missing one is a visible gap that is listed', async () => {
    const { text, gaps, ledger } = await draft('在校生{{figure "pupils" stage="小学"}}。', emptyCounty());
    expect(text).toBe('在校生【待填：小学在校生数】。');
    expect(gaps).toEqual([expect.objectContaining({ wanted: ['小学在校生数'], kind: 'datum' })]);
    expect(ledger).toEqual([]);
  });

  test('a computed one names the data it lacks', async () => {
    const { gaps } = await draft('{{figure "satisfaction"}}', without(fullCounty(), 'satisfaction-valid'));
    expect(gaps[0]?.wanted).toEqual(['满意度有效问卷数']);
  });
});

describe('what is left out', () => {
  test('a part with missing data goes, its line leaves no hole', async () => {
    const template = '甲。\n{{#part}}乙{{figure "gdp"}}。{{/part}}\n丙。';
    expect(await line(template, emptyCounty())).toBe('甲。丙。');
    expect(await line('{{#part}}乙{{figure "gdp"}}。{{else}}丁。{{/part}}', emptyCounty())).toBe('丁。');
  });

  test('an inner part does not take the outer one along', async () => {
    const template =
      '{{#part}}在校生{{figure "pupils" stage="小学"}}{{#part}}、{{figure "township-count"}}{{/part}}。{{/part}}';
    expect(await line(template, without(fullCounty(), 'township-count'))).toBe('在校生24715人。');
  });

  test('lists and numbered points close up', async () => {
    const list =
      '辖{{#list last="和"}}{{#item}}{{figure "township-count"}}乡镇{{/item}}{{#item}}{{figure "subdistrict-count"}}街道{{/item}}{{#item}}{{figure "village-count"}}行政村{{/item}}{{/list}}。';
    expect(await line(list)).toBe('辖14个乡镇、2个街道和236个行政村。');
    expect(await line(list, without(fullCounty(), 'subdistrict-count'))).toBe('辖14个乡镇和236个行政村。');
    const points =
      '{{#points}}{{#item}}甲{{figure "gdp" in="亿元"}}。{{/item}}{{#item}}乙。{{/item}}{{#item}}丙。{{/item}}{{/points}}';
    expect(await line(points)).toBe('一是甲159.6亿元。二是乙。三是丙。');
    expect(await line(points, without(fullCounty(), 'gdp'))).toBe('一是乙。二是丙。');
  });
});

describe('words that follow the data', () => {
  const change = '{{change (growth "gdp")}}';
  test('growth, fall, no change', async () => {
    expect(await line(change)).toBe('比上年增长7.69%');
    expect(await line(change, fallingCounty())).toBe('比上年下降7.14%');
    expect(await line(change, withSeries(fullCounty(), 'gdp', null, ['5', '5']))).toBe('与上年持平');
  });

  test('a trend is 逐年 only where every step is', async () => {
    const trend = '{{#part}}{{trend "retention-rate" stage="初中" years=3 up="提高"}}{{/part}}';
    const of = (values: readonly string[]): Promise<string> =>
      line(trend, withSeries(fullCounty(), 'retention-rate', '初中', values));
    expect(await of(['96', '97', '98'])).toBe('逐年提高');
    expect(await of(['98', '97', '96'])).toBe('逐年下降');
    expect(await of(['96', '96', '96'])).toBe('保持不变');
    expect(await of(['96', '95', '98'])).toBe('总体提高、其间有所回落');
    expect(await of(['96', '96', '98'])).toBe('总体提高');
    expect(await of(['98', '99', '96'])).toBe('总体下降、其间有所回升');
    expect(await of(['96', '98', '96'])).toBe('有升有降、首末持平');
  });

  test('all, some, none of the years', async () => {
    const each =
      '{{#part}}{{eachYear "education-budget-growth" over="regular-revenue-growth" years=3 yes="高于" no="不高于"}}{{/part}}';
    expect(await line(each)).toBe('各年均高于');
    expect(await line(each, fallingCounty())).toBe('各年均不高于');
    const mixed = withSeries(fullCounty(), 'education-budget', null, ['100', '101', '130', '160']);
    expect(await line(each, mixed)).toBe('2017年、2018年高于，2016年不高于');
  });

  test('stages that agree are told together', async () => {
    expect(await line('学历达标率{{stages "degree-attainment-rate"}}')).toBe('学历达标率分别为100%和99.8%');
    const same = withSeries(fullCounty(), 'degree-attainment-rate', '初中', ['100']);
    expect(await line('学历达标率{{stages "degree-attainment-rate"}}', same)).toBe('学历达标率均为100%');
  });

  test('the level of the county decides how it speaks of itself', async () => {
    expect(await line('{{we}}{{whole}}', { ...fullCounty(), county: '临江区' })).toBe('我区全区');
    expect(await line('{{we}}{{whole}}', { ...fullCounty(), county: '东山自治旗' })).toBe('我旗全旗');
  });
});

describe('Markdown', () => {
  test('words of the data are never markup', async () => {
    expect(await line('{{county}}', { ...fullCounty(), county: '*清*河_县_`|1. #' })).toBe('*清*河_县_`|1. #');
  });
});
