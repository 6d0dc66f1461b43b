import { describe, expect, test } from 'vitest';
import { compareChanges, compareClaims, findUnrenewed, PAIR_RULES } from '../../src/check/other-reports/index.ts';
import type { Finding } from '../../src/model/relation.ts';
import { reportOf } from '../support/read.ts';

/** What a text is told when it is held against another one, of its submission and of the year before. */
function findings(here: string, there: string): readonly Finding[] {
  const report = reportOf(here);
  const other = { file: '另一份.docx', report: reportOf(there) };
  return [
    ...compareClaims(report, [other], 'submission').findings,
    ...compareClaims(report, [other], 'earlier').findings,
    ...compareChanges(report, other).findings,
    ...findUnrenewed(report, other),
  ];
}

describe.each(PAIR_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.fires.map(({ here, there }) => [here, there]))('fires: %s | %s', (here, there) => {
    const found = findings(here, there).filter((finding) => finding.rule === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { message, elsewhere } of found) {
      expect(message).toContain('《另一份.docx》');
      expect(elsewhere?.[0]).toMatchObject({ file: '另一份.docx', line: 1 });
    }
  });

  test.each(rule.silent.map(({ here, there }) => [here, there]))('is silent: %s | %s', (here, there) => {
    expect(findings(here, there).filter((finding) => finding.rule === id)).toEqual([]);
  });
});

describe('reports of others', () => {
  test.each([
    ['another county', '青禾县义务教育均衡发展自评报告\n', '临溪县义务教育均衡发展自评报告\n'],
    ['a school beside the county', '青禾县义务教育均衡发展自评报告\n', '东关小学义务教育均衡发展工作汇报\n'],
  ])('%s is not compared', (_, one, other) => {
    expect(findings(`${one}2023年小学在校生26400人。`, `${other}2023年小学在校生560人。`)).toEqual([]);
  });

  test('one county under two titles is', () => {
    const one = '青禾县义务教育均衡发展自评报告\n2023年小学在校生26400人。';
    const other = '关于青禾县义务教育均衡发展情况的汇报\n2023年小学在校生26040人。';
    expect(findings(one, other).map(({ rule }) => rule)).toContain('submission-conflict');
  });
});

test('a year told in both is an error, none told is a question', () => {
  const severity = (here: string, there: string) =>
    compareClaims(reportOf(here), [{ file: 'b', report: reportOf(there) }], 'submission').findings[0]?.severity;
  expect(severity('2023年全县小学在校生26400人。', '2023年全县小学在校生26040人。')).toBe('error');
  expect(severity('全县小学在校生26400人。', '全县小学在校生26040人。')).toBe('warning');
});
