import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../src/model/decimal.ts';
import type { SchoolRow } from '../../../src/model/dataset.ts';
import { assess } from '../../../src/standards/assess.ts';
import { analyseGaps, type GapQuestion } from '../../../src/standards/gap/analyse-gaps.ts';
import { parseStandard } from '../../../src/standards/parse.ts';
import type { Standard } from '../../../src/standards/standard.ts';
import { limit, standard } from '../own-standard.ts';
import { dataset, row } from '../rows.ts';

const NATIONAL = new URL('../../../src/standards/national/', import.meta.url);
const national = (id: string) => parseStandard(`${id}.yaml`, readFileSync(new URL(`${id}.yaml`, NATIONAL), 'utf8'));
const quality = national('quality-balance-2017');

/** Reaches all seven marks. */
const FULL = {
  pupils: 100,
  'teaching-area': 500,
  'sports-area': 800,
  'equipment-value': 250000,
  'teachers-above-required-degree': 5,
  'backbone-teachers': 2,
  'sports-arts-teachers': 1,
  'multimedia-rooms': 4,
};
const gapsOf = (schools: readonly SchoolRow[], by: Standard = quality, question: Partial<GapQuestion> = {}) => {
  const county = dataset(schools);
  return analyseGaps(county, assess(county, by), { prices: new Map(), growth: null, ...question });
};
const prices = (given: Readonly<Record<string, number>>) =>
  new Map(Object.entries(given).map(([id, price]) => [id, new Decimal(price)]));

describe('what a school needs', () => {
  const planOf = (changes: Readonly<Record<string, number>>, question: Partial<GapQuestion> = {}) => {
    const [plan] = gapsOf([row('甲', { ...FULL, ...changes })], quality, question).schools;
    return (
      plan && {
        passes: plan.passes,
        gaps: plan.gaps.map(({ indicator, toMark, toFloor }) => `${indicator.amount} ${toMark} ${toFloor}`),
        additions: plan.additions.map(({ gap, amount }) => `${gap.indicator.amount} ${amount}`),
        cost: plan.cost?.toString() ?? null,
      }
    );
  };

  it('nothing where all marks are reached', () => expect(planOf({})).toBeUndefined());

  it('one mark missed above its floor: what it takes is told, and that it is allowed', () => {
    expect(planOf({ 'teaching-area': 400 })).toEqual({
      passes: true,
      gaps: ['teaching-area 50 0'],
      additions: [],
      cost: '0',
    });
  });

  it('one mark missed below its floor: to the floor is enough', () => {
    expect(planOf({ 'teaching-area': 300 })).toMatchObject({
      passes: false,
      gaps: ['teaching-area 150 83'],
      // 3.825 × 100 = 382.5, in whole square metres
      additions: ['teaching-area 83'],
    });
  });

  it('people and rooms come in wholes, rounded up', () => {
    expect(planOf({ pupils: 101, 'multimedia-rooms': 2, 'backbone-teachers': 1 })?.gaps).toEqual([
      'backbone-teachers 1 0',
      'multimedia-rooms 1 0',
    ]);
  });

  it('two missed: without prices the one is let go that is furthest below as a share of its mark', () => {
    // 100 of 450 lacking against 300 of 750
    expect(planOf({ 'teaching-area': 350, 'sports-area': 450 })?.additions).toEqual([
      'teaching-area 100',
      'sports-area 188',
    ]);
  });

  it('two missed: with prices the one that saves most', () => {
    const given = { prices: prices({ 'teaching-area': 3000, 'sports-area': 200 }) };
    expect(planOf({ 'teaching-area': 350, 'sports-area': 450 }, given)).toMatchObject({
      additions: ['teaching-area 33', 'sports-area 300'],
      cost: String(33 * 3000 + 300 * 200),
    });
  });

  it('a class too large: how many classes the limit takes', () => {
    const [plan] = gapsOf([row('甲', { ...FULL, pupils: 100, 'class-count': 2, 'largest-class': 52 })]).schools;
    const [excess] = plan?.excesses ?? [];
    expect([String(excess?.classes?.needed), String(excess?.classes?.has)]).toEqual(['3', '2']);
  });

  it('what was added makes the school pass', () => {
    const amount = fc.integer({ min: 0, max: 900 });
    const people = fc.integer({ min: 0, max: 9 });
    const pupils = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(pupils, amount, amount, people, people, people, (many, area, sports, degree, backbone, rooms) => {
        const given = {
          ...FULL,
          pupils: many,
          'teaching-area': area,
          'sports-area': sports,
          'teachers-above-required-degree': degree,
          'backbone-teachers': backbone,
          'multimedia-rooms': rooms,
        };
        const school = row('甲', given);
        const [plan] = gapsOf([school]).schools;
        if (plan === undefined) return true;
        const amounts = new Map(school.amounts);
        for (const { gap, amount: units } of plan.additions) {
          amounts.set(gap.indicator.amount, units.plus(amounts.get(gap.indicator.amount) ?? 0));
        }
        const [after] = assess(dataset([{ ...school, amounts }]), quality).schools;
        return after?.verdict === 'holds';
      }),
      { numRuns: 200 },
    );
  });

  it('sums over the schools of a stage', () => {
    const poor = { ...FULL, 'teaching-area': 300 };
    const [total] = gapsOf([row('甲', poor), row('乙', poor), row('丙', FULL)]).totals;
    expect([total?.amount, total?.schools, String(total?.total)]).toEqual(['teaching-area', 2, '166']);
  });
});

