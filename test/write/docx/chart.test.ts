import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { check } from '../../../src/jobs/check.ts';
import { draftReport } from '../../../src/jobs/draft.ts';
import { writeDocx } from '../../../src/write/docx/index.ts';
import { kindWith, standards } from '../../draft/support/bundled.ts';
import { fullCounty } from '../../draft/support/county.ts';
import { draft, paragraph, table } from './support/long-draft.ts';

async function chartsOf(...rows: readonly string[]): Promise<readonly string[]> {
  const docx = await writeDocx(draft(paragraph('图1　差异系数', 'column-chart'), table(rows)));
  return Object.entries(unzipSync(docx)).flatMap(([name, bytes]) =>
    /^word\/charts\/chart\d+\.xml$/.test(name) ? [strFromU8(bytes)] : [],
  );
}

describe('a chart in the Word file', () => {
  test('is Word’s own: columns, the limit as a dashed line, names in Chinese, a gap left out', async () => {
    const [chart = ''] = await chartsOf('指标|小学|小学限值', '图书|[f1:0.400]|[f2:0.65]', '计算机|[?待填]|[f3:0.65]');
    const series = [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([xml]) => xml);
    expect(series.map((xml) => /<c:tx>.*?<c:v>(.*?)<\/c:v>/s.exec(xml)?.[1])).toEqual(['小学', '小学限值']);
    const values = series.map((xml) => [
      ...(/<c:val>.*?<\/c:val>/s.exec(xml)?.[0] ?? '').matchAll(/<c:v>(.*?)<\/c:v>/g),
    ]);
    expect(values.map((one) => one.map(([, value]) => value))).toEqual([['0.4'], ['0.65', '0.65']]);
    expect(chart).toMatch(/<c:barChart>.*<\/c:barChart>.*<c:lineChart>.*prstDash val="dash"/s);
    expect(chart).toContain('formatCode="0.000"');
    expect(chart).not.toMatch(/Chart Title|Series ?\d|<c:title>/);
  });

  test('without numbers is no chart but a gap, and its table stays', async () => {
    expect(await chartsOf('指标|小学', '图书|[?待填]')).toEqual([]);
    const docx = await writeDocx(draft(paragraph('图1', 'line-chart'), table(['指标|小学', '图书|[?待填]'])));
    const document = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
    expect(document).toContain('本图的数据尚缺');
    expect(document).toContain('<w:tbl>');
  });

  test('every figure of it has its mark once and is read back under its own name', async () => {
    const cell = (indicator: string, stage: string) => `{{figure "${indicator}" stage="${stage}" bare=true}}`;
    const row = (name: string, id: string) => `| ${name} | ${cell(id, '小学')} | ${cell(id, '初中')} |`;
    const section = [
      '# 题',
      '',
      '{{role "column-chart"}}小学、初中差异系数',
      '',
      '| 指标 | 小学 | 初中 |',
      '| :-- | :-: | :-: |',
      row('生均图书册数', 'cv-books'),
      row('每百名学生拥有计算机台数', 'cv-computers'),
      '',
    ].join('\n');
    const request = { kind: kindWith(section), dataset: fullCounty(), settings: {}, standards: standards() };
    const { bytes, ledger } = await draftReport({ ...request, format: 'docx' });
    expect(ledger).toHaveLength(4);
    const document = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    for (const { id } of ledger) expect(document.split(`w:name="${id}"`)).toHaveLength(2);
    const { report } = await check('报告.docx', bytes, standards());
    const read = report.figures.map(({ text, indicator, stage }) => `${text} ${indicator} ${stage}`);
    expect(read).toEqual(ledger.map(({ printed, indicator, stage }) => `${printed} ${indicator} ${stage}`));
  });
});
