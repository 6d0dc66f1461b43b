import { expect, test } from 'vitest';
import { Decimal } from '../../src/model/decimal.ts';
import { check } from '../../src/jobs/check.ts';
import { checkData } from '../../src/jobs/check-data.ts';
import type { Dataset, Datum } from '../../src/model/dataset.ts';

const datum = (indicator: string, value: number, unit = '人'): Datum => ({
  indicator,
  stage: null,
  period: '2024',
  scope: null,
  value: new Decimal(value),
  unit,
  source: { sheet: '其他数据', cell: 'D2' },
  definition: null,
  asOf: null,
  office: null,
});

/** 交流骨干教师 beside all 骨干教师 of about the same number. */
const DATASET: Dataset = {
  county: '清河县',
  year: '2024',
  schools: [],
  data: [datum('backbone-teachers', 306), datum('exchanged-teachers', 1514), datum('text:交流骨干教师数', 356)],
};

async function findings(text: string): Promise<readonly string[]> {
  const checked = await check('报告.txt', new TextEncoder().encode(`清河县自评报告\n${text}`), []);
  return checkData(checked, { file: '数据.xlsx', dataset: DATASET }).result.findings.map(({ message }) => message);
}

test('a part of others that the workbook has under its own name is not held against all of its kind', async () => {
  expect(await findings('2024年交流轮岗教师1514人，其中骨干教师356人，占交流轮岗教师的23.51%。')).toEqual([]);
});

test('what agrees with neither is told', async () => {
  expect(await findings('2024年交流轮岗教师1514人，其中骨干教师365人。')).not.toEqual([]);
  expect(await findings('2024年，全县现有骨干教师356人。')).not.toEqual([]);
});
