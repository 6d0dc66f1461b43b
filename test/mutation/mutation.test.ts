import { expect, it } from 'vitest';
import { EQUIVALENT } from './equivalent/index.ts';
import { SOURCES } from './sources.ts';
import { mutantsIn, survivorsOf } from './survivors.ts';

const counted = SOURCES.map((source) => [source.path, mutantsIn(source).length, source] as const);

// A name that is received is a mutant that no test notices: write the example that does, or say in equivalent/ why none can.
it.each(counted)('%s: each of %i mutants fails a test or is known to do the same', async (path, count, source) => {
  expect(count).toBeGreaterThan(0);
  const equivalent = EQUIVALENT.filter((entry) => entry.path === path).flatMap(({ names }) => names);
  expect((await survivorsOf(source)).sort()).toEqual(equivalent.sort());
});

it('what is known to do the same is of a source that is mutated', () => {
  const paths = new Set(SOURCES.map(({ path }) => path));
  expect(EQUIVALENT.filter(({ path }) => !paths.has(path))).toEqual([]);
});
