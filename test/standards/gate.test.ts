import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset, ProvincialGate } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { assess } from '../../src/standards/assess.ts';
import { analyseGaps } from '../../src/standards/gap/analyse-gaps.ts';
import { national } from '../support/national.ts';
import { dataset, row } from './rows.ts';

const basic = national('basic-balance-2012');

type Mark = [indicator: string, comparison: '>=' | '<=', primary: number | null, junior?: number];

function gate(marks: readonly Mark[], allowedMisses: number | null = 0, floor: number | null = null): ProvincialGate {
  return {
    items: marks.map(([indicator, comparison, primary, junior], index) => ({
      indicator,
      comparison,
      primary: primary === null ? null : new Decimal(primary),
      junior: junior === undefined ? null : new Decimal(junior),
      unit: null,
      source: { sheet: '省标', row: index + 2 },
    })),
    allowedMisses,
    floor: floor === null ? null : new Decimal(floor),
  };
}

const BOOKS: Mark = ['books-per-pupil', '>=', 20, 30];
const COMPUTERS: Mark = ['computers-per-hundred', '>=', 10];
const CLASSES: Mark = ['largest-class', '<=', 45];
const full = { pupils: 100, books: 2000, computers: 10, 'largest-class': 45 };

const gated = (changes: Readonly<Record<string, number | null>>, of: ProvincialGate): Dataset => {
  const amounts = Object.entries({ ...full, ...changes }).filter((one): one is [string, number] => one[1] !== null);
  return { ...dataset([row('甲', Object.fromEntries(amounts))]), gate: of };
};
const gateOf = (county: Dataset) => assess(county, basic).gate;

describe('a school and the province’s marks', () => {
  const three = (misses: number | null, floor: number | null = null) =>
    gate([BOOKS, COMPUTERS, CLASSES], misses, floor);
  it.each([
    ['at every mark', {}, three(0), ['holds', 3, '100']],
    ['a book less', { books: 1999 }, three(0), ['broken', 2, '0']],
    ['a class of one more', { 'largest-class': 46 }, three(0), ['broken', 2, '0']],
    ['one miss allowed', { books: 1999 }, three(1), ['holds', 2, '100']],
    ['two, one allowed', { books: 1999, computers: 9 }, three(1), ['broken', 1, '0']],
    ['at the floor', { books: 1200 }, three(1, 60), ['holds', 2, '100']],
    ['below the floor', { books: 1199 }, three(1, 60), ['broken', 2, '0']],
    ['a mark that must not be exceeded has no floor', { 'largest-class': 90 }, three(1, 60), ['holds', 2, '100']],
    ['how many misses nobody says', { books: 1999 }, three(null), ['review', 2, undefined]],
    ['nothing missed, how many nobody says', {}, three(null), ['holds', 3, '100']],
    ['not known', { books: null }, three(0), ['unassessable', 2, undefined]],
    ['not known, and another missed', { books: null, computers: 9 }, three(0), ['broken', 1, '0']],
    ['not known, but a miss is allowed', { books: null }, three(1), ['holds', 2, '100']],
    ['not known, a miss allowed at a floor', { books: null }, three(1, 60), ['unassessable', 2, undefined]],
  ])('%s', (_, changes, of, expected) => {
    const [stage] = gateOf(gated(changes, of))?.stages ?? [];
    const [school] = stage?.schools ?? [];
    expect([school?.verdict, school?.met, stage?.rate?.toString()]).toEqual(expected);
  });

  it('marks by stage; a stage without marks is not judged', () => {
    const schools = [row('甲', full), row('乙', { pupils: 100, books: 2000 }, { part: '初中', type: '初级中学' })];
    const found = gateOf({ ...dataset(schools), gate: gate([BOOKS]) });
    expect(found?.stages.map(({ stage, rate }) => [stage, rate?.toString()])).toEqual([
      ['小学', '100'],
      ['初中', '0'],
    ]);
    expect(gateOf({ ...dataset(schools), gate: gate([COMPUTERS]) })?.stages.map(({ stage }) => stage)).toEqual([
      '小学',
    ]);
  });

  it.each([
    ['building-area-per-pupil', '>=', 5, { 'building-area': 500 }, 'holds'],
    ['pupil-teacher-ratio', '<=', 19, { 'full-time-teachers': 5 }, 'broken'],
    ['text:音乐专用教室数', '>=', 1, { 'music-rooms': 1 }, 'holds'],
    ['campus-area', '>=', 1000, { 'campus-area': 999 }, 'broken'],
  ] as const)('%s out of the columns of the table', (indicator, comparison, mark, amounts, expected) => {
    expect(gateOf(gated(amounts, gate([[indicator, comparison, mark]])))?.stages[0]?.schools[0]?.verdict).toBe(
      expected,
    );
  });

  it('an item that no column answers is told and is no pass', () => {
    const found = gateOf(gated({}, gate([BOOKS, ['text:劳动教育基地', '>=', 1]])));
    expect([found?.unread, found?.stages[0]?.schools[0]?.verdict]).toEqual([['劳动教育基地'], 'unassessable']);
    expect(found?.notes).toEqual(['学校表没有这些项目的列，无法逐校核对：劳动教育基地。']);
  });

  it('only where the standard asks for it', () => {
    expect(assess(gated({}, gate([BOOKS])), national('quality-balance-2017')).gate).toBeNull();
  });
});

