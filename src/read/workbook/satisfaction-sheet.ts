import type { CellAddress, Datum } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import { cellNumber } from './cell-number.ts';
import { type Column, ownAmount, text } from './columns.ts';
import type { RawSheet } from './open-workbook.ts';
import { cellName, type Problems } from './problems.ts';
import { findTable, textAt, type Table } from './table.ts';
import { tidy } from './units.ts';

/** The survey, one row a group of respondents. */
export const SATISFACTION_COLUMNS: readonly Column[] = [
  text('group', '调查对象', ['对象', '调查群体', '类别', '人员类别'], '学生家长应占一半以上。'),
  ownAmount('satisfaction-issued', '发放份数', '份', ['发放问卷', '问卷总数', '发放数'], '发出的问卷。', true),
  ownAmount('satisfaction-valid', '有效份数', '份', ['有效问卷', '有效问卷数'], '收回的有效问卷。', true),
  ownAmount(
    'satisfaction-satisfied',
    '满意份数',
    '份',
    ['满意问卷', '满意问卷数'],
    '有效问卷中表示满意（含比较满意）的份数。',
    true,
  ),
  ownAmount('visited', '走访人数', '人', [], '实地走访、访谈的人数；没有走访的留空。'),
  ownAmount('visited-satisfied', '走访满意人数', '人', [], '走访中表示满意的人数。'),
  text('definition', '口径', ['统计口径'], '如满意含比较满意。', false),
  text('asOf', '统计时点', ['调查时间', '时点'], '如2024年11月。', false),
  text('office', '来源科室', ['来源', '责任科室'], '组织调查的科室或部门。', false),
];

/** Who is asked at both stages. */
export const RESPONDENTS = ['学生家长', '校长', '教师', '学生', '人大代表', '政协委员', '其他群众'] as const;

/** What a column adds up to, and what a group's own number in it is called. */
const NAMES: Readonly<Record<string, readonly [total: string, own: string]>> = {
  'satisfaction-issued': ['satisfaction-issued', '发放问卷数'],
  'satisfaction-valid': ['satisfaction-valid', '有效问卷数'],
  'satisfaction-satisfied': ['satisfaction-satisfied', '满意问卷数'],
  visited: ['text:走访人数', '走访人数'],
  'visited-satisfied': ['text:走访满意人数', '走访满意人数'],
};
const AT_MOST: readonly (readonly [less: string, more: string])[] = [
  ['satisfaction-valid', 'satisfaction-issued'],
  ['satisfaction-satisfied', 'satisfaction-valid'],
  ['visited-satisfied', 'visited'],
];

interface Cell {
  readonly value: Decimal;
  readonly address: CellAddress;
  readonly row: number;
}

/**
 * The sheet 满意度: the numbers of each group, and their totals as computed values. A group that leaves a column empty was not
 * asked; where no group has a number, the row 合计 is what the office states.
 */
export function readSatisfactionSheet(sheet: RawSheet, problems: Problems): Datum[] {
  const table = findTable(sheet, SATISFACTION_COLUMNS, 'group', problems);
  if (table === null) return [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const name = tidy(textAt(table, row, 'group'));
    const earlier = seen.get(name);
    if (name !== '' && earlier !== undefined) {
      problems.inRow(sheet.name, row, `“${name}”与第${earlier + 1}行重复，请合并为一行。`);
    }
    seen.set(name, row);
  }
  const rows = table.rows.map((row) => ({ row, cells: cellsOf(table, row, problems) }));
  const groups = rows.filter(({ cells }) => cells.size > 0);
  const data: Datum[] = groups.flatMap(({ row, cells }) =>
    [...cells].map(([key, cell]) =>
      datum(table, row, `text:${tidy(textAt(table, row, 'group'))}${NAMES[key]?.[1] ?? ''}`, key, cell),
    ),
  );
  for (const [key, [total]] of Object.entries(NAMES)) {
    const cells = groups.flatMap(({ cells }) => cells.get(key) ?? []);
    const first = cells[0];
    if (first === undefined) continue;
    data.push({
      ...datum(table, first.row, total, key, first),
      value: cells.reduce((sum, { value }) => sum.plus(value), new Decimal(0)),
      source: {
        formula: `各类对象${table.columns.get(key)?.column.heading ?? ''}之和`,
        inputs: cells.map(({ address }) => address),
      },
    });
  }
  return groups.length > 0 ? data : statedTotals(table, problems);
}

function statedTotals(table: Table, problems: Problems): Datum[] {
  const row = table.totals[0];
  if (row === undefined) return [];
  return [...cellsOf(table, row, problems)].map(([key, cell]) => datum(table, row, NAMES[key]?.[0] ?? key, key, cell));
}

function cellsOf(table: Table, row: number, problems: Problems): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  const tell = (key: string, message: string) => {
    const found = table.columns.get(key);
    if (found) problems.inCell(table.sheet.name, row, found.index, found.column.heading, message);
  };
  for (const { column, index, factor } of table.columns.values()) {
    if (column.unit === null) continue;
    const read = cellNumber(table.sheet.cell(row, index), column.unit, factor);
    if (read.kind === 'problem') tell(column.key, read.message);
    if (read.kind !== 'number') continue;
    const { value } = read;
    if (value.isNegative() && !value.isZero()) tell(column.key, `不能是负数（${value.toString()}）。`);
    else if (!value.isInteger()) tell(column.key, `应为整数（${value.toString()}）。`);
    cells.set(column.key, { value, row, address: { sheet: table.sheet.name, cell: cellName(row, index) } });
  }
  if (cells.size > 0 && textAt(table, row, 'group') === '') tell('group', '有份数而没有调查对象。');
  for (const [less, more] of AT_MOST) {
    const [smaller, larger] = [cells.get(less)?.value, cells.get(more)?.value];
    if (smaller && larger && smaller.gt(larger)) {
      tell(less, `${smaller.toString()}大于“${table.columns.get(more)?.column.heading ?? ''}”的${larger.toString()}。`);
    }
  }
  return cells;
}

function datum(table: Table, row: number, indicator: string, key: string, cell: Cell): Datum {
  return {
    indicator,
    stage: null,
    period: null,
    scope: null,
    value: cell.value,
    unit: table.columns.get(key)?.column.unit ?? null,
    source: cell.address,
    definition: textAt(table, row, 'definition') || null,
    asOf: textAt(table, row, 'asOf') || null,
    office: textAt(table, row, 'office') || null,
  };
}
