import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textFindings } from '../../src/check/text-check.ts';
import { TEXT_RULES } from '../../src/check/text-rules/index.ts';
import { reportOf } from '../support/read.ts';

describe.each(TEXT_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.fires)('fires: %s', (text) => {
    expect(textFindings(reportOf(text)).map((finding) => finding.rule)).toContain(id);
  });

  it.each(rule.silent)('stays silent: %s', (text) => {
    const findings = textFindings(reportOf(text));
    expect(findings.filter(({ rule: by, severity }) => by === id || severity !== 'info')).toEqual([]);
  });
});

it('every text rule has an id of its own', () => {
  expect(new Set(TEXT_RULES.map((rule) => rule.id)).size).toBe(TEXT_RULES.length);
});

it('tells of a name once: its wrong form, and not a short one beside the right one as well', () => {
  const text = '保障进城务工农民工子女平等就学，进城务工人员随迁子女就近入学，农民工子女应读尽读。';
  expect(textFindings(reportOf(text)).map(({ rule }) => rule)).toEqual(['unofficial-term']);
});

it('places every finding at a mark or a phrase within the text', () => {
  for (const text of TEXT_RULES.flatMap((rule) => rule.fires)) {
    for (const { spans } of textFindings(reportOf(text))) {
      expect(spans.length).toBeGreaterThan(0);
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
      expect(spans.reduce((length, { start, end }) => length + end - start, 0)).toBeLessThanOrEqual(240);
    }
  }
});

it.each(['county-clean', 'prose', 'congress', 'bulletin'])('finds nothing to warn of in a clean text: %s', (name) => {
  const text = readFileSync(new URL(`../fixtures/reports/${name}/report.txt`, import.meta.url), 'utf8');
  const loud = textFindings(reportOf(text)).filter(({ severity }) => severity !== 'info');
  expect(loud.map(({ message }) => message)).toEqual([]);
});

it('a text written in half-width marks throughout is told once', () => {
  const text = '加强领导,落实责任;改善条件,提高质量。\n'.repeat(50);
  expect(textFindings(reportOf(text)).filter(({ rule }) => rule === 'half-width-punctuation')).toHaveLength(1);
});
