import { expect, test } from 'vitest';
import { ALL_RULES, checkReport, RULES } from '../../src/check/index.ts';
import type { Severity } from '../../src/model/relation.ts';
import { DESCRIBED_RULES, RULE_INDEX } from '../../src/write/described-rules.ts';
import { standards } from '../draft/support/bundled.ts';
import { reportOf } from '../support/read.ts';

const BY_GRAVITY: readonly Severity[] = ['info', 'warning', 'error'];

test('the rules are all there, each once', () => {
  expect(DESCRIBED_RULES.map(({ id }) => id)).toEqual(ALL_RULES.map(({ id }) => id));
  expect(RULE_INDEX.size).toBe(ALL_RULES.length);
});

test.each(RULES.map(({ id, fires }) => [id, fires] as const))(
  '%s: its severity is that of its examples',
  (id, fires) => {
    const grades = fires
      .flatMap((text) => checkReport(reportOf(text), standards()).findings)
      .filter(({ rule }) => rule === id)
      .map(({ severity }) => BY_GRAVITY.indexOf(severity));
    expect(DESCRIBED_RULES.find((rule) => rule.id === id)?.severity).toBe(BY_GRAVITY[Math.max(...grades)]);
  },
);
