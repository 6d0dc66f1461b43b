import { describe, expect, test } from 'vitest';
import { chartData, chartInWords } from '../../src/write/chart-data.ts';
import { type ChartPart, draftParts } from '../../src/write/draft-parts.ts';
import { draft, paragraph, table } from './docx/support/long-draft.ts';

function part(rows: readonly string[], unit?: string): ChartPart {
  const lines = unit === undefined ? [] : [paragraph(unit, 'unit')];
  const [found] = draftParts(draft(paragraph('图1　差异系数', 'column-chart'), ...lines, table(rows)));
  if (found?.kind !== 'chart') throw new Error('no chart');
  return found;
}

describe('a table becomes a chart', () => {
  test('with a limit as a limit, the printed places kept, and a gap as no point', () => {
    const data = chartData(
      part(['指标|小学|小学限值', '图书|[f1:0.400]|[f2:0.65]', '计算机|[?待填]|[f3:0.65]'], '单位：册'),
    );
    expect(data?.categories).toEqual(['图书', '计算机']);
    expect(data?.unit).toBe('册');
    expect(data?.series.map(({ name, isLimit, printed }) => [name, isLimit, printed])).toEqual([
      ['小学', false, ['0.400', null]],
      ['小学限值', true, ['0.65', '0.65']],
    ]);
    expect(data === null ? '' : chartInWords(data)).toBe(
      '柱形图，图1　差异系数（册）。小学：图书 0.400；小学限值：图书 0.65，计算机 0.65。',
    );
  });

  test.each([
    ['1,234.50', '1234.5'],
    ['12\u2009345', '12345'],
    ['−3.2', '-3.2'],
    ['99.80%', '99.8'],
    ['1:15.2', null],
    ['—', null],
    ['约30', null],
  ])('%s is read as %s', (printed, value) => {
    const data = chartData(part(['指标|小学', `图书|${printed}`, '计算机|1']));
    expect(data?.series[0]?.values.map((one) => one?.toFixed())).toEqual(value === null ? ['1'] : [value, '1']);
  });

  test('a category and a series of gaps only are left out; nothing at all is no chart', () => {
    const data = chartData(part(['指标|小学|初中', '图书|3|[?待填]', '计算机|[?待填]|[?待填]']));
    expect(data?.categories).toEqual(['图书']);
    expect(data?.series.map(({ name }) => name)).toEqual(['小学']);
    expect(chartData(part(['指标|小学', '图书|[?待填]']))).toBeNull();
  });

  test('a limit that differs from category to category is no line across them', () => {
    const data = chartData(part(['学段|系数|国家标准', '小学|0.3|0.65', '初中|0.3|0.55']));
    expect(data?.series.map(({ isLimit }) => isLimit)).toEqual([false, false]);
  });

  test('limits alone are what is shown', () => {
    expect(chartData(part(['指标|国家标准', '图书|3']))?.series[0]?.isLimit).toBe(false);
  });
});

test('a caption without a table is a paragraph, and a table takes its caption, unit and notes along', () => {
  const parts = draftParts(
    draft(
      paragraph('图1　无表', 'line-chart'),
      paragraph('正文'),
      paragraph('表1', 'caption'),
      paragraph('单位：元', 'unit'),
      table(['一|二', '1|2']),
      paragraph('注', 'note'),
    ),
  );
  expect(parts.map(({ kind }) => kind)).toEqual(['block', 'block', 'table']);
  expect(parts[2]).toMatchObject({ above: [{}, {}], notes: [{}] });
});
