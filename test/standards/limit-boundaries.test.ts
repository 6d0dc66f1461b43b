import { describe, expect, it } from 'vitest';
import type { GateItem } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { assess, meets } from '../../src/standards/assess.ts';
import { isMissed } from '../../src/standards/assessment.ts';
import type { Comparison, Limit, SchoolRule } from '../../src/standards/standard.ts';
import { limit, standard } from './own-standard.ts';
import { dataset, row } from './rows.ts';

describe('on the limit and a hair beside it', () => {
  it.each<[Comparison, boolean, boolean, boolean]>([
    ['>=', false, true, true],
    ['>', false, false, true],
    ['<=', true, true, false],
    ['<', true, false, false],
  ])('%s: below %s, on %s, above %s', (comparison, ...expected) => {
    const found = ['0.6499', '0.65', '0.6501'].map((value) =>
      meets(new Decimal(value), comparison, new Decimal('0.65')),
    );
    expect(found).toEqual(expected);
  });
});

describe('a limit of the county', () => {
  const outcomeOf = (score: number | null, changes: Partial<Limit> = {}) => {
    const data = score === null ? {} : { 'work-score': score };
    const [outcome] = assess(dataset([], data), standard([limit(85, changes)])).limits;
    return outcome && [outcome.verdict, String(outcome.actual), String(outcome.gap), outcome.because];
  };
  it.each([
    [85, {}, ['holds', '85', 'null', null]],
    [84.9, {}, ['broken', '84.9', '0.1', null]],
    [85.1, { comparison: '<=' }, ['broken', '85.1', '0.1', null]],
    [84.9, { confidence: 'memory' }, ['broken', '84.9', '0.1', null]],
    [84.9, { confidence: 'unsure' }, ['review', '84.9', '0.1', null]],
    [null, {}, ['unassessable', 'null', 'null', '缺少推进工作自评得分']],
  ] as const)('%s %j', (score, changes, expected) => {
    expect(outcomeOf(score, changes)).toEqual(expected);
  });
});

describe('limits of schools', () => {
  const schools = [
    row('甲', { pupils: 100, 'largest-class': 45 }),
    row('乙', { pupils: 100, 'largest-class': 46 }, { part: '初中' }),
    row('丙', { pupils: 100 }),
  ];
  const largest = (stage: Limit['stage']) =>
    limit(45, { id: 'largest', indicator: 'largest-class', stage, comparison: '<=', level: 'school' });
  const told = (limits: Limit[], schoolRule: SchoolRule | null = null) =>
    assess(dataset(schools), standard(limits, { schoolRule })).limits.map(
      ({ school, verdict, because }) => `${school?.name} ${because ?? verdict}`,
    );

  it('of one stage bind its schools, of none all', () => {
    expect(told([largest('小学')])).toEqual(['甲 holds', '丙 缺少最大班额']);
    expect(told([largest(null)])).toEqual(['甲 holds', '丙 缺少最大班额', '乙 broken']);
  });

  it('are no limits of the county, nor the other way round', () => {
    expect(told([limit(85), largest('初中')])).toEqual(['undefined 缺少推进工作自评得分', '乙 broken']);
  });

  it('that a rule counts are told by the rule alone', () => {
    const rule: SchoolRule = { atLeast: 1, limits: ['largest'], clause: '', confidence: 'certain' };
    expect(told([largest(null)], rule)).toEqual([]);
  });
});

describe('rooms of a school', () => {
  const size = limit(90, { indicator: 'text:音乐专用教室最小面积', level: 'school' });
  const count = limit(1, { indicator: 'text:每12个班音乐专用教室数', level: 'school' });
  const told = (rooms: Readonly<Record<string, number>>) =>
    assess(dataset([row('甲', { pupils: 100, 'class-count': 12, ...rooms })]), standard([count, size])).limits.map(
      ({ verdict, because }) => because ?? verdict,
    );
  it.each([
    ['are measured', { 'music-rooms': 1, 'smallest-music-room-area': 89 }, ['holds', 'broken']],
    ['are missed where there is none, their size is not', { 'music-rooms': 0 }, ['broken']],
    ['without a size lack it', { 'music-rooms': 1 }, ['holds', '缺少音乐专用教室最小面积']],
    ['may be told by their size alone', { 'smallest-music-room-area': 90 }, ['缺少音乐专用教室数', 'holds']],
  ])('%s', (_, rooms, expected) => expect(told(rooms)).toEqual(expected));
});

describe('the province’s gate', () => {
  const mark: GateItem = {
    indicator: 'books-per-pupil',
    comparison: '>=',
    primary: new Decimal(20),
    junior: null,
    unit: null,
    source: { sheet: '省标', row: 2 },
  };
  const county = {
    ...dataset([row('甲', { pupils: 100, books: 2000 })]),
    gate: { items: [mark], allowedMisses: 0, floor: null },
  };
  it.each([
    ['where one limit of several asks for it', ['work-score', 'standard-attainment-rate'], '100'],
    ['nowhere else', ['work-score', 'satisfaction'], undefined],
  ])('is held against schools %s', (_, indicators, expected) => {
    const { gate } = assess(county, standard(indicators.map((indicator) => limit(100, { indicator }))));
    expect(gate?.stages[0]?.rate?.toString()).toBe(expected);
  });
});

