import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { understand } from '../../src/figures/index.ts';
import type { Manuscript } from '../../src/model/manuscript.ts';
import { lex } from '../../src/quantities/lexer.ts';
import { manuscriptOf } from '../support/read.ts';

const FOLDER = new URL('../fixtures/reports/', import.meta.url);
const OWN = readdirSync(FOLDER)
  .map((name) => readFileSync(new URL(`${name}/report.txt`, FOLDER), 'utf8'))
  .join('\n');

const TIMES = 10;
/** A text of ten times the length takes at most eleven times as long. */
const LIMIT = 11;
/** Clocks of shared machines drift: the best of several is what the work takes, and a slow round says nothing. */
const ROUNDS = 12;
const ATTEMPTS = 5;

/**
 * How much longer the work takes on the longer input, each at its best, rounds taken in turn. The short one is done ten times in a
 * row, so that both make the same rubbish to be collected.
 */
function ratio(short: () => void, long: () => void): number {
  short();
  long();
  const best = { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round += 1) {
    const often = timeOf(() => {
      for (let time = 0; time < TIMES; time += 1) short();
    });
    best.short = Math.min(best.short, often / TIMES);
    best.long = Math.min(best.long, timeOf(long));
  }
  return best.long / best.short;
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function expectLinear(short: () => void, long: () => void): void {
  const ratios: number[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    ratios.push(ratio(short, long));
    if ((ratios.at(-1) ?? 0) <= LIMIT) return;
  }
  expect(Math.min(...ratios)).toBeLessThanOrEqual(LIMIT);
}

/** Texts made so that a careless pattern would look back or ahead over all that was read. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['own reports', OWN],
  ['one paragraph', OWN.replaceAll(/\s+/gu, '')],
  ['a quotation that never ends', '“全县有小学45所，占12.5%，'.repeat(200)],
  ['brackets that never close', '全县有小学45所（其中农村12所（含教学点3个，'.repeat(100)],
  ['digits without end', '1234567890'.repeat(1000)],
  ['a list without end', '12所、'.repeat(1000)],
];

describe('ten times the length takes at most eleven times as long', () => {
  test.each(TEXTS)('finding numbers: %s', (_, text) => {
    const long = text.repeat(TIMES);
    expectLinear(
      () => void lex(text),
      () => void lex(long),
    );
  });

  test('naming them, in reports', () => {
    const [short, long]: readonly Manuscript[] = [manuscriptOf(OWN), manuscriptOf(`${OWN}\n`.repeat(TIMES))];
    expectLinear(
      () => void understand(short as Manuscript),
      () => void understand(long as Manuscript),
    );
  });
});
