import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Datum } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { assess } from '../../src/standards/assess.ts';
import { yearOutcomes } from '../../src/standards/yearly.ts';
import type { Standard } from '../../src/standards/standard.ts';
import { national } from '../support/national.ts';
import { dataset } from './rows.ts';

/** Figures by `indicator|stage`, the values of consecutive years, the last one that of the report. */
function series(values: Readonly<Record<string, readonly (number | null)[]>>): ReturnType<typeof dataset> {
  const data = Object.entries(values).flatMap(([key, all]) =>
    all.flatMap((value, index): Datum[] => {
      const [stated] = dataset([], { [key]: value ?? 0 }).data;
      return stated === undefined || value === null
        ? []
        : [{ ...stated, value: new Decimal(value), period: String(2024 - (all.length - 1 - index)) }];
    }),
  );
  return { ...dataset([]), data };
}

const LAW = national('education-law-1995');
const told = (values: Readonly<Record<string, readonly (number | null)[]>>, id: string, standard: Standard = LAW) =>
  yearOutcomes(series(values), [], standard)
    .filter((row) => row.id === id)
    .map(({ year, verdict, arithmetic, because }) => [year, verdict, because ?? arithmetic]);

describe('三个增长', () => {
  it('the growth of one above that of the other, each of three years, with the arithmetic', () => {
    const values = { 'education-budget': [100, 110, 115, 130], 'regular-revenue': [200, 210, 231, 231] };
    expect(told(values, 'allocation-growth')).toEqual([
      ['2022', 'holds', '10%（100→110）高于5%（200→210）'],
      ['2023', 'broken', '4.55%（110→115）低于10%（210→231）'],
      ['2024', 'holds', '13.04%（115→130）高于0%（231→231）'],
    ]);
  });

  it('equal growth is not above', () => {
    const values = { 'education-budget': [100, 100, 100, 103], 'regular-revenue': [300, 300, 300, 309] };
    expect(told(values, 'allocation-growth').map(([, verdict]) => verdict)).toEqual(['broken', 'broken', 'broken']);
  });

  it('three years take four years of figures; what is missing is told by year', () => {
    const values = { 'education-budget': [110, 115, 130], 'regular-revenue': [null, 231, 240] };
    expect(told(values, 'allocation-growth')).toEqual([
      ['2022', 'unassessable', '缺少2021年预算内教育经费拨款、2021年财政经常性收入、2022年财政经常性收入'],
      ['2023', 'unassessable', '缺少2022年财政经常性收入'],
      ['2024', 'holds', '13.04%（115→130）高于3.9%（231→240）'],
    ]);
  });

  it('each year above the one before; the same is no growth', () => {
    expect(told({ 'public-funds-per-pupil|小学': [1000, 1050, 1050, 1049.99] }, 'public-funds-primary')).toEqual([
      ['2022', 'holds', '1000→1050，增50'],
      ['2023', 'broken', '1050→1050，持平'],
      ['2024', 'broken', '1050→1049.99，减0.01'],
    ]);
  });

  it('the same rule under two wordings is told once', () => {
    const ids = yearOutcomes(series({ 'education-budget': [1, 2, 3, 4] }), [], LAW).map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('allocation-growth'))).toEqual(
      Array.from({ length: 3 }, () => 'allocation-growth'),
    );
  });
});

describe('other rules over years', () => {
  it('the share of education in the spending is worked out; years without figures are left out', () => {
    const values = { 'education-budget': [20, 21, 20], 'fiscal-expenditure': [100, 100, 100] };
    expect(told(values, 'share-of-expenditure')).toEqual([
      ['2023', 'holds', '20→21，增1'],
      ['2024', 'review', '规定的是逐步提高，个别年份下降请核对原因'],
    ]);
  });

  it('只增不减 is broken by one year', () => {
    const falls = told({ 'education-budget': [20, 21, 20] }, 'budget-not-falling', national('education-input-2018'));
    expect(falls.map((row) => row[1])).toEqual(['holds', 'broken']);
  });

  it('the share of the product binds the nation: a county is only told', () => {
    const share = { 'text:财政性教育经费占国内生产总值比例': [4, 4.1, 4] };
    expect(told(share, 'share-of-product').at(-1)?.[1]).toBe('review');
  });

  it.each([
    [94_382, 'holds'],
    [93_856, 'holds'],
    [93_855, 'broken'],
  ])('teachers at %i against civil servants at 93856: %s', (pay, verdict) => {
    const values = { 'teacher-average-pay': [pay], 'civil-servant-average-pay': [93_856] };
    expect(told(values, 'teacher-pay', national('compulsory-education-law-2006')).map((row) => row[1])).toEqual([
      verdict,
    ]);
  });

  it('norms that others may replace, and claims that nobody need make, only hint', () => {
    const staff = told({ 'pupils|小学': [1901], 'staff|小学': [100] }, 'staff-primary', national('staff-norms-2014'));
    expect(staff).toEqual([['2024', 'review', '可能另有规定，请核对']]);
    const classes = told({ 'large-class-count': [2] }, 'no-large-class', national('class-size-2016'));
    expect(classes).toEqual([['2024', 'review', '报告如写“消除大班额”，与此不符']]);
  });

  it('the training share of the years before the report’s; that year itself is a limit', () => {
    const values = { 'teacher-training-funds': [4, 5, 6], 'text:义务教育学校公用经费预算总额': [100, 100, 100] };
    const standard = national('teacher-training-funds');
    expect(told(values, 'share-of-public-funds', standard)).toEqual([
      ['2022', 'broken', '4÷100×100=4%'],
      ['2023', 'holds', '5÷100×100=5%'],
    ]);
    const now = assess(series(values), standard).limits.find(({ limit }) => limit.id === 'share-of-public-funds');
    expect([now?.verdict, now?.actual?.toString()]).toEqual(['holds', '6']);
  });

  it.each([
    [2, 3, ['holds', 'holds']],
    [1, 3, ['review', 'holds']],
    [3, 3, ['holds', 'review']],
  ])('local surcharge %i to surcharge %i', (local, national3, expected) => {
    const values = { 'local-education-surcharge': [local], 'education-surcharge': [national3] };
    const { limits } = assess(series(values), national('earmarked-revenue'));
    expect(limits.filter(({ limit }) => limit.id.startsWith('surcharge')).map(({ verdict }) => verdict)).toEqual(
      expected,
    );
  });

  it('no year, nothing said', () => {
    expect(yearOutcomes({ ...series({ 'education-budget': [1, 2] }), year: '' }, [], LAW)).toEqual([]);
  });
});

const amount = fc.integer({ min: 1, max: 1_000_000 });
it('growth is judged alike in any unit of money', () => {
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 4, maxLength: 4 }),
      fc.array(amount, { minLength: 4, maxLength: 4 }),
      fc.integer({ min: 1, max: 1000 }),
      (own, other, factor) => {
        const verdicts = (by: number) =>
          told({ 'education-budget': own.map((one) => one * by), 'regular-revenue': other }, 'allocation-growth').map(
            (row) => row[1],
          );
        expect(verdicts(factor)).toEqual(verdicts(1));
      },
    ),
  );
});
