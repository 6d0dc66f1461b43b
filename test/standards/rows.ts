import type { Dataset, Datum, SchoolRow } from '../../src/model/dataset.ts';
import { Decimal } from '../../src/model/decimal.ts';
import { exclusionReason } from '../../src/read/workbook/scope.ts';

/** A school row for tests; amounts by vocabulary id. */
export function row(
  name: string,
  amounts: Readonly<Record<string, number>>,
  changes: Partial<Pick<SchoolRow, 'part' | 'type' | 'owner'>> = {},
): SchoolRow {
  const [part, type, owner] = [changes.part ?? '小学', changes.type ?? '小学', changes.owner ?? '县级公办'];
  const values = new Map(Object.entries(amounts).map(([id, value]) => [id, new Decimal(value)]));
  return {
    name,
    part,
    type,
    owner,
    excluded: exclusionReason(type, owner, values.get('pupils') ?? null),
    amounts: values,
    source: { sheet: '学校', row: 2 },
  };
}

export function dataset(schools: readonly SchoolRow[], data: Readonly<Record<string, number>> = {}): Dataset {
  const rows = Object.entries(data).map(([key, value], index): Datum => {
    const [indicator = '', stage = ''] = key.split('|');
    return {
      indicator,
      stage: stage === '小学' || stage === '初中' ? stage : null,
      period: null,
      scope: null,
      value: new Decimal(value),
      unit: null,
      source: { sheet: '县级数据', cell: `D${index + 2}` },
      definition: null,
      asOf: null,
      office: null,
    };
  });
  return { county: '青禾县', year: '2024', schools, data: rows };
}
