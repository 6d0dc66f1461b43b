import { describe, expect, it } from 'vitest';
import { mutantsOf } from './mutants.ts';
import { SOURCES } from './sources.ts';
import { mutantsIn, survivorsOf } from './survivors.ts';
import { parse } from './tree.ts';

/** The mutants of one statement, without their common frame. */
const mutantsOfCode = (code: string): string[] => mutantsOf('some.ts', code).map(({ source }) => source);

describe('what is mutated', () => {
  it.each([
    ['x = a < b', ['x = a <= b', 'x = a >= b']],
    ['x = a === b', ['x = a !== b']],
    ['x = a + b', ['x = a - b']],
    ["x = a + '='", ["x = a + '≠'", "x = a + '≈'"]],
    ['x = a && b', ['x = a', 'x = b', 'x = a || b']],
    ['x = a ?? b', []],
    ['x = a ? b : c', ['x = true ? b : c', 'x = false ? b : c']],
    ['if (a) b()', ['if (true) b()', 'if (false) b()']],
    ['x = -a', ['x = +a']],
    ['x = !a', ['x = a']],
    ['x = a.lte(b)', ['x = a.lt(b)', 'x = a.gt(b)']],
    ['x = a.eq(b)', ['x = !a.eq(b)']],
    ['x = a.cmp(b)', ['x = -a.cmp(b)']],
    ['x = a.neg()', ['x = a']],
    ['x = a.low', ['x = a.high']],
    ['x = a[low]', []],
    ['x = Math.min(a)', ['x = Math.max(a)']],
    ['x = a.floor()', ['x = a.ceil()']],
    ['x = limit.floor', []],
    ['x = subtract(a, b)', []],
    ['x = subtract(a, add)', ['x = add(a, add)']],
    [
      'x = a.toDecimalPlaces(b)',
      ['x = a', 'x = a.toDecimalPlaces(b, 1)', 'x = a.toDecimalPlaces(b + 1)', 'x = a.toDecimalPlaces(b - 1)'],
    ],
    [
      'x = Decimal.ROUND_HALF_UP',
      ['EVEN', 'DOWN']
        .map((to) => `x = Decimal.ROUND_HALF_${to}`)
        .concat('x = Decimal.ROUND_UP', 'x = Decimal.ROUND_DOWN'),
    ],
    ['x = 2', ['x = 3', 'x = 1']],
    ['x = 0', ['x = 1', 'x = (-1)']],
    ['x = 0.5', ['x = 0.6', 'x = 0.4']],
    ['x = 1e8', ['x = 1e9', 'x = 1e7']],
    ["x = '10000'", ["x = '10001'", "x = '9999'"]],
    ["x = { '<': 'holds' }", ["x = { '<': 'broken' }"]],
    ['x = `${a}=${b}÷c`', ['x = `${a}≠${b}÷c`', 'x = `${a}=${b}×c`']],
    ['x = true', ['x = false']],
    // types do nothing at run time, imports nothing else
    ['const x: 1 | 2 = a as 1', []],
    ["import { b } from '2'", []],
    ['x = (a as number)! < b', ['x = (a as number)! <= b', 'x = (a as number)! >= b']],
  ])('%s', (code, expected) => {
    expect(mutantsOfCode(code).sort()).toEqual([...expected].sort());
  });

  it('refuses what it cannot parse', () => expect(() => mutantsOf('some.ts', 'x = ')).toThrow('some.ts'));
});

describe('a mutant is named by what holds it and what it reads like', () => {
  it.each([
    ['function sum(a) {\n  return a\n    + 1;\n}', ['sum: - 1; (was: +)', 'sum: + 2; (was: 1)', 'sum: + 0; (was: 1)']],
    ['const few = 2;', ['few: const few = 3; (was: 2)', 'few: const few = 1; (was: 2)']],
    ['a(!b, !b)', ['module: a(b, !b) (was: !)', 'module: a(!b, b) (was: !)']],
    ['a(!b,\n!b)', ['module: a(b, (was: !)', 'module: b) (was: !)']],
    ['!b;\n!b;', ['module: b; (was: !)', 'module: b; (was: !) #2']],
    ['a.eq(b)', ['module: !a.eq(b)']],
  ])('%j', (code, expected) => {
    expect(mutantsOf('some.ts', code).map(({ name }) => name)).toEqual(expected);
  });
});

describe('a run', () => {
  const path = 'src/quantities/interval.ts';

  it('tells every mutant that its tests do not notice', async () => {
    const source = { path, tests: ['test/quantities/next-period.test.ts'], holders: ['meet'] };
    const names = mutantsIn(source).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(5);
    expect(await survivorsOf(source)).toEqual(names);
  });

  it('tells none that they do', async () => {
    const source = { path, tests: ['test/quantities/interval-boundaries.test.ts'], holders: ['meet'] };
    expect(await survivorsOf(source)).toEqual([]);
  });

  it('changes no source into what cannot be read', () => {
    for (const source of SOURCES) for (const mutant of mutantsIn(source)) parse('some.ts', mutant.source);
  });

  it('has a mutant of every kind', () => {
    const kinds = new Set(SOURCES.flatMap((source) => mutantsIn(source).map(({ mutator }) => mutator)));
    const all = 'arithmetic boolean comparison condition constant interval logic negation rounding sign';
    expect([...kinds].sort()).toEqual(all.split(' '));
  });
});
