import type { Dataset, Datum } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import { splitUnit } from '../../quantities/print.ts';
import { INDICATORS } from '../../vocabulary/index.ts';

const ROW = /^(\S+) (\S+) (\S+) (-?\d+(?:\.\d+)?)(\S*)(?: (\S+))?$/u;

/**
 * The workbook of an example: rows `小学 在校生数 2024 18216人 口径`, row n in cell Dn+1 of 县级数据; the workbook's year is the last
 * one told.
 * @throws Error for a row that is not written so: examples are ours
 */
export function exampleData(rows: readonly string[]): Dataset {
  const data = rows.map((row, index): Datum => {
    const [, stage = '', name = '', period = '', digits = '', unit = '', definition] = ROW.exec(row) ?? [];
    if (digits === '') throw new Error(`unreadable row of an example: ${row}`);
    const { multiplier, unit: base } = splitUnit(unit);
    return {
      indicator: INDICATORS.find((one) => one.name === name)?.id ?? `text:${name}`,
      stage: stage === '小学' || stage === '初中' ? stage : null,
      period,
      scope: null,
      value: new Decimal(digits).times(multiplier === '亿' ? 1e8 : multiplier === '万' ? 1e4 : 1),
      unit: base,
      source: { sheet: '县级数据', cell: `D${index + 2}` },
      definition: definition ?? null,
      asOf: null,
      office: null,
    };
  });
  const year =
    data
      .map(({ period }) => period ?? '')
      .sort()
      .at(-1) ?? '';
  return { county: '', year, schools: [], data };
}
