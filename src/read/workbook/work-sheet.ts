import type { Computation, Datum, WorkItem } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import { cellNumber } from './cell-number.ts';
import { type Column, text } from './columns.ts';
import type { RawSheet } from './open-workbook.ts';
import { cellName, type Problems } from './problems.ts';
import { findTable, textAt, type Table } from './table.ts';
import { tidy } from './units.ts';

/** The county government's own assessment of its work, item by item. */
export const WORK_COLUMNS: readonly Column[] = [
  text('code', '编号', ['指标编号'], '如A1；省里另有编号的照填。', false),
  text('group', '分组', ['一级指标', '类别'], '入学机会、保障机制、教师队伍、质量与管理等；自评报告按组列出得分。'),
  text('name', '指标', ['二级指标', '指标名称', '评估指标', '指标内容'], '指标原文。'),
  text('points', '分值', ['满分', '标准分'], '省里规定的分值，合计一般为100分。', false),
  text('score', '自评分', ['自评得分', '得分'], '没有评的留空。'),
  text(
    'evidence',
    '证据材料',
    ['佐证材料', '指标值或达标情况简述', '达标情况', '评分依据'],
    '文件名、档案盒号等。',
    false,
  ),
];

/** What the sheet gives: the items, and what follows from their scores. */
export interface WorkContent {
  readonly items: readonly WorkItem[];
  /** The score of each group whose items are all scored, and the total where every item is. */
  readonly data: readonly Datum[];
}

/** The sheet 工作自评; the items that only stand printed there, with neither points nor a score, are none. */
export function readWorkSheet(sheet: RawSheet, problems: Problems): WorkContent {
  const table = findTable(sheet, WORK_COLUMNS, 'name', problems);
  if (table === null) return { items: [], data: [] };
  const items: WorkItem[] = [];
  const seen = new Map<string, number>();
  for (const row of table.rows) {
    const item = readItem(table, row, problems);
    if (item === null) continue;
    const key = tidy(item.name);
    const earlier = seen.get(key);
    if (earlier !== undefined) problems.inRow(sheet.name, row, `“${item.name}”与第${earlier + 1}行重复，请只留一行。`);
    seen.set(key, row);
    items.push(item);
  }
  const scored = items.some(({ score }) => score !== null);
  return scored ? { items, data: sums(items, table) } : { items: [], data: [] };
}

function readItem(table: Table, row: number, problems: Problems): WorkItem | null {
  const tell = (key: string, message: string) => {
    const found = table.columns.get(key);
    if (found) problems.inCell(table.sheet.name, row, found.index, found.column.heading, message);
  };
  const number = (key: string): Decimal | null => {
    const found = table.columns.get(key);
    if (found === undefined) return null;
    const read = cellNumber(table.sheet.cell(row, found.index), '分', new Decimal(1));
    if (read.kind === 'problem') tell(key, read.message);
    if (read.kind !== 'number') return null;
    if (read.value.isNegative() && !read.value.isZero()) tell(key, `不能是负数（${read.value.toString()}）。`);
    return read.value;
  };
  const [points, score] = [number('points'), number('score')];
  const name = textAt(table, row, 'name');
  if (name === '') {
    if (score !== null) tell('name', '有自评分而没有指标。');
    return null;
  }
  if (points !== null && score !== null && score.gt(points)) {
    tell('score', `自评分${score.toString()}大于分值${points.toString()}。`);
  }
  return {
    code: textAt(table, row, 'code'),
    group: tidy(textAt(table, row, 'group')),
    name,
    points,
    score,
    evidence: textAt(table, row, 'evidence'),
    source: { sheet: table.sheet.name, row: row + 1 },
  };
}

function sums(items: readonly WorkItem[], table: Table): Datum[] {
  const groups = [...new Set(items.map(({ group }) => group))].filter((group) => group !== '');
  const parts: [indicator: string, formula: string, of: readonly WorkItem[]][] = groups.map((group) => [
    `text:${group}自评得分`,
    `工作自评中${group}各项自评分之和`,
    items.filter((item) => item.group === group),
  ]);
  parts.push(['work-score', '工作自评各项自评分之和', items]);
  const column = table.columns.get('score')?.index ?? 0;
  return parts
    .filter(([, , of]) => of.every(({ score }) => score !== null))
    .map(([indicator, formula, of]): Datum => {
      const source: Computation = {
        formula,
        inputs: of.map((item) => ({ sheet: table.sheet.name, cell: cellName(item.source.row - 1, column) })),
      };
      const value = of.reduce((sum, { score }) => sum.plus(score ?? 0), new Decimal(0));
      const rest = { stage: null, period: null, scope: null, definition: null, asOf: null, office: null };
      return { indicator, ...rest, value, unit: '分', source };
    });
}
