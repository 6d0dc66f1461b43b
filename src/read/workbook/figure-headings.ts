import { type Column, text } from './columns.ts';
import { readPeriod } from './figure-row.ts';
import { cellName } from './problems.ts';
import { cellText, type OpenColumns, type Table } from './table.ts';
import { parseUnit, tidy } from './units.ts';

/** Begins the key of a column that holds the values of one year. */
export const YEAR_KEY = 'year:';

/** A unit behind a heading, brackets already of one width. */
const HEADING_UNIT = /[([]([^()[\]]+)[)\]]$/u;

/** `2024年`, `2024`, `2023—2024学年`, `2024年（万元）` as headings: the values of that year stand below. */
export const YEAR_COLUMNS: OpenColumns = {
  columnOf: (heading) => {
    if (!/^(?:19|20)\d{2}/u.test(heading)) return null;
    let told = false;
    const period = readPeriod(heading.replace(HEADING_UNIT, ''), () => (told = true));
    return told || period === null ? null : yearColumn(period);
  },
  // One column a year says both what 年份 and what 数值 say.
  replaces: ['year', 'value', 'stage'],
};

/** The column of a year in the layout that has one for each. */
export function yearColumn(period: string): Column {
  return text(`${YEAR_KEY}${period}`, /^\d+$/u.test(period) ? `${period}年` : period, [], '', false);
}

/** Columns that look like a year's and are not read as one: whoever typed values there should know. */
export function unreadYears({ sheet, headingRow, columns }: Table): string[] {
  const known = new Set([...columns.values()].map(({ index }) => index));
  const left: string[] = [];
  for (let column = 0; column < sheet.columnCount; column++) {
    const heading = cellText(sheet.cell(headingRow, column));
    if (known.has(column) || !/^(?:19|20)\d{2}/u.test(tidy(heading))) continue;
    left.push(`${cellName(headingRow, column)}“${heading}”`);
  }
  return left.length === 0 ? [] : [`「${sheet.name}」没有采用：${left.join('、')}；年份的表头应写成2024年。`];
}

/** `单位：万元` above the headings or in those of the values: the unit of all money that has none of its own. */
export function unitAbove({ sheet, headingRow, columns }: Table): string {
  const units = new Set<string>();
  for (const { column, heading } of columns.values()) {
    if (column.key !== 'value' && !column.key.startsWith(YEAR_KEY)) continue;
    const unit = HEADING_UNIT.exec(tidy(heading))?.[1];
    if (unit !== undefined && parseUnit(unit) !== null) units.add(unit);
  }
  for (let row = 0; row < headingRow; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      const unit = /(?:^|[(\s])(?:金额)?单位[:：]\s*([^\s:：)、，,]+)\)?$/u.exec(
        cellText(sheet.cell(row, column)),
      )?.[1];
      if (unit !== undefined && parseUnit(unit) !== null) units.add(unit);
    }
  }
  return units.size === 1 ? ([...units][0] ?? '') : '';
}
