import type { Decimal } from '../../model/decimal.ts';
import type { SchoolPart, SchoolRow } from '../../model/dataset.ts';
import { cellNumber } from './cell-number.ts';
import { SCHOOL_COLUMNS } from './columns.ts';
import type { RawSheet } from './open-workbook.ts';
import type { Problems } from './problems.ts';
import { exclusionReason, SCHOOL_OWNERS, SCHOOL_TYPES, schoolOwnerOf, schoolTypeOf } from './scope.ts';
import { findTable, textAt, type Table } from './table.ts';
import { tidy } from './units.ts';

const PARTS: Readonly<Record<string, SchoolPart>> = {
  小学: '小学',
  小学部: '小学',
  初中: '初中',
  初中部: '初中',
  初级中学: '初中',
  普通初中: '初中',
};

/** Types that have no part of the other stage. */
const PART_OF_TYPE: Readonly<Record<string, SchoolPart>> = {
  小学: '小学',
  教学点: '小学',
  初级中学: '初中',
  完全中学: '初中',
};

/** Pairs of amounts of which the first cannot be more than the second. */
const AT_MOST: readonly (readonly [part: string, whole: string])[] = [
  ['teachers-above-required-degree', 'full-time-teachers'],
  ['teachers-intermediate-title', 'full-time-teachers'],
  ['backbone-teachers', 'full-time-teachers'],
  ['sports-arts-teachers', 'full-time-teachers'],
  ['largest-class', 'pupils'],
  ['class-count', 'pupils'],
];

/** Amounts that come in whole numbers. */
const WHOLE = new Set([
  'pupils',
  'class-count',
  'largest-class',
  'full-time-teachers',
  'teachers-above-required-degree',
  'teachers-intermediate-title',
  'computers',
  'books',
  'backbone-teachers',
  'sports-arts-teachers',
  'multimedia-rooms',
]);

/** The school parts of the sheet 学校; what is wrong goes to `problems`, and the rows are only of use where nothing did. */
export function readSchoolSheet(sheet: RawSheet, problems: Problems, mayBeEmpty = false): SchoolRow[] {
  const table = findTable(sheet, SCHOOL_COLUMNS, 'name', problems);
  if (table === null) return [];
  const rows = table.rows.map((row) => readSchool(table, row, problems));
  if (rows.length === 0 && !mayBeEmpty) problems.inSheet(sheet.name, '没有学校：表头下面没有数据行。');
  const seen = new Map<string, number>();
  for (const school of rows) {
    const key = `${tidy(school.name)}|${school.part}`;
    const earlier = seen.get(key);
    if (school.name !== '' && earlier !== undefined) {
      problems.inRow(
        sheet.name,
        school.source.row - 1,
        `“${school.name}”的${school.part}与第${earlier}行重复；同一学校同一学段只能有一行。`,
      );
    } else seen.set(key, school.source.row);
  }
  return rows;
}

function readSchool(table: Table, row: number, problems: Problems): SchoolRow {
  const sheet = table.sheet.name;
  const tell = (key: string, message: string) => {
    const found = table.columns.get(key);
    if (found) problems.inCell(sheet, row, found.index, found.column.heading, message);
  };
  const name = textAt(table, row, 'name');
  if (name === '') tell('name', '没有填写学校名称。');
  const part = oneOf(
    textAt(table, row, 'part'),
    (text) => PARTS[text] ?? null,
    Object.values(PARTS),
    (message) => tell('part', message),
  );
  const type = oneOf(textAt(table, row, 'type'), schoolTypeOf, SCHOOL_TYPES, (message) => tell('type', message));
  const owner = oneOf(textAt(table, row, 'owner'), schoolOwnerOf, SCHOOL_OWNERS, (message) => tell('owner', message));
  const wanted = type === null ? undefined : PART_OF_TYPE[type];
  if (wanted !== undefined && part !== null && wanted !== part)
    tell('part', `学校类型为“${type}”，学段不能是“${part}”。`);
  const amounts = readAmounts(table, row, tell);
  return {
    name,
    part: part ?? '小学',
    type: type ?? '',
    owner: owner ?? '',
    excluded: exclusionReason(type ?? '', owner ?? '', amounts.get('pupils') ?? null),
    amounts,
    source: { sheet, row: row + 1 },
  };
}

function oneOf<T extends string>(
  text: string,
  lookUp: (text: string) => T | null,
  allowed: readonly string[],
  tell: (message: string) => void,
): T | null {
  const found = lookUp(tidy(text));
  if (found !== null) return found;
  const choices = [...new Set(allowed)].join('、');
  tell(text === '' ? `没有填写；应为${choices}之一。` : `不认识“${text}”；应为${choices}之一。`);
  return null;
}

function readAmounts(table: Table, row: number, tell: (key: string, message: string) => void): Map<string, Decimal> {
  const amounts = new Map<string, Decimal>();
  const faulty = new Set<string>();
  for (const { column, index, factor } of table.columns.values()) {
    if (column.unit === null) continue;
    const read = cellNumber(table.sheet.cell(row, index), column.unit, factor);
    const fault =
      read.kind === 'problem' ? read.message : read.kind === 'number' ? faultOf(column.key, read.value) : null;
    if (fault !== null) {
      faulty.add(column.key);
      tell(column.key, fault);
    } else if (read.kind === 'number') amounts.set(column.key, read.value);
  }
  const pupils = amounts.get('pupils');
  if (pupils === undefined && !faulty.has('pupils')) tell('pupils', '没有填写学生数；没有学生的学校请删去这一行。');
  for (const [part, whole] of AT_MOST) {
    const [less, more] = [amounts.get(part), amounts.get(whole)];
    if (less !== undefined && more !== undefined && less.gt(more)) {
      tell(part, `${less.toString()}大于“${headingOf(whole)}”的${more.toString()}。`);
    }
  }
  const [classes, largest] = [amounts.get('class-count'), amounts.get('largest-class')];
  if (pupils && classes && largest && classes.times(largest).lt(pupils)) {
    const sum = `${classes.toString()}×${largest.toString()}=${classes.times(largest).toString()}`;
    tell(
      'largest-class',
      `每班最多${largest.toString()}人，${classes.toString()}个班容不下${pupils.toString()}名学生（${sum}）。`,
    );
  }
  return amounts;
}

function faultOf(key: string, value: Decimal): string | null {
  if (value.isNegative() && !value.isZero()) return `不能是负数（${value.toString()}）。`;
  if (key === 'pupils' && value.isZero()) return '学生数为0；没有学生的学校请删去这一行。';
  if (WHOLE.has(key) && !value.isInteger()) return `应为整数（${value.toString()}）。`;
  return null;
}

function headingOf(key: string): string {
  return SCHOOL_COLUMNS.find((column) => column.key === key)?.heading ?? key;
}
