import { expect, test } from 'vitest';
import { sideBySide } from '../../../src/check/side-by-side/index.ts';
import { reportOf } from '../../support/read.ts';

function changes(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map((text, index) =>
    reportOf(`青禾县202${3 + index}年义务教育均衡发展自评报告\n${text}`),
  ) as [ReturnType<typeof reportOf>, ReturnType<typeof reportOf>];
  const { figures } = sideBySide(now, { file: '去年.docx', report: old });
  return figures.map(({ name, change, remarks }) => `${name} ${change.toFixed()} ${remarks.join()}`.trim());
}

test('what rounding hides is no change', () => {
  expect(changes('全县小学在校生17174人。', '全县小学在校生1.72万人。')).toEqual(['小学在校生数 0']);
  expect(changes('全县小学在校生17174人。', '全县小学在校生1.74万人。')).toEqual(['小学在校生数 226']);
});

test('a number of three years together is not held against one of a single year', () => {
  expect(changes('2023年招聘教师24人。', '三年共招聘教师63人。')).toEqual([]);
});
