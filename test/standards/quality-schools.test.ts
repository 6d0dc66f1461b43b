import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SchoolRow } from '../../src/model/dataset.ts';
import { assess } from '../../src/standards/assess.ts';
import { analyseGaps } from '../../src/standards/gap/analyse-gaps.ts';
import { national } from '../support/national.ts';
import { dataset, row } from './rows.ts';

const quality = national('quality-balance-2017');
const of = (schools: readonly SchoolRow[], ids: readonly string[], data: Readonly<Record<string, number>> = {}) =>
  assess(dataset(schools, data), quality)
    .limits.filter(({ limit }) => ids.includes(limit.id))
    .map(({ limit, school, verdict }) => `${limit.id} ${school?.name ?? ''} ${verdict}`);
const ROOMS = ['music-rooms', 'art-rooms', 'music-room-area', 'art-room-area'];
const rooms = (classes: number, music: number, art: number, musicArea?: number, artArea?: number) => ({
  pupils: 400,
  'class-count': classes,
  'music-rooms': music,
  'art-rooms': art,
  ...(musicArea === undefined ? {} : { 'smallest-music-room-area': musicArea }),
  ...(artArea === undefined ? {} : { 'smallest-art-room-area': artArea }),
});

describe('rooms of gymnastics are no rooms of teaching (QB-4)', () => {
  const area = (amounts: Readonly<Record<string, number>>, by = quality) => {
    const assessment = assess(dataset([row('甲', { pupils: 100, ...amounts })]), by);
    const found = assessment.stages[0]?.indicators.find(({ indicator }) => indicator.amount === 'teaching-area');
    return [found?.mean?.toString(), assessment.notes];
  };

  it('are taken off for quality balance, and only there', () => {
    const amounts = { 'teaching-area': 500, 'indoor-sports-area': 60 };
    expect(area(amounts)).toEqual(['4.4', ['教学及辅助用房面积已扣除室内体育用房面积（1所）']]);
    expect(area(amounts, national('basic-balance-2012'))).toEqual(['5', []]);
  });

  it('a blank is told, a zero is not, and more than the whole is not taken off', () => {
    expect(area({ 'teaching-area': 500 })).toEqual([
      '5',
      ['1所学校没有填写室内体育用房面积（甲（小学）），教学及辅助用房面积没有扣除，可能偏高；没有的请填0'],
    ]);
    expect(area({ 'teaching-area': 500, 'indoor-sports-area': 0 })).toEqual(['5', []]);
    expect(area({ 'teaching-area': 50, 'indoor-sports-area': 60 })).toEqual([
      '0.5',
      ['待核：甲（小学）室内体育用房面积60大于教学及辅助用房面积50，没有扣除'],
    ]);
  });
});

