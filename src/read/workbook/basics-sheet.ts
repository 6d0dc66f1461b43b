import { BASICS_ROWS, WITHOUT_SCHOOLS } from './columns.ts';
import type { RawSheet } from './open-workbook.ts';
import type { Problems } from './problems.ts';
import { cellText } from './table.ts';
import { tidy } from './units.ts';

/** What the sheet 基本信息 says: 县名, 年份 and other settings by their names. */
export interface Basics {
  readonly county: string;
  readonly year: string;
  readonly settings: ReadonlyMap<string, string>;
}

const ALIASES: Readonly<Record<string, string>> = {
  县: '县名',
  县名称: '县名',
  '县(市、区)': '县名',
  '县(市、区)名称': '县名',
  区名: '县名',
  市名: '县名',
  报告年度: '年份',
  年度: '年份',
  报告年份: '年份',
};

/**
 * Pairs of a name and, in the next filled cell to its right, its value; one a row.
 *
 * @param mayBeEmpty of a workbook made of a report, which says itself whose it is and of which year, or does not say it at all
 */
export function readBasicsSheet(
  sheet: RawSheet,
  problems: Problems,
  { mayBeEmpty }: { readonly mayBeEmpty: boolean },
): Basics {
  const settings = new Map<string, string>();
  const places = new Map<string, { row: number; column: number }>();
  for (let row = 0; row < sheet.rowCount; row++) {
    let column = 0;
    while (column < sheet.columnCount && sheet.cell(row, column) === null) column++;
    const written = tidy(cellText(sheet.cell(row, column))).replace(/[:：*]+$/u, '');
    if (written === '') continue;
    const name = ALIASES[written] ?? written;
    const value = cellText(sheet.cell(row, column + 1));
    const earlier = settings.get(name);
    if (earlier !== undefined && earlier !== '' && value !== '' && earlier !== value) {
      problems.inCell(sheet.name, row, column + 1, name, `“${name}”填了两次，前为“${earlier}”，这里为“${value}”。`);
    }
    if (!earlier) settings.set(name, value);
    places.set(name, { row, column: column + 1 });
  }
  // An older workbook made of a report is told by this row.
  const ofReport = mayBeEmpty || settings.get(WITHOUT_SCHOOLS.name) === WITHOUT_SCHOOLS.value;
  for (const { name, required } of BASICS_ROWS) {
    const place = places.get(name);
    if (!required || ofReport || settings.get(name)) continue;
    if (place) problems.inCell(sheet.name, place.row, place.column, name, `没有填写${name}。`);
    else problems.inSheet(sheet.name, `缺少“${name}”一行。`);
  }
  const county = settings.get('县名') ?? '';
  const year = readYear(settings.get('年份') ?? '');
  const place = places.get('年份');
  if (year === null && place) {
    const text = settings.get('年份') ?? '';
    problems.inCell(sheet.name, place.row, place.column, '年份', `“${text}”不是年份；应写成2024。`);
  }
  return { county, year: year ?? '', settings };
}

function readYear(text: string): string | null {
  if (text === '') return '';
  const year = /^(\d{4})(?:年度?)?$/u.exec(tidy(text))?.[1];
  return year !== undefined && Number(year) >= 1980 && Number(year) <= 2100 ? year : null;
}
