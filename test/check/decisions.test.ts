import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyDecisions,
  checkReport,
  type Decision,
  decide,
  findingKey,
  newSince,
  parseDecisions,
  printDecisions,
  type Ruling,
  withDecision,
} from '../../src/check/index.ts';
import type { Finding } from '../../src/model/relation.ts';
import { reportOf } from '../support/read.ts';

const WRONG = '全区在校生9605人（初中3188人，小学6409人）。';
const TWICE = `${WRONG}\n会议要求布署工作。各校布署到位。`;

/** Decides about the nth finding of a text, from 0. */
function decided(text: string, at: number, ruling: Ruling = 'dismissed'): Decision {
  const report = reportOf(text);
  const { findings } = checkReport(report, []);
  return decide(report, findings, findings[at] as Finding, { ruling, reason: '已核', date: '2026-11-22' });
}

/** Rules of the findings that are left when decisions have been applied. */
function left(text: string, decisions: readonly Decision[]): string[] {
  const report = reportOf(text);
  return applyDecisions(report, checkReport(report, []).findings, decisions).findings.map(({ rule }) => rule);
}

describe('a dismissed finding stays away', () => {
  test.each([
    ['in the same text', WRONG],
    ['on another line', `一、基本情况\n\n${WRONG}`],
    ['with other values', '全区在校生9700人（初中3200人，小学6400人）。'],
    [
      'in other words',
      '截至2023年9月，全区在校生9605人（小学6409人，初中3188人），比去年略增。'.replace('截至2023年9月，', ''),
    ],
  ])('%s', (_, text) => {
    expect(left(text, [decided(WRONG, 0)])).toEqual([]);
  });

  test('and is known to have other figures now', () => {
    const report = reportOf('全区在校生9700人（初中3200人，小学6400人）。');
    const { findings } = checkReport(report, []);
    expect(applyDecisions(report, findings, [decided(WRONG, 0)]).dismissed[0]?.changed).toBe(true);
  });
});

describe('a decision hides nothing else', () => {
  test('another relation', () => {
    expect(left(`${WRONG}\n全县专任教师2800人（小学1654人，初中1092人）。`, [decided(WRONG, 0)])).toEqual([
      'sum-mismatch',
    ]);
  });

  test('something else that is missing', () => {
    const text = `青河县义务教育基本均衡发展自评报告\n${'我县高度重视教育，加大投入，改善办学条件。\n'.repeat(110)}`;
    const before = left(text, []);
    expect(before.filter((rule) => rule === 'missing-content').length).toBeGreaterThan(1);
    expect(left(text, [decided(text, 0)])).toEqual(before.slice(1));
  });

  test('another finding of the same names, now or later', () => {
    const second = '经核对，全区在校生9599人（初中3188人，小学6409人）。';
    const both = `${WRONG}\n${second}`;
    const sums = (decisions: readonly Decision[], text: string) =>
      left(text, decisions).filter((rule) => rule === 'sum-mismatch').length;
    expect(sums([], both)).toBe(2);
    const first = decided(both, 0);
    expect(first.words).not.toBeNull();
    expect(sums([first], both)).toBe(1);
    // the first one has been put right: what is left is the other one, which nobody has decided about
    expect(sums([first], both.replace('9605', '9597'))).toBe(1);
  });
});

test('an accepted finding is still told, and marked', () => {
  const report = reportOf(WRONG);
  const { findings } = checkReport(report, []);
  const sorted = applyDecisions(report, findings, [decided(WRONG, 0, 'accepted')]);
  expect(sorted.findings).toEqual(findings);
  expect(sorted.accepted.get(findings[0] as Finding)?.decision.reason).toBe('已核');
});

test('the last decision about a finding counts', () => {
  const accepted = decided(WRONG, 0, 'accepted');
  const dismissed = decided(WRONG, 0);
  expect(withDecision([accepted], dismissed)).toEqual([dismissed]);
  expect(left(WRONG, [dismissed, accepted])).toEqual(['sum-mismatch']);
});

test('only what is new is told: one more of the same kind is new', () => {
  const before = reportOf(TWICE);
  const seen = checkReport(before, []).findings.map((finding) => findingKey(before, finding));
  const fresh = (text: string) => {
    const report = reportOf(text);
    return newSince(report, checkReport(report, []).findings, seen).map(({ rule }) => rule);
  };
  expect(fresh(TWICE)).toEqual([]);
  expect(fresh(`一、概况\n${TWICE}`)).toEqual([]);
  expect(fresh(`${TWICE}\n再次布署。`)).toEqual(['wrong-form']);
  expect(fresh(`${TWICE}\n全县专任教师2800人（小学1654人，初中1092人）。`)).toEqual(['sum-mismatch']);
});

describe('the file of decisions', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  const names = fc.array(text, { maxLength: 3 }).map((all) => all.sort());
  const decision: fc.Arbitrary<Decision> = fc.record({
    rule: text,
    names,
    words: fc.option(text),
    ruling: fc.constantFrom<Ruling>('accepted', 'dismissed'),
    reason: fc.option(text),
    date: fc.constantFrom('2026-11-22', ''),
    evidence: fc.option(text),
  });

  test('says again what was written into it', () => {
    const key = fc.record({ rule: text, names, words: text });
    fc.assert(
      fc.property(fc.array(decision, { maxLength: 4 }), fc.array(key, { maxLength: 3 }), (decisions, seen) => {
        expect(parseDecisions(printDecisions({ decisions, seen }), '报告.decisions.yaml')).toEqual({ decisions, seen });
      }),
    );
  });

  test('is taken in other words, too', () => {
    const file = '决定:\n  - 规则: sum-mismatch\n    名称: [在校生数, 初中在校生数, 小学在校生数]\n    处理: 误报\n';
    expect(left(WRONG, parseDecisions(file, 'x').decisions)).toEqual([]);
  });

  test.each([
    ['决定: 全部忽略', '“决定”应是一个列表'],
    ['决定:\n  - 处理: 不是问题', '第1条决定没有写“规则”'],
    ['决定:\n  - 规则: sum-mismatch\n    处理: 随便', '第1条决定的“处理”应为“不是问题”或“属实”'],
    ['决定: [', '不是有效的 YAML'],
  ])('a slip in it is told: %s', (file, message) => {
    expect(() => parseDecisions(file, '报告.decisions.yaml')).toThrow(message);
  });
});
