import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkReport, RULES } from '../../src/check/index.ts';
import { parseStandard } from '../../src/standards/parse.ts';
import { reportOf } from '../support/read.ts';

const file = new URL('../../src/standards/national/basic-balance-2012.yaml', import.meta.url);
const standards = [parseStandard('basic-balance-2012.yaml', readFileSync(file, 'utf8'))];
const rulesFiredBy = (text: string): string[] =>
  checkReport(reportOf(text), standards).findings.map((finding) => finding.rule);

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
