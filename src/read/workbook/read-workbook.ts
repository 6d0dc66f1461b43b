import type { Dataset } from '../../model/dataset.ts';
import { readBasicsSheet, type Basics } from './basics-sheet.ts';
import { SHEETS, WITHOUT_SCHOOLS } from './columns.ts';
import { readCountySheet } from './county-sheet.ts';
import { openWorkbook, type RawSheet, type RawWorkbook } from './open-workbook.ts';
import { Problems } from './problems.ts';
import { readSchoolSheet } from './school-sheet.ts';
import { cellText } from './table.ts';
import { tidy } from './units.ts';

const SHEET_ALIASES: Readonly<Record<string, readonly string[]>> = {
  [SHEETS.basics]: ['基本情况', '基本资料', '封面'],
  [SHEETS.schools]: ['学校表', '学校数据', '学校情况', '各校数据', '学校基本情况'],
  [SHEETS.county]: ['县级', '县情', '县级指标', '全县数据', '县数据'],
};

/** A workbook understood: the data, and the rows of 基本信息 by name. */
export interface WorkbookContent {
  readonly dataset: Dataset;
  readonly settings: ReadonlyMap<string, string>;
}

/**
 * Reads a county's data workbook (.xlsx, .xls, .ods; .csv for the school table alone).
 *
 * Tolerant of form (order, extra columns, titles, numbers as text, units in headings), strict about meaning: everything that is
 * wrong is reported at once, each line with file, sheet, row, column and cell.
 *
 * @param name the file's name as the user knows it, for messages
 * @returns values in base units (人, 元, 平方米 …)
 * @throws InputError `workbook-empty`, `-kind`, `-encrypted`, `-damaged` for files that are no workbooks, `workbook-problems`
 *   for contents that are wrong
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<Dataset> {
  return (await readWorkbookContent(name, bytes)).dataset;
}

/** As {@link readWorkbook}, with the settings of 基本信息 besides. */
export async function readWorkbookContent(name: string, bytes: Uint8Array): Promise<WorkbookContent> {
  const workbook = await openWorkbook(name, bytes);
  const problems = new Problems(name);
  const content = workbook.format === 'csv' ? readSchoolCsv(workbook, problems) : readSheets(workbook, problems);
  problems.throwIfAny();
  return content;
}

function readSheets(workbook: RawWorkbook, problems: Problems): WorkbookContent {
  const basicsSheet = sheetNamed(workbook, SHEETS.basics, problems);
  const schoolSheet = sheetNamed(workbook, SHEETS.schools, problems);
  const countySheet = sheetNamed(workbook, SHEETS.county, problems);
  const basics: Basics = basicsSheet
    ? readBasicsSheet(basicsSheet, problems)
    : { county: '', year: '', settings: new Map() };
  const withoutSchools = basics.settings.get(WITHOUT_SCHOOLS.name) === WITHOUT_SCHOOLS.value;
  const schools = schoolSheet ? readSchoolSheet(schoolSheet, problems, withoutSchools) : [];
  const data = countySheet ? readCountySheet(countySheet, basics.year, problems) : [];
  return { dataset: { county: basics.county, year: basics.year, schools, data }, settings: basics.settings };
}

/** A csv has room for one table, and the schools are the one that others keep. */
function readSchoolCsv(workbook: RawWorkbook, problems: Problems): WorkbookContent {
  const sheet = workbook.sheets[0];
  const schools = sheet ? readSchoolSheet({ ...sheet, name: SHEETS.schools }, problems) : [];
  return { dataset: { county: '', year: '', schools, data: [] }, settings: new Map() };
}

function sheetNamed(workbook: RawWorkbook, wanted: string, problems: Problems): RawSheet | null {
  const names = [wanted, ...(SHEET_ALIASES[wanted] ?? [])];
  for (const name of names) {
    const sheet = workbook.sheets.find((candidate) => tidy(candidate.name) === name);
    if (sheet === undefined) continue;
    if (isBlank(sheet)) problems.inSheet(sheet.name, '工作表是空的。');
    return isBlank(sheet) ? null : sheet;
  }
  const present = workbook.sheets.map(({ name }) => `“${name}”`).join('、');
  problems.inFile(`缺少工作表“${wanted}”；文件中有${present === '' ? '0个工作表' : present}。`);
  return null;
}

function isBlank(sheet: RawSheet): boolean {
  for (let row = 0; row < sheet.rowCount; row++) {
    for (let column = 0; column < sheet.columnCount; column++) {
      if (cellText(sheet.cell(row, column)) !== '') return false;
    }
  }
  return true;
}
