import { headingWithUnit, SHEETS } from '../../read/workbook/columns.ts';
import { SCHOOL_COLUMNS, WHOLE_AMOUNTS } from '../../read/workbook/school-columns.ts';
import { SCHOOL_OWNERS, SCHOOL_TYPES } from '../../read/workbook/scope.ts';
import { rangeBelow } from './cell-range.ts';
import type { CountyFill } from './county-fill.ts';
import type { SheetCell, SheetPlan } from './xlsx.ts';

/** Rows that carry formats and drop-downs although they are empty. */
const SPARE_SCHOOLS = 200;
const WIDTHS: Readonly<Record<string, number>> = { name: 26, type: 17, leftOut: 24 };

/** The sheet 学校; empty where there is no county to fill in. */
export function schoolSheet(fill: CountyFill | null): SheetPlan {
  const header = SCHOOL_COLUMNS.map(
    (column): SheetCell => ({ value: headingWithUnit(column), style: 'header', note: column.note }),
  );
  const count = Math.max(SPARE_SCHOOLS, (fill?.schools.rows.length ?? 0) + 20);
  const rows = Array.from({ length: count }, (_, index) => {
    const given = fill?.schools.rows[index];
    return SCHOOL_COLUMNS.map((column): SheetCell => {
      const value = given?.[fill?.schools.columns.indexOf(column.key) ?? -1] ?? null;
      if (column.unit === null) return { value };
      return { value, format: WHOLE_AMOUNTS.has(column.key) ? '#,##0' : '#,##0.00' };
    });
  });
  const range = (key: string) =>
    rangeBelow(
      SCHOOL_COLUMNS.findIndex((column) => column.key === key),
      count,
    );
  const numbers = SCHOOL_COLUMNS.filter(({ unit }) => unit !== null);
  return {
    name: SHEETS.schools,
    rows: [header, ...rows],
    widths: SCHOOL_COLUMNS.map(({ unit, key }) => WIDTHS[key] ?? (unit === null ? 12 : 13)),
    headingHeight: 48,
    frozen: { rows: 1, columns: 1 },
    print: { title: SHEETS.schools, repeatedRows: 1, paper: 'a3' },
    entries: [
      { range: range('part'), choices: ['小学', '初中'], blank: false },
      { range: range('type'), choices: SCHOOL_TYPES, blank: false },
      { range: range('owner'), choices: SCHOOL_OWNERS, blank: false },
      ...numbers.map(({ key }) => ({ range: range(key), minimum: 0 as const, whole: WHOLE_AMOUNTS.has(key) })),
      { range: range('conditions'), choices: ['本学段', '全校'], blank: true },
    ],
  };
}
