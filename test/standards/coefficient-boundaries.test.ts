import { describe, expect, it } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';
import { compositeCoefficient, differenceCoefficient } from '../../src/standards/difference-coefficient.ts';
import {
  indicatorOfStage,
  PER_PUPIL_INDICATORS,
  perPupilIndicatorOf,
  schoolsInScope,
  schoolValue,
} from '../../src/standards/school-indicators.ts';
import { row } from './rows.ts';

const spreadOf = (...schools: readonly (readonly [pupils: number, amount: number])[]) => {
  const spread = differenceCoefficient(
    schools.map(([pupils, amount]) => ({ pupils: new Decimal(pupils), amount: new Decimal(amount) })),
  );
  return spread && [spread.pupils, spread.mean, spread.deviation, spread.coefficient].map(String);
};
const indicator = (id: string) => {
  const found = perPupilIndicatorOf(id);
  if (found === undefined) throw new Error(`no indicator: ${id}`);
  return found;
};
const books = indicator('books-per-pupil');

describe('the weighted coefficient', () => {
  it.each([
    // 3 and 0.5 a pupil around 1: √(1/5·4 + 4/5·1/4) = 1
    [
      [
        [1, 3],
        [4, 2],
      ],
      ['5', '1', '1', '1'],
    ],
    // 12 and 2 a pupil around 4: the same spread in other units
    [
      [
        [2, 24],
        [8, 16],
      ],
      ['10', '4', '4', '1'],
    ],
    // 1 and 3 a pupil around 2
    [
      [
        [1, 1],
        [1, 3],
      ],
      ['2', '2', '1', '0.5'],
    ],
    [[[1, 1]], ['1', '1', '0', '0']],
    [[[4, 1]], ['4', '0.25', '0', '0']],
    [
      [
        [1, 0],
        [1, 0.5],
      ],
      ['2', '0.25', '0.25', '1'],
    ],
  ] as const)('%j', (schools, expected) => {
    expect(spreadOf(...schools)).toEqual(expected);
  });

  it.each([
    [[[10, 0]]],
    [
      [
        [10, 5],
        [0, 5],
      ],
    ],
    [
      [
        [10, 5],
        [-1, 5],
      ],
    ],
    [
      [
        [10, 5],
        [10, -6],
      ],
    ],
    [[]],
  ] as const)('none of %j', (schools) => {
    expect(spreadOf(...schools)).toBeNull();
  });

  it('the composite is the mean', () => {
    expect(String(compositeCoefficient([new Decimal('0.2'), new Decimal('0.3'), new Decimal('0.7')]))).toBe('0.4');
    expect(compositeCoefficient([])).toBeNull();
  });
});

it('per pupil or per hundred, and the places of the official tables', () => {
  expect(PER_PUPIL_INDICATORS.map(({ id, per, places }) => `${id} ${per} ${places}`)).toEqual([
    'teaching-area-per-pupil 1 2',
    'sports-area-per-pupil 1 2',
    'equipment-value-per-pupil 1 2',
    'computers-per-hundred 100 2',
    'books-per-pupil 1 2',
    'teacher-pupil-ratio 1 3',
    'above-required-degree-per-pupil 1 3',
    'intermediate-title-per-pupil 1 3',
    'above-required-degree-per-hundred 100 2',
    'backbone-per-hundred 100 2',
    'sports-arts-per-hundred 100 2',
    'multimedia-rooms-per-hundred 100 2',
  ]);
});

describe('a school of its own', () => {
  it.each([
    ['books per pupil', { pupils: 100, books: 2500 }, books, '25'],
    ['computers per hundred', { pupils: 200, computers: 30 }, indicator('computers-per-hundred'), '15'],
    ['one pupil', { pupils: 1, books: 3 }, books, '3'],
    ['no pupils', { pupils: 0, books: 2500 }, books, 'null'],
    ['no number of pupils', { books: 2500 }, books, 'null'],
    ['no books told', { pupils: 100 }, books, 'null'],
  ])('%s', (_, amounts, of, expected) => {
    expect(String(schoolValue(row('甲', amounts), of))).toBe(expected);
  });
});

describe('how schools stand to the mean', () => {
  const told = (...schools: Parameters<typeof row>[1][]) =>
    indicatorOfStage(
      schools.map((amounts, index) => row(String(index), amounts)),
      books,
    );

  it('two thirds are told to twenty places, rounded', () => {
    const { mean, values } = told({ pupils: 1, books: 0 }, { pupils: 2, books: 2 });
    expect(mean?.toFixed(5)).toBe('0.66667');
    expect(values.map(({ value, difference, lacking }) => [value, difference, lacking].map(String))).toEqual([
      ['0', '-0.66666666666666666667', '0.66666666666666666667'],
      ['1', '0.33333333333333333333', '0'],
    ]);
  });

  it('per hundred the mean is, the raw amount that is lacking is not', () => {
    const { mean, values } = indicatorOfStage(
      [row('甲', { pupils: 100, computers: 5 }), row('乙', { pupils: 100, computers: 15 })],
      indicator('computers-per-hundred'),
    );
    expect(String(mean)).toBe('10');
    expect(values.map(({ value, difference, lacking }) => [value, difference, lacking].map(String))).toEqual([
      ['5', '-5', '5'],
      ['15', '5', '0'],
    ]);
  });

  const [one, three, blank] = [{ pupils: 1, books: 1 }, { pupils: 1, books: 3 }, { pupils: 1 }];
  it.each([
    ['two schools', [one, three], '2', '0.5', []],
    ['one school alone, which does not differ from itself', [one], '1', 'null', []],
    ['one school beside one that does not tell', [one, blank], '1', 'null', ['1']],
    ['two schools beside one that does not tell', [one, three, blank], '2', 'null', ['2']],
  ])('a coefficient needs every amount and two schools, a mean does not: %s', (_, schools, ...expected) => {
    const { mean, coefficient, missing } = told(...schools);
    expect([String(mean), String(coefficient), missing.map(({ name }) => name)]).toEqual(expected);
  });

  it('of no school there is nothing', () => {
    expect(told()).toMatchObject({ mean: null, coefficient: null, values: [] });
  });
});

it('a stage counts its own schools, and says why others are out', () => {
  const schools = [row('甲', {}), row('乙', {}, { owner: '民办' }), row('丙', {}, { part: '初中' })];
  const { counted, excluded } = schoolsInScope(schools, '小学', ['民办学校']);
  expect([counted.map(({ name }) => name), excluded.map(({ school }) => school.name)]).toEqual([['甲'], ['乙']]);
});