describe('rooms for music and art (QG-3)', () => {
  it.each([
    ['twelve classes, one each', rooms(12, 1, 1, 96, 90), ['holds', 'holds', 'holds', 'holds']],
    ['thirteen classes, one of music', rooms(13, 1, 2, 96, 90), ['broken', 'holds', 'holds', 'holds']],
    ['one small', rooms(12, 1, 1, 95.9, 89), ['holds', 'holds', 'broken', 'broken']],
    ['none of music: its size is no question', rooms(12, 0, 1, undefined, 90), ['broken', 'holds', 'holds']],
    ['a size not told', rooms(12, 1, 1, undefined, 90), ['holds', 'holds', 'unassessable', 'holds']],
  ])('%s', (_, amounts, verdicts) => {
    expect(of([row('甲', amounts)], ROOMS).map((one) => one.split(' ')[2])).toEqual(verdicts);
  });

  it('the parts of a combined school use them together', () => {
    const type = '九年一贯制学校';
    const parts = [
      row('双桥', rooms(10, 2, 2, 100, 92), { type }),
      row('双桥', rooms(10, 0, 0), { type, part: '初中' }),
    ];
    expect(of(parts, ROOMS)).toEqual(ROOMS.map((id) => `${id} 双桥 holds`));
    const whole = parts.map((part) => ({ ...part, conditions: 'whole' as const }));
    expect(of(whole, ['music-rooms'])).toEqual(['music-rooms 双桥 holds']);
  });

  it('what it takes: rooms, and for one too small its size', () => {
    const county = dataset([row('甲', rooms(25, 1, 3, 90, 90))]);
    const { schools } = analyseGaps(county, assess(county, quality), { prices: new Map(), growth: null });
    expect(schools[0]?.additions.map(({ gap, amount }) => `${gap.indicator.amount} ${amount.toString()}`)).toEqual([
      'music-rooms 2',
    ]);
    expect(schools[0]?.excesses.map(({ outcome }) => outcome.limit.id)).toEqual(['music-room-area']);
  });

  it('as many as the twelves begun', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 9 }), (classes, count) => {
        const [verdict] = of([row('甲', rooms(classes, count, 9, 96, 90))], ['music-rooms']);
        expect(verdict?.endsWith('holds')).toBe(count >= Math.ceil(classes / 12));
      }),
    );
  });
});

describe('reliefs only hint', () => {
  const hints = (amounts: Readonly<Record<string, number>>) =>
    assess(dataset([row('甲', amounts)]), quality).reliefs.map(({ relief }) => relief.id);

  it.each([
    ['old rooms', rooms(12, 1, 1, 73, 67), ['rooms-built-by-2016-music', 'rooms-built-by-2016-art']],
    ['too small for those too', rooms(12, 1, 1, 72, 66), []],
    ['small classes', { ...rooms(12, 1, 1, 54, 90), 'largest-class': 29 }, ['rooms-small-classes']],
    ['classes of thirty', { ...rooms(12, 1, 1, 54, 90), 'largest-class': 30 }, []],
    ['a small school without enough teachers of sport', { pupils: 99, 'sports-arts-teachers': 0 }, ['small-rural']],
    ['a larger one', { pupils: 100, 'sports-arts-teachers': 0 }, []],
    ['a school of 2400', { pupils: 2400 }, ['size-old-or-migrant']],
    ['one more', { pupils: 2401 }, []],
  ])('%s', (_, amounts, expected) => expect(hints(amounts)).toEqual(expected));
});

describe('items of guarantee and quality', () => {
  const items = (data: Readonly<Record<string, number>>, schools: readonly SchoolRow[] = []) =>
    new Map(assess(dataset(schools, data), quality).items.map(({ item, verdict }) => [item.id, verdict]));

  it.each([
    ['qg-8', { 'teacher-average-pay': 9, 'civil-servant-average-pay': 10 }, 'broken'],
    ['qg-11', { 'exchange-rate': 10, 'text:交流骨干教师数': 2, 'exchanged-teachers': 10 }, 'holds'],
    ['qg-11', { 'exchange-rate': 10, 'text:交流骨干教师数': 1, 'exchanged-teachers': 10 }, 'broken'],
    ['qg-15', { 'text:公办学校就读随迁子女数': 84, 'migrant-pupils|小学': 60, 'migrant-pupils|初中': 40 }, 'broken'],
    ['qg-12', { 'text:专任教师持有教师资格证上岗率': 100 }, 'holds'],
    ['qg-9', {}, 'unassessable'],
    ['qq-4', { 'teacher-training-funds': 4, 'text:义务教育学校公用经费预算总额': 100 }, 'broken'],
    ['qg-1', {}, 'papers'],
    ['veto-fraud', {}, 'papers'],
  ])('%s from %j: %s', (id, data, verdict) => expect(items(data).get(id)).toBe(verdict));

  it('one school decides what is asked of every school', () => {
    expect(items({}, [row('甲', { pupils: 10, 'largest-class': 46 })]).get('qg-5')).toBe('broken');
  });
});
