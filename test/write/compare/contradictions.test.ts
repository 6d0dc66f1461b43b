import { expect, test } from 'vitest';
import { sideBySide } from '../../../src/check/side-by-side/index.ts';
import { contradictionsOf } from '../../../src/write/compare/contradictions.ts';
import { reportOf } from '../../support/read.ts';

function told(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text, index) => ({
    file: `${['去年', '今年'][index]}.docx`,
    report: reportOf(`青禾县202${3 + index}年义务教育均衡发展自评报告\n${text}`),
  })) as [Other, Other];
  return contradictionsOf({ ...sideBySide(now.report, old), old, now }).map(
    ({ place, message }) => `${place} ${message}`,
  );
}
type Other = Parameters<typeof sideBySide>[1];

test('the years of one quantity are told together, with what sets them apart', () => {
  expect(
    told(
      '2021年、2022年、2023年，小学巩固率分别为99.72%、99.81%和99.87%。',
      '2022年、2023年、2024年，小学巩固率分别为99.72%、99.81%和99.87%。',
    ),
  ).toEqual([
    '第2行 “小学巩固率”有2年的数与《去年.docx》第2行不一致：2022年此处为99.72%、去年报告为99.81%；2023年此处为99.81%、去年报告为99.87%。此处各年的数正是去年报告前一年的数，可能有一份的年份错开了一年，请核对。',
  ]);
});

test('one year alone is told as the check tells it, and what agrees is not told', () => {
  const found = told('2023年，小学巩固率为99.81%。', '2023年、2024年，小学巩固率分别为99.18%和99.87%。');
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('两份材料不一致');
  expect(told('2023年，小学巩固率为99.81%。', '2023年、2024年，小学巩固率分别为99.81%和99.87%。')).toEqual([]);
});
