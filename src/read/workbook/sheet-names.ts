import { SHEETS } from './columns.ts';
import type { RawSheet } from './open-workbook.ts';
import { cellText } from './table.ts';
import { tidy } from './units.ts';

const ALIASES: Readonly<Record<string, readonly string[]>> = {
  [SHEETS.basics]: ['基本情况', '基本资料', '封面'],
  [SHEETS.schools]: ['学校表', '学校数据', '学校情况', '各校数据', '学校基本情况'],
  [SHEETS.gate]: ['省定标准', '办学基本标准', '省定办学基本标准'],
  [SHEETS.work]: ['政府工作自评', '推进工作自评', '自评'],
  [SHEETS.satisfaction]: ['公众满意度', '满意度调查', '社会认可度'],
};

/** The sheets of named figures that follow the forms, in their order. */
export const FIGURE_SHEETS: readonly string[] = [SHEETS.facts, SHEETS.money, SHEETS.quality, SHEETS.others];
const OTHER_FIGURE_SHEETS = [
  SHEETS.county,
  '县级',
  '县级指标',
  '全县数据',
  '县数据',
  '普及',
  '质量',
  '政府保障',
  '教师',
  '办学条件',
];

/** The sheet of a name or of one of its other names; null where there is none. */
export function sheetOf(sheets: readonly RawSheet[], wanted: string): RawSheet | null {
  const names = [wanted, ...(ALIASES[wanted] ?? [])];
  for (const name of names) {
    const sheet = sheets.find((candidate) => tidy(candidate.name) === name);
    if (sheet !== undefined) return sheet;
  }
  return null;
}

/** Whether a sheet holds named figures, by its name. */
export function isFigureSheet({ name }: RawSheet): boolean {
  return [...FIGURE_SHEETS, ...OTHER_FIGURE_SHEETS].includes(tidy(name));
}

/**
 * Whether a workbook is of the program's own layout, old or new, rather than a form that an office filled in: it says in a sheet
 * of its own whose it is, or has two of the sheets.
 */
export function isOwnWorkbook(sheets: readonly RawSheet[]): boolean {
  if (sheets.some(({ name }) => tidy(name) === SHEETS.basics)) return true;
  const basics = sheetOf(sheets, SHEETS.basics);
  const schools = sheetOf(sheets, SHEETS.schools);
  const known = [basics !== null && namesCounty(basics), schools !== null].filter((found) => found).length;
  return known + sheets.filter(isFigureSheet).length >= 2;
}

/** 基本情况 is what the declaration form calls its table I, too; only a sheet with a row 县名 or 年份 is 基本信息 by another name. */
function namesCounty(sheet: RawSheet): boolean {
  for (let row = 0; row < Math.min(sheet.rowCount, 20); row++) {
    for (let column = 0; column < Math.min(sheet.columnCount, 2); column++) {
      if (/^(?:县名|年份|报告年度|县\(市、区\)(?:名称)?)[:：]?$/u.test(tidy(cellText(sheet.cell(row, column)))))
        return true;
    }
  }
  return false;
}

export function isBlank(sheet: RawSheet): boolean {
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      if (cellText(sheet.cell(row, column)) !== '') return false;
    }
  }
  return true;
}

/** What a message says of the sheets that are there. */
export function presentSheets(sheets: readonly RawSheet[]): string {
  const names = sheets.map(({ name }) => `“${name}”`).join('、');
  return names === '' ? '0个工作表' : names;
}
