import { expect } from 'vitest';

/** One example of a test file: throws where it fails. */
export type Case = () => unknown;

type Body = (...values: unknown[]) => unknown;

/** What a test file imports as its test runner: it only writes down the examples, to be run again for each mutant. */
export interface Collector {
  readonly cases: readonly Case[];
  readonly api: Readonly<Record<string, unknown>>;
}

/**
 * A stand-in for the runner with the few words that tests of pure functions need. Set-up and snapshots are not among them:
 * a test file that needs those cannot be repeated hundreds of times in one process.
 */
export function collector(): Collector {
  const cases: Case[] = [];
  const example = (_: string, run: Body): void => void cases.push(() => run());
  const group = (_: string, body: Body): void => void body();
  const it = Object.assign(example, { each: eachOf(example) });
  const describe = Object.assign(group, { each: eachOf(group) });
  return { cases, api: { describe, it, test: it, expect } };
}

/** A row that is a list is dealt out to the example's parameters. */
function eachOf(one: (name: string, run: Body) => void) {
  return (rows: readonly unknown[]) =>
    (name: string, body: Body): void => {
      for (const row of rows) one(name, () => (Array.isArray(row) ? body(...row) : body(row)));
    };
}
