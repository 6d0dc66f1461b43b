import { describe, expect, test } from 'vitest';
import { check } from '../../src/jobs/check.ts';
import { checkData } from '../../src/jobs/check-data.ts';
import type { Dataset, Datum } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import type { Stage } from '../../src/model/figure.ts';

function datum(indicator: string, stage: Stage | null, value: number, unit: string): Datum {
  const source = { sheet: '今年的数', cell: `I${value}` };
  const nothing = { scope: null, definition: null, asOf: null, office: null };
  return { indicator, stage, period: '2024', value: new Decimal(value), unit, source, ...nothing };
}

const DATA = [datum('pupils', '小学', 4500, '人'), datum('pupils', '初中', 3000, '人')];
const given = (ofReport: boolean): Dataset => ({
  county: '清河县',
  year: '2024',
  schools: [],
  data: DATA,
  ...(ofReport ? { ofReport } : {}),
});

async function found(text: string, ofReport: boolean): Promise<string[]> {
  const checked = await check('报告.txt', new TextEncoder().encode(text), []);
  const { result } = checkData(checked, { file: '表.xlsx', dataset: given(ofReport) });
  return result.findings.flatMap(({ rule }) => (rule.startsWith('data-') ? [rule] : []));
}

describe('a workbook made of last year’s report', () => {
  const stages = '清河县2024年义务教育均衡发展报告\n一、基本情况\n全县小学在校生4500人，初中在校生3000人。\n';

  test.each([
    ['a value of its own that differs', stages.replace('4500', '4400'), ['data-conflict'], ['data-conflict']],
    ['a total of which it has some stages only', `${stages}全县在校生7800人。\n`, ['data-conflict'], []],
    [
      'a text without a year in its title, some of it dated later than the year that people have looked at',
      `${stages.replace('2024年', '')}2025年，全县一般公共预算收入12.5亿元，总人口40.5万人。\n`,
      ['data-year'],
      [],
    ],
  ])('%s', async (_, text, ordinary, ofReport) => {
    expect(await found(text, false)).toEqual(ordinary);
    expect(await found(text, true)).toEqual(ofReport);
  });
});