describe('coefficients', () => {
  const unequal = [
    row('甲', { ...FULL, 'multimedia-rooms': 3 }),
    row('乙', { ...FULL, 'multimedia-rooms': 3 }),
    row('丙', { ...FULL, 'multimedia-rooms': 13 }),
  ];
  const rooms = gapsOf(unequal).coefficients.find(({ indicator }) => indicator.indicator.amount === 'multimedia-rooms');

  it('over the limit: the least additions, to the lowest', () => {
    expect(rooms?.indicator.coefficient?.toFixed(3)).toBe('0.744');
    expect(rooms?.plan?.schools.map(({ school, amount }) => `${school.name}${amount}`)).toEqual(['甲2', '乙2']);
    expect(rooms?.plan?.coefficient.lte('0.5')).toBe(true);
  });

  it('shares of the schools make up one; whoever is far above counts as well', () => {
    expect(rooms?.influences.map(({ school, isBelow }) => `${school.name}${isBelow ? '低' : '高'}`)).toEqual([
      '丙高',
      '甲低',
      '乙低',
    ]);
    const sum = rooms?.influences.reduce((total, { share }) => total.plus(share), new Decimal(0));
    expect(sum?.toDecimalPlaces(20).toString()).toBe('1');
  });

  it('under the limit or not known: no plan', () => {
    const { coefficients } = gapsOf([row('甲', FULL), row('乙', { pupils: 100 })]);
    expect(coefficients.every(({ plan, influences }) => plan === null && influences.length === 0)).toBe(true);
  });

  it('once the schools reach their own marks, the coefficient may be under its limit already', () => {
    const gaps = gapsOf([row('甲', { ...FULL, 'sports-area': 80 }), row('乙', FULL), row('丙', FULL)]);
    const sports = gaps.coefficients.find(({ indicator }) => indicator.indicator.amount === 'sports-area');
    expect(sports?.outcome?.gap).not.toBeNull();
    expect(sports?.afterMarks?.lt('0.5')).toBe(true);
  });
});

describe('the composite', () => {
  const own = standard([limit(0.4, { indicator: 'cv-composite', stage: '小学', comparison: '<=' })], {
    coefficients: ['books-per-pupil', 'computers-per-hundred'],
  });
  const schools = [
    row('甲', { pupils: 100, books: 500, computers: 2 }),
    row('乙', { pupils: 100, books: 2500, computers: 18 }),
  ];
  const amounts = (question: Partial<GapQuestion>) => {
    const [composite] = gapsOf(schools, own, question).composites;
    return {
      measure: composite?.measure,
      mix: composite?.mix?.map(({ indicator, total }) => `${indicator.indicator.amount} ${total}`),
      reached: composite?.composite?.lte('0.4'),
      cost: composite?.cost?.toString() ?? null,
    };
  };

  it('without prices by shares of what there is', () => {
    expect(amounts({})).toMatchObject({ measure: 'share', reached: true, cost: null });
  });

  it('dear computers: books are bought; dear books: computers', () => {
    expect(amounts({ prices: prices({ books: 1, computers: 100000 }) })).toMatchObject({
      mix: ['books 2000'],
      cost: '2000',
    });
    expect(amounts({ prices: prices({ books: 1000, computers: 1 }) }).mix?.[0]).toMatch(/^computers/u);
  });

  it('only what has a price takes part; where that is not enough, nothing is promised', () => {
    expect(amounts({ prices: prices({ books: 25 }) })).toMatchObject({ measure: 'yuan', mix: ['books 2000'] });
  });

  it('one indicator alone, where that is enough', () => {
    const [composite] = gapsOf(schools, own).composites;
    expect(composite?.alone.map(({ plan }) => plan?.total.toString() ?? null)).toEqual(['2000', '12']);
  });
});

describe('other numbers of pupils', () => {
  const growth = { rate: new Decimal('0.05'), years: 3 };
  // 4.5 m² a pupil: enough for 111 pupils
  const schools = [
    row('甲', { ...FULL, 'equipment-value': 1e6, 'sports-area': 9999 }),
    row('乙', { ...FULL, pupils: 50 }),
  ];

  it('year by year: who falls below which mark, and when', () => {
    const steps = gapsOf(schools, quality, { growth }).growth;
    expect(steps.map(({ label }) => label)).toEqual(['2025年', '2026年', '2027年']);
    expect(
      steps.map(({ newlyMissed }) => newlyMissed.map(({ school, limit: { id } }) => `${school?.name} ${id}`)),
    ).toEqual([[], [], ['甲 sports-arts-primary', '甲 teaching-area-primary']]);
  });

  it('what the workbook foresees, for the schools that say so', () => {
    const foreseen = [row('甲', { ...FULL, 'expected-pupils': 200 }), row('乙', FULL)];
    const [step] = gapsOf(foreseen).growth;
    expect([step?.label, step?.newlyFailing.map(({ name }) => name)]).toEqual(['预计学生数', ['甲']]);
  });

  it('none asked, none told', () => expect(gapsOf(schools).growth).toEqual([]));
});

describe('missing inputs', () => {
  it('are told by column, with the schools', () => {
    const { books: _, ...rest } = { ...FULL, books: 1 };
    const { missing } = gapsOf([row('甲', rest), row('乙', { pupils: 100 })]);
    expect(missing.map(({ column, schools, isWhole }) => `${column} ${schools.length} ${isWhole}`)).toContain(
      '教学及辅助用房面积 1 false',
    );
    expect(missing.map(({ column, isWhole }) => `${column} ${isWhole}`)).toContain('最大班额 true');
  });
});
