import type { Case } from './collect.ts';
import { type Mutant, mutantsOf } from './mutants.ts';
import { load, read } from './sandbox.ts';
import type { Source } from './sources.ts';

/** The mutants of a source that tests must notice. */
export function mutantsIn({ path, holders }: Source): Mutant[] {
  return mutantsOf(path, read(path)).filter(({ holder }) => holders?.includes(holder) ?? true);
}

/** The names of the mutants of a source that none of its tests notices. */
export async function survivorsOf(target: Source): Promise<string[]> {
  const { path, tests } = target;
  let order = await byDuration(await load(tests, new Map()));
  const survivors: string[] = [];
  for (const { name, source } of mutantsIn(target)) {
    const killer = await killerOf(tests, new Map([[path, source]]), order);
    if (killer === null) survivors.push(name);
    // neighbours mostly fall by the same example
    else if (killer >= 0) order = [killer, ...order.filter((index) => index !== killer)];
  }
  return survivors;
}

/**
 * The examples' indices, quickest first. The unchanged source must pass them all, for an example that always fails would
 * kill every mutant.
 */
async function byDuration(cases: readonly Case[]): Promise<number[]> {
  const durations: number[] = [];
  for (const run of cases) {
    const started = performance.now();
    await run();
    durations.push(performance.now() - started);
  }
  return [...durations.keys()].sort((a, b) => (durations[a] ?? 0) - (durations[b] ?? 0));
}

/** The example that fails, -1 where not even loading succeeds; null where all is as before. */
async function killerOf(
  tests: readonly string[],
  replaced: ReadonlyMap<string, string>,
  order: readonly number[],
): Promise<number | null> {
  let cases: readonly Case[];
  try {
    cases = await load(tests, replaced);
  } catch {
    return -1;
  }
  for (const index of order) {
    try {
      await cases[index]?.();
    } catch {
      return index;
    }
  }
  return null;
}
