import { readXlsx } from 'hucre/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ledgerJson } from '../../src/draft/index.ts';
import { draftReport } from '../../src/jobs/draft.ts';
import { ledgerWorkbook } from '../../src/write/ledger-xlsx.ts';
import { bundledKind, standards } from '../draft/support/bundled.ts';
import { fullCounty } from '../draft/support/county.ts';

const { ledger } = await draftReport({
  kind: bundledKind(),
  dataset: fullCounty(),
  settings: {},
  standards: standards(),
  format: 'markdown',
});
const bytes = await ledgerWorkbook(ledger);
const [sheet] = (await readXlsx(bytes)).sheets;
const [header = [], ...rows] = sheet?.rows ?? [];
const cellOf = (row: readonly unknown[] | undefined, heading: string): unknown => row?.[header.indexOf(heading)];
const rowOf = (name: string) => rows.find((row) => cellOf(row, '数据名称') === name);

test('the ledger has a row for each figure, under the headings that offices sign off by', () => {
  expect(header).toEqual(
    '编号 数字 句子 数据名称 工作表与单元格 公式 值（未修约） 单位 修约 口径 时点 来源科室 章节 规定条款'.split(' '),
  );
  expect(rows.map((row) => cellOf(row, '编号'))).toEqual(ledger.map(({ id }) => id));
});

test('tells cell, formula or clause, and the value as it was before rounding', () => {
  const stated = rowOf('总人口');
  expect(cellOf(stated, '数字')).toBe('41.26万人');
  expect(cellOf(stated, '工作表与单元格')).toMatch(/^县级数据!E\d+$/);
  expect(cellOf(stated, '公式') ?? '').toBe('');
  expect(cellOf(stated, '值（未修约）')).toBe(412600);
  const mean = rowOf('小学综合差异系数');
  expect(String(cellOf(mean, '值（未修约）')).length).toBeGreaterThan(10);
  expect(cellOf(mean, '公式')).toContain('算术平均数');
  expect(cellOf(mean, '修约')).toBe('四舍五入至3位小数');
  const limit = rowOf('小学综合差异系数标准值');
  expect(cellOf(limit, '规定条款')).toContain('教督〔2012〕3号');
  expect(cellOf(limit, '公式') ?? '').toBe('');
  const plain = JSON.parse(ledgerJson(ledger)) as readonly { name: string; regulation: string | null }[];
  expect(plain.find(({ name }) => name === '小学综合差异系数标准值')?.regulation).toBe(cellOf(limit, '规定条款'));
});

test('keeps its header in sight and can be filtered', () => {
  const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toMatch(/<pane [^>]*ySplit="1"/);
  expect(xml).toContain(`<autoFilter ref="A1:N${rows.length + 1}"`);
});
