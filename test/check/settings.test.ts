import { describe, expect, test } from 'vitest';
import { checkReport, checkSettings, withSettings } from '../../src/check/index.ts';
import { readSettings } from '../../src/read/index.ts';
import { reportOf } from '../support/read.ts';

const TEXT = '全区在校生9605人（初中3188人，小学6409人）。会议布署工作。';
const told = (yaml: string) => {
  const { findings } = checkReport(reportOf(TEXT), []);
  const set = withSettings(findings, checkSettings(readSettings(yaml, 'junheng.yaml'), 'junheng.yaml'));
  return { findings: set.findings.map(({ rule, severity }) => `${rule} ${severity}`), silenced: set.silenced };
};

describe('switches for rules', () => {
  test.each([
    ['nothing set', '', ['sum-mismatch error', 'wrong-form error'], 0],
    ['other settings only', '县名: 青禾县', ['sum-mismatch error', 'wrong-form error'], 0],
    ['off, by the rule’s id', '核对规则:\n  wrong-form: 关', ['sum-mismatch error'], 1],
    ['off, by its title', '核对规则:\n  错别字: off', ['sum-mismatch error'], 1],
    ['another severity', '核对规则:\n  wrong-form: 提醒', ['sum-mismatch error', 'wrong-form warning'], 0],
    ['on', '核对规则:\n  wrong-form: 开', ['sum-mismatch error', 'wrong-form error'], 0],
  ])('%s', (_, yaml, findings, silenced) => {
    expect(told(yaml)).toEqual({ findings, silenced });
  });

  test.each([
    ['核对规则:\n  wrongform: 关', '没有叫“wrongform”的核对规则'],
    ['核对规则:\n  wrong-form: 小声', '应设为 关、错误、提醒 或 说明'],
    ['核对规则: 关', '应写成“规则名: 关”'],
  ])('a slip is told: %s', (yaml, message) => {
    expect(() => told(yaml)).toThrow(message);
  });
});
