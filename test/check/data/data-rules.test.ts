import { describe, expect, test } from 'vitest';
import { compareData, DATA_RULES, type DataExample, exampleData } from '../../../src/check/data/index.ts';
import type { Finding } from '../../../src/model/relation.ts';
import { reportOf } from '../../support/read.ts';

function findings({ here, workbook }: DataExample): readonly Finding[] {
  return compareData(reportOf(here), { file: '数据.xlsx', dataset: exampleData(workbook) }).findings;
}

describe.each(DATA_RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.fires.map((example) => [example.here, example] as const))('fires: %s', (_, example) => {
    const found = findings(example).filter((finding) => finding.rule === id);
    expect(found.length).toBeGreaterThan(0);
    for (const { elsewhere } of found) if (id !== 'data-year') expect(elsewhere?.[0]).toMatchObject({ line: null });
  });

  test.each(rule.silent.map((example) => [example.here, example] as const))('is silent: %s', (_, example) => {
    expect(findings(example)).toEqual([]);
  });
});

/** [report, workbook rows, severity and rule of what is told]. */
const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  // the workbook rounded, the report exact
  ['小学六年巩固率为99.87%。', ['小学 巩固率 2024 99.9%'], []],
  ['2024年地区生产总值136.27亿元。', ['全县 地区生产总值 2024 136亿元'], ['warning data-conflict']],
  // cut where it should have been rounded
  ['小学生均图书为25.57册。', ['小学 生均图书册数 2024 25.5791册'], ['warning data-conflict']],
  // a school year beside years
  ['2023-2024学年小学在校生18407人。', ['小学 在校生数 2023 18407人', '小学 在校生数 2024 18216人'], []],
  ['2023-2024学年小学在校生18470人。', ['小学 在校生数 2023 18407人'], ['warning data-period']],
  // three years together
  [
    '2022—2024年共安排教育费附加450万元。',
    ['全县 教育费附加 2022 140万元', '全县 教育费附加 2023 150万元', '全县 教育费附加 2024 160万元'],
    [],
  ],
  ['2022—2024年投入学校建设资金1860万元。', ['全县 近三年学校建设投入资金 2024 1860万元'], []],
  // counts do not add up over years
  ['2023—2024年小学在校生36623人。', ['小学 在校生数 2023 18407人', '小学 在校生数 2024 18216人'], []],
  // rates by points, falls
  ['小学巩固率99.87%，比上年提高0.06个百分点。', ['小学 巩固率 2023 99.81%', '小学 巩固率 2024 99.87%'], []],
  [
    '小学巩固率99.87%，比上年提高0.6个百分点。',
    ['小学 巩固率 2023 99.81%', '小学 巩固率 2024 99.87%'],
    ['error data-derived'],
  ],
  ['全县小学在校生18216人，比上年减少191人。', ['小学 在校生数 2023 18407人', '小学 在校生数 2024 18216人'], []],
  [
    '全县小学在校生18216人，比上年增加191人。',
    ['小学 在校生数 2023 18407人', '小学 在校生数 2024 18216人'],
    ['error data-derived'],
  ],
  // other words for the same
  ['全县共聘任责任督学43人。', ['全县 责任督学人数 2024 34人'], ['warning data-definition']],
  ['全县共聘任责任督学34人。', ['全县 责任督学人数 2024 34人'], []],
  ['师生比小学为1:17.25。', ['小学 专任教师数 2024 1000人', '小学 在校生数 2024 17520人'], ['error data-conflict']],
  ['师生比小学为1:17.52。', ['小学 专任教师数 2024 1000人', '小学 在校生数 2024 17520人'], []],
  // parts, other places, plans
  [
    '2024年交流教师149人，其中骨干教师35人。',
    ['全县 县级以上骨干教师数 2024 308人', '全县 交流轮岗教师数 2024 149人'],
    [],
  ],
  ['全省小学在校生18261人。', ['小学 在校生数 2024 18216人'], []],
  ['农村小学在校生9720人。', ['小学 在校生数 2024 18216人'], []],
  ['力争小学巩固率达到99.9%。', ['小学 巩固率 2024 99.2%'], []],
];

test.each(CASES)('%s', (here, workbook, told) => {
  expect(findings({ here, workbook }).map(({ severity, rule }) => `${severity} ${rule}`)).toEqual(told);
});

test('a finding tells both values, the cell, the arithmetic, and how the right value would print', () => {
  const [finding] = findings({
    here: '2024年小学在校生1.98万人。',
    workbook: ['小学 在校生数 2024 18216人'],
  });
  expect(finding).toMatchObject({
    rule: 'data-conflict',
    severity: 'error',
    message: '2024年的“小学在校生数”此处为1.98万人，工作簿中为1.8216万人（县级数据!D2），请核对。',
    evidence: '1.8216≠1.98',
    suggestion: '若以工作簿为准，此处应写为“1.82万人”。',
    elsewhere: [{ file: '数据.xlsx', line: null, cells: ['县级数据!D2'], text: '1.8216万人' }],
  });
});
