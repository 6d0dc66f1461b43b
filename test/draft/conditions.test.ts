import { describe, expect, it } from 'vitest';
import { CONDITIONS } from '../../src/draft/helpers/conditions.ts';
import type { HelperContext } from '../../src/draft/helpers/helper.ts';
import { Missing, Quantity } from '../../src/draft/quantity.ts';
import { Recorder } from '../../src/draft/recorder.ts';
import type { DataView, Reference } from '../../src/draft/view.ts';
import { Decimal } from '../../src/model/decimal.ts';

/** Series by name, the oldest value first, the last one of the report's year. */
type Data = Readonly<Record<string, readonly string[]>>;

function find(data: Data, { indicator, offset }: Reference): Quantity | Missing {
  const value = data[indicator]?.at(offset - 1);
  if (value === undefined) return new Missing(indicator);
  return new Quantity({
    indicator,
    stage: null,
    period: '2024',
    label: indicator,
    value: new Decimal(value),
    habit: { unit: '个', kind: 'count', places: 0, fixed: false },
    source: { sheet: '县级数据', cell: 'D2' },
    definition: null,
    asOf: null,
    office: null,
  });
}

/** What a condition says within a part, and how many numbers it missed. */
function run(name: string, data: Data, options: Readonly<Record<string, unknown>> = {}, names = Object.keys(data)) {
  const recorder = new Recorder();
  recorder.depth = 1;
  return { said: runIn(recorder, name, data, options, names), missing: recorder.missing };
}

function runIn(
  recorder: Recorder,
  name: string,
  data: Data,
  options: Readonly<Record<string, unknown>>,
  names: unknown[],
) {
  const condition = CONDITIONS.find((one) => one.name === name);
  if (condition === undefined) throw new Error(`no condition: ${name}`);
  const view = { find: (reference: Reference) => find(data, reference) } as DataView;
  const context: HelperContext = { view, recorder, settings: {}, pieces: new Map() };
  return condition.run({ arguments: names, options, body: () => '', otherwise: () => '' }, context);
}

describe('a number against another: below, equal, above', () => {
  it.each([
    ['above', [false, false, true]],
    ['below', [true, false, false]],
    ['atLeast', [false, true, true]],
    ['atMost', [true, true, false]],
    ['same', [false, true, false]],
  ])('%s: %j', (name, expected) => {
    const found = ['2.9', '3.0', '3.1'].map((value) => run(name, { 甲: [value], 乙: ['3'] }));
    expect(found).toEqual(expected.map((said) => ({ said, missing: 0 })));
  });

  it.each([[{ 甲: ['3'], 乙: [] }], [{ 甲: [], 乙: ['3'] }], [{ 甲: [], 乙: [] }]])(
    'of %j one is missing, and neither branch may be believed',
    (data) => {
      expect(run('same', data)).toEqual({ said: false, missing: 1 });
    },
  );

  it.each([[['甲']], [['甲', '甲', '甲']]])('takes two numbers, not %j', (names) => {
    expect(() => run('above', { 甲: ['1'] }, {}, names)).toThrow('above 后应写两项数据');
  });
});

describe('near: within a tenth of the second, on either side of it', () => {
  it.each([
    ['8.9', '10', false],
    ['9', '10', true],
    ['10', '10', true],
    ['11', '10', true],
    ['11.1', '10', false],
    ['-8.9', '-10', false],
    ['-9', '-10', true],
    ['-11', '-10', true],
    ['-11.1', '-10', false],
    ['-10', '10', false],
    ['0', '0', true],
    ['0.01', '0', false],
  ])('%s beside %s: %s', (甲, 乙, said) => {
    expect(run('near', { 甲: [甲], 乙: [乙] })).toEqual({ said, missing: 0 });
  });
});

describe('none: every number is zero', () => {
  it.each([
    [{ 甲: ['0'], 乙: ['0'] }, true, 0],
    [{ 甲: ['0'], 乙: ['1'] }, false, 0],
    [{ 甲: ['1'], 乙: ['0'] }, false, 0],
    [{ 甲: ['0'], 乙: [] }, true, 1],
  ])('%j: %s', (data, said, missing) => {
    expect(run('none', data)).toEqual({ said, missing });
  });
});

describe('rising: each year above the one before', () => {
  it.each([
    [['1', '2', '3'], true, 0],
    [['1', '2', '2'], false, 0],
    [['2', '2', '3'], false, 0],
    [['1', '3', '2'], false, 0],
    [['9', '1', '3'], false, 0],
    [['2', '3'], false, 1],
  ])('%j: %s', (values, said, missing) => {
    expect(run('rising', { 甲: values })).toEqual({ said, missing });
  });
});

describe('aboveEach: above the other in every year', () => {
  it.each([
    [['2', '5'], ['1', '4'], true, 0],
    [['2', '4'], ['1', '4'], false, 0],
    [['1', '5'], ['1', '4'], false, 0],
    [['2', '3'], ['1', '4'], false, 0],
    [['2', '5'], ['4'], false, 1],
    [['5'], ['1', '4'], false, 1],
  ])('%j over %j: %s', (甲, 乙, said, missing) => {
    expect(run('aboveEach', { 甲, 乙 }, { years: 2, over: '乙' }, ['甲'])).toEqual({ said, missing });
  });
});

describe('has: every number is there, and what is not is no gap', () => {
  it.each([
    [{ 甲: ['1'], 乙: ['2'] }, {}, true],
    [{ 甲: ['1'], 乙: [] }, {}, false],
    [{ 甲: [], 乙: ['2'] }, {}, false],
    [{ 甲: ['1', '2'] }, { years: 2 }, true],
    [{ 甲: ['2'] }, { years: 2 }, false],
  ])('%j %j: %s', (data, options, said) => {
    expect(run('has', data, options)).toEqual({ said, missing: 0 });
  });
});

it.each([
  ['all', [true, false], false],
  ['all', [true, true], true],
  ['any', [true, false], true],
  ['any', [false, false], false],
  ['not', [true], false],
  ['not', [false], true],
])('%s of %j: %s', (name, said, expected) => {
  expect(runIn(new Recorder(), name, {}, {}, said)).toBe(expected);
});

it.each(['above', 'none', 'rising', 'aboveEach'])(
  '%s stands in a part, or what is missing would choose a branch',
  (name) => {
    expect(() => runIn(new Recorder(), name, { 甲: ['1'] }, { over: '甲' }, ['甲', '甲'])).toThrow(
      '比较数据的条件要写在',
    );
  },
);

it('names of quantities are known to the linter, truth values are none', () => {
  const naming = CONDITIONS.filter(({ namesQuantities }) => !namesQuantities).map(({ name }) => name);
  expect(naming).toEqual(['all', 'any', 'not']);
});
