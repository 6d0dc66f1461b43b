import type { GateItem, ProvincialGate } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import { cellNumber } from './cell-number.ts';
import { type Column, text } from './columns.ts';
import { readUnit } from './figure-row.ts';
import { namedQuantity } from './named-quantity.ts';
import type { RawSheet } from './open-workbook.ts';
import type { Problems } from './problems.ts';
import { findTable, textAt, type Table } from './table.ts';
import { tidy } from './units.ts';

/** The province's 办学基本标准: at most ten items, each with a mark for primary and one for junior schools. */
export const GATE_COLUMNS: readonly Column[] = [
  text('indicator', '指标', ['指标名称', '项目', '省定指标'], '省定办学基本标准的主要指标，一般不超过十项。'),
  text('comparison', '方向', ['比较', '要求'], '不低于或不高于（班额、生师比等为不高于）。留空即不低于。', false),
  text('primary', '小学', ['小学标准', '小学阶段'], '小学的标准值；没有要求的留空。'),
  text('junior', '初中', ['初中标准', '初中阶段'], '初中的标准值；没有要求的留空。'),
  text('unit', '单位', ['计量单位'], '如平方米、元、册、台、人、%。', false),
  text('clause', '依据', ['文件依据', '备注'], '文件名称和条款。', false),
];

export const DIRECTIONS = ['不低于', '不高于'] as const;
/** Rows that say something of the whole table; their number stands in the column 小学. */
export const GATE_RULES = { misses: '允许不达标项数', floor: '不达标项最低比例' } as const;

const COMPARISONS: Readonly<Record<string, GateItem['comparison']>> = {
  '': '>=',
  不低于: '>=',
  不少于: '>=',
  不小于: '>=',
  '≥': '>=',
  '>=': '>=',
  不高于: '<=',
  不超过: '<=',
  不大于: '<=',
  '≤': '<=',
  '<=': '<=',
};

/** The sheet 省标; null where no mark is filled in. */
export function readGateSheet(sheet: RawSheet, problems: Problems): ProvincialGate | null {
  const table = findTable(sheet, GATE_COLUMNS, 'indicator', problems);
  if (table === null) return null;
  const items: GateItem[] = [];
  let allowedMisses: number | null = null;
  let floor: Decimal | null = null;
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const name = tidy(textAt(table, row, 'indicator'));
    if (name === GATE_RULES.misses) {
      allowedMisses = wholeAt(table, row, problems);
    } else if (name === GATE_RULES.floor) {
      floor = numberAt(table, row, 'primary', '%', new Decimal(1), problems);
    } else {
      const item = readItem(table, row, problems);
      if (item === null) continue;
      const earlier = seen.get(item.indicator);
      if (earlier !== undefined) {
        problems.inRow(sheet.name, row, `“${textAt(table, row, 'indicator')}”与第${earlier + 1}行重复，请只留一行。`);
      }
      seen.set(item.indicator, row);
      items.push(item);
    }
  }
  return items.length === 0 ? null : { items, allowedMisses, floor };
}

function readItem(table: Table, row: number, problems: Problems): GateItem | null {
  const filled = (['primary', 'junior'] as const).some((key) => textAt(table, row, key) !== '');
  if (!filled) return null;
  const tell = (key: string) => (message: string) => tellAt(table, row, key, message, problems);
  const name = textAt(table, row, 'indicator');
  if (name === '') tell('indicator')('有标准值而没有指标名称。');
  const quantity = namedQuantity(name);
  const direction = textAt(table, row, 'comparison');
  const comparison = COMPARISONS[tidy(direction)];
  if (comparison === undefined) tell('comparison')(`不认识“${direction}”；应为${DIRECTIONS.join('或')}。`);
  const unit = readUnit(textAt(table, row, 'unit'), quantity, tell('unit'));
  const wanted = quantity.indicator?.unit ?? (unit?.base === '' ? null : (unit?.base ?? null));
  const factor = unit?.factor ?? new Decimal(1);
  return {
    indicator: quantity.id,
    comparison: comparison ?? '>=',
    primary: numberAt(table, row, 'primary', wanted, factor, problems),
    junior: numberAt(table, row, 'junior', wanted, factor, problems),
    unit: wanted,
    source: { sheet: table.sheet.name, row: row + 1 },
  };
}

function wholeAt(table: Table, row: number, problems: Problems): number | null {
  const value = numberAt(table, row, 'primary', null, new Decimal(1), problems);
  if (value === null) return null;
  if (!value.isInteger()) tellAt(table, row, 'primary', `应为整数（${value.toString()}）。`, problems);
  return value.toNumber();
}

function numberAt(
  table: Table,
  row: number,
  key: string,
  unit: string | null,
  factor: Decimal,
  problems: Problems,
): Decimal | null {
  const found = table.columns.get(key);
  if (found === undefined) return null;
  const read = cellNumber(table.sheet.cell(row, found.index), unit, factor);
  if (read.kind === 'problem') tellAt(table, row, key, read.message, problems);
  if (read.kind !== 'number') return null;
  if (read.value.isNegative() && !read.value.isZero()) {
    tellAt(table, row, key, `不能是负数（${read.value.toString()}）。`, problems);
  }
  return read.value;
}

function tellAt(table: Table, row: number, key: string, message: string, problems: Problems): void {
  const found = table.columns.get(key);
  if (found) problems.inCell(table.sheet.name, row, found.index, found.column.heading, message);
  else problems.inRow(table.sheet.name, row, message);
}