describe('the rate of the county', () => {
  const rate = (changes: Readonly<Record<string, number>>, data: Readonly<Record<string, number>>) => {
    const county = gated(changes, gate([BOOKS]));
    const found = assess({ ...county, data: dataset([], data).data }, basic).limits.find(
      ({ limit }) => limit.id === 'gate-primary',
    );
    return [found?.verdict, found?.actual?.toString(), found?.formula ?? null, found?.doubt];
  };
  const stated = 'standard-attainment-rate|小学';

  it('is worked out where nobody states it', () => {
    expect(rate({}, {})).toEqual(['holds', '100', '1÷1×100', undefined]);
    expect(rate({ books: 1 }, {})).toEqual(['broken', '0', '0÷1×100', undefined]);
  });

  it('stated and worked out alike', () => {
    expect(rate({}, { [stated]: 100 })).toEqual(['holds', '100', null, undefined]);
  });

  it('stated otherwise: both are told, and there is no verdict', () => {
    expect(rate({ books: 1 }, { [stated]: 100 })).toEqual([
      'review',
      '100',
      null,
      '按填写的数为100%，按省标逐校核算为0÷1×100=0%，两者不一致，请核对',
    ]);
  });

  it('stated otherwise, and missed both ways', () => {
    expect(rate({ books: 1 }, { [stated]: 50 })[0]).toBe('broken');
  });
});

describe('what it takes', () => {
  const planOf = (changes: Readonly<Record<string, number>>, of: ProvincialGate) => {
    const county = gated(changes, of);
    const { gate: gaps } = analyseGaps(county, assess(county, basic), { prices: new Map(), growth: null });
    return gaps.totals.map(({ amount, total }) => `${amount} ${total.toString()}`);
  };

  it('whole units to each mark, the cheaper let go where one may be missed', () => {
    expect(planOf({ books: 1000, computers: 9 }, gate([BOOKS, COMPUTERS]))).toEqual(['books 1000', 'computers 1']);
    expect(planOf({ books: 1000, computers: 9 }, gate([BOOKS, COMPUTERS], 1))).toEqual(['computers 1']);
    expect(planOf({ books: 1000, computers: 9 }, gate([BOOKS, COMPUTERS], 1, 60))).toEqual([
      'books 200',
      'computers 1',
    ]);
  });

  it('teachers for a ratio of pupils', () => {
    expect(planOf({ 'full-time-teachers': 5 }, gate([['pupil-teacher-ratio', '<=', 19]]))).toEqual([
      'full-time-teachers 1',
    ]);
  });

  it('a class too large uses up the miss that is allowed', () => {
    expect(planOf({ books: 1000, 'largest-class': 50 }, gate([BOOKS, CLASSES], 1))).toEqual(['books 1000']);
  });

  it('with it a school reaches the mark, with one less it does not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.integer({ min: 0, max: 90_000 }),
        fc.integer({ min: 1, max: 40 }),
        (pupils, books, mark) => {
          const of = gate([['books-per-pupil', '>=', mark]]);
          const [added] = planOf({ pupils, books }, of);
          const units = Number(added?.split(' ')[1] ?? 0);
          const verdict = (more: number) =>
            gateOf(gated({ pupils, books: books + more }, of))?.stages[0]?.schools[0]?.verdict;
          expect(verdict(units)).toBe('holds');
          if (units > 0) expect(verdict(units - 1)).toBe('broken');
        },
      ),
    );
  });
});