describe('at least so many marks of each school, the others at their floor', () => {
  const LIMITS = [
    limit(20, { indicator: 'books-per-pupil', level: 'school', floor: new Decimal('0.85') }),
    limit(10, { indicator: 'computers-per-hundred', level: 'school', stage: '小学', floor: new Decimal('0.85') }),
    limit(5, { indicator: 'sports-area-per-pupil', level: 'school' }),
    limit(99, { indicator: 'teaching-area-per-pupil', level: 'school', stage: '初中' }),
  ];
  const another = limit(9999, { indicator: 'equipment-value-per-pupil', level: 'school' });
  const ruled = (atLeast: number, confidence: SchoolRule['confidence'] = 'certain') =>
    standard([...LIMITS, another], {
      schoolRule: { atLeast, limits: LIMITS.map(({ id }) => id), clause: '', confidence },
    });
  const full = { pupils: 100, books: 2000, computers: 10, 'sports-area': 500 };
  const outcomeOf = (amounts: Readonly<Record<string, number>>, rule = ruled(2)) => {
    const [school] = assess(dataset([row('甲', amounts)]), rule).schools;
    return school && [school.met, school.of, school.missed.length, school.belowFloor.length, school.verdict];
  };
  const { 'sports-area': _, ...unknown } = full;

  it.each([
    ['all', full, [3, 3, 0, 0, 'holds']],
    ['one missed, at its floor', { ...full, books: 1700 }, [2, 3, 1, 0, 'holds']],
    ['one missed, a hair below its floor', { ...full, books: 1699 }, [2, 3, 1, 1, 'broken']],
    ['one missed that has no floor', { ...full, 'sports-area': 1 }, [2, 3, 1, 0, 'holds']],
    ['two missed', { ...full, books: 1999, computers: 9 }, [1, 3, 2, 0, 'broken']],
    ['one not known', unknown, [2, 3, 0, 0, 'unassessable']],
    ['one not known, one missed', { ...unknown, books: 1999 }, [1, 3, 1, 0, 'unassessable']],
    ['one not known, one below its floor', { ...unknown, books: 1 }, [1, 3, 1, 1, 'broken']],
  ])('%s', (__, amounts, expected) => {
    expect(outcomeOf(amounts)).toEqual(expected);
  });

  it('a mark that must not be exceeded has no floor', () => {
    const classes = limit(45, { indicator: 'largest-class', level: 'school', comparison: '<=', floor: new Decimal(1) });
    const rule: SchoolRule = { atLeast: 0, limits: [classes.id], clause: '', confidence: 'certain' };
    const told = [45, 46].map((size) =>
      outcomeOf({ 'largest-class': size }, standard([classes], { schoolRule: rule })),
    );
    expect(told).toEqual([
      [1, 1, 0, 0, 'holds'],
      [0, 1, 1, 0, 'holds'],
    ]);
  });

  it('a rule that nobody is sure of gives a hint', () => {
    expect(outcomeOf({ ...full, books: 1 }, ruled(2, 'unsure'))).toEqual([2, 3, 1, 1, 'review']);
  });

  it.each([
    ['what holds', full, null],
    ['what is lost', { ...unknown, books: 1 }, null],
    ['what is not known', unknown, '缺少体育运动场馆面积'],
  ])('the reason of %s', (__, amounts, because) => {
    expect(assess(dataset([row('甲', amounts)]), ruled(2)).schools[0]?.because).toBe(because);
  });
});

describe('stages', () => {
  it('one whose schools are all out of scope is told, one without schools is not', () => {
    const schools = [row('甲', {}), row('乙', {}, { owner: '民办' })];
    const stages = (counted: typeof schools) =>
      assess(dataset(counted), standard([], { excludes: ['民办学校'] })).stages.map(({ stage }) => stage);
    expect([stages(schools), stages(schools.slice(1)), stages([])]).toEqual([['小学'], ['小学'], []]);
  });

  it('the composite is the mean of all coefficients or none', () => {
    const compositeOf = (...schools: Parameters<typeof row>[1][]) => {
      const rows = schools.map((amounts) => row('甲', amounts));
      const coefficients = ['books-per-pupil', 'computers-per-hundred'];
      return String(assess(dataset(rows), standard([], { coefficients })).stages[0]?.composite);
    };
    expect(compositeOf({ pupils: 1, books: 1, computers: 1 }, { pupils: 1, books: 3, computers: 1 })).toBe('0.25');
    expect(compositeOf({ pupils: 1, books: 1 }, { pupils: 1, books: 3, computers: 1 })).toBe('null');
  });

  it('a coefficient that nobody can compute is passed over', () => {
    const coefficients = ['books-per-pupil', 'no-such-indicator'];
    const { stages } = assess(dataset([row('甲', { pupils: 1, books: 1 })]), standard([], { coefficients }));
    expect(stages[0]?.indicators.map(({ indicator }) => indicator.id)).toEqual(['books-per-pupil']);
  });
});

it('one broken limit is enough to fail, a hint is not', () => {
  const missed = (score: number, changes: Partial<Limit> = {}): boolean =>
    isMissed(
      assess(
        dataset([], { 'work-score': score, satisfaction: 90 }),
        standard([limit(85, changes), limit(80, { indicator: 'satisfaction' })]),
      ),
    );
  expect([missed(85), missed(84), missed(84, { confidence: 'unsure' })]).toEqual([false, true, false]);
});
