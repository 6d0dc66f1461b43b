import type { SchoolRow } from '../../../model/dataset.ts';
import type { RawSheet } from '../open-workbook.ts';
import { cellName, Problems } from '../problems.ts';
import { SCHOOL_COLUMNS } from '../school-columns.ts';
import { readSchoolSheet, schoolTable } from '../school-sheet.ts';
import { cellText, type Table } from '../table.ts';
import { parseUnit, tidy } from '../units.ts';

/** Besides the name, so many columns must be known before a table counts as one of schools. */
const ENOUGH = 2;

/**
 * Reads a table of schools out of a declaration form or a statistics return, by the names of its columns.
 *
 * @returns the schools, and lines on which column was taken as what; null where the sheet has no such table
 */
export function readSchoolForm(
  sheet: RawSheet,
  problems: Problems,
): { readonly schools: readonly SchoolRow[]; readonly notices: readonly string[] } | null {
  // What does not fit a table of schools is no fault of a sheet that is none.
  const table = schoolTable(sheet, new Problems(''), true);
  if (table === null || !table.columns.has('name') || table.columns.size <= ENOUGH) return null;
  const schools = readSchoolSheet(sheet, problems, { form: true });
  return { schools, notices: mappingOf(table) };
}

function mappingOf(table: Table): string[] {
  const { sheet, headingRow } = table;
  const place = (index: number, heading: string) => `${cellName(headingRow, index)}“${heading}”`;
  const found = [...table.columns.values()].sort((one, other) => one.index - other.index);
  const indices = new Set(found.map(({ index }) => index));
  const lines = [
    `「${sheet.name}」按学校表读入：${found
      .map(({ index, heading, column }) => `${place(index, heading)}→${column.heading}`)
      .join('；')}。`,
  ];
  const left: string[] = [];
  for (let index = 0; index < sheet.columnCount; index++) {
    const heading = cellText(sheet.cell(headingRow, index));
    if (heading !== '' && !indices.has(index)) left.push(place(index, heading));
  }
  if (left.length > 0) lines.push(`「${sheet.name}」没有采用：${left.join('、')}。`);
  const missing = SCHOOL_COLUMNS.filter(
    ({ key, required, unit }) => required && unit !== null && !table.columns.has(key),
  );
  if (missing.length > 0) {
    lines.push(`「${sheet.name}」没有${missing.map(({ heading }) => heading).join('、')}，有关的指标不能测算。`);
  }
  if (!table.columns.has('owner')) {
    lines.push(`「${sheet.name}」没有举办者一列，表中学校都按列入测算处理，请核对。`);
  }
  // Statistics systems give money in 万元 under a heading that does not say so; the template's columns do say.
  const money = table.columns.get('equipment-value');
  if (money && parseUnit(/[([]([^()[\]]*)[)\]]$/u.exec(tidy(money.heading))?.[1] ?? '') === null) {
    lines.push(`「${sheet.name}」${place(money.index, money.heading)}没有写单位，按元读入，请核对。`);
  }
  return lines;
}
