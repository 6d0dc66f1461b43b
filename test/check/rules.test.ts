import { describe, expect, it } from 'vitest';
import { checkReport, RULES } from '../../src/check/index.ts';
import { NATIONAL } from '../support/national.ts';
import { reportOf } from '../support/read.ts';

const rulesFiredBy = (text: string): string[] =>
  checkReport(reportOf(text), NATIONAL).findings.map((finding) => finding.rule);

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.fires)('fires: %s', (text) => {
    expect(rulesFiredBy(text)).toContain(id);
  });

  it.each(rule.silent)('stays silent: %s', (text) => {
    expect(rulesFiredBy(text)).toEqual([]);
  });
});

it('every rule has an id of its own', () => {
  expect(new Set(RULES.map((rule) => rule.id)).size).toBe(RULES.length);
});
