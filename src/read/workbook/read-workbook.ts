import type { Dataset, SchoolRow } from '../../model/dataset.ts';
import { InputError } from '../../model/manuscript.ts';
import { readBasicsSheet, type Basics } from './basics-sheet.ts';
import { SHEETS, WITHOUT_SCHOOLS } from './columns.ts';
import { readFigureSheet } from './figure-sheet.ts';
import { readForms } from './forms/read-forms.ts';
import { readGateSheet } from './gate-sheet.ts';
import { openWorkbook, type RawSheet } from './open-workbook.ts';
import { Problems } from './problems.ts';
import { readRenewalFigures } from './renewal-figures.ts';
import { RENEWAL_HEADINGS, type RenewalTable, renewalTable } from './renewal-table.ts';
import { readSatisfactionSheet } from './satisfaction-sheet.ts';
import { readSchoolSheet } from './school-sheet.ts';
import { FIGURE_SHEETS, isBlank, isFigureSheet, isOwnWorkbook, presentSheets, sheetOf } from './sheet-names.ts';
import { StatedFigures } from './stated-figures.ts';
import { readWorkSheet } from './work-sheet.ts';

/** A workbook understood: the data, and the rows of 基本信息 by name. */
export interface WorkbookContent {
  readonly dataset: Dataset;
  readonly settings: ReadonlyMap<string, string>;
}

/** A file as the user knows it. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a county's data workbook (.xlsx, .xls, .ods, or one table as .csv).
 *
 * Tolerant of form (order, extra columns, titles, numbers as text, units in headings), strict about meaning: everything that is
 * wrong is reported at once, each line with file, sheet, row, column and cell. A filled declaration form or a statistics return
 * is read by the names of its columns; `notices` of the dataset tell which was taken as what.
 *
 * @param name the file's name as the user knows it, for messages
 * @returns values in base units (人, 元, 平方米 …)
 * @throws InputError `workbook-empty`, `-kind`, `-encrypted`, `-damaged` for files that are no workbooks, `workbook-problems`
 *   for contents that are wrong
 */
export async function readWorkbook(name: string, bytes: Uint8Array): Promise<Dataset> {
  return (await readWorkbookContent(name, bytes)).dataset;
}

/** What a reader of workbooks asks for. */
export interface WorkbookReading {
  /** Whether a school table that nobody has filled in yet will do: a draft leaves its figures open, an assessment is nothing without. */
  readonly mayLackSchools?: boolean;
}

/** As {@link readWorkbook}, with the settings of 基本信息 besides. */
export async function readWorkbookContent(name: string, bytes: Uint8Array): Promise<WorkbookContent> {
  return readWorkbookFiles(name, [{ name, bytes }]);
}

/**
 * As {@link readWorkbookContent}, from several files whose sheets together are one workbook: a .csv holds one sheet, named as the
 * file is (学校.csv).
 *
 * @param label what messages call the whole
 */
export async function readWorkbookFiles(
  label: string,
  files: readonly NamedBytes[],
  { mayLackSchools = false }: WorkbookReading = {},
): Promise<WorkbookContent> {
  const sheets: RawSheet[] = [];
  for (const file of files) {
    const opened = await openWorkbook(file.name, file.bytes);
    const own = file.name.replace(/^.*[/\\]/u, '').replace(/\.[^.]+$/u, '');
    sheets.push(...opened.sheets.map((sheet) => (opened.format === 'csv' ? { ...sheet, name: own } : sheet)));
  }
  if (sheets.length === 0) throw new InputError('workbook-empty', `${label}：没有工作表。`);
  const problems = new Problems(label);
  const renewals = sheets.flatMap((sheet) => renewalTable(sheet) ?? []);
  const own = renewals.length > 0 || isOwnWorkbook(sheets);
  const content = own ? readSheets(sheets, renewals, problems, mayLackSchools) : readFormSheets(sheets, problems);
  problems.throwIfAny();
  return content;
}

/** Last year's figures with this year's beside them need no other sheet: whose they are the report says, and schools it has none. */
function readSheets(
  sheets: readonly RawSheet[],
  renewals: readonly RenewalTable[],
  problems: Problems,
  mayLackSchools: boolean,
): WorkbookContent {
  const need = (wanted: string): RawSheet | null => {
    const sheet = sheetOf(sheets, wanted);
    if (sheet === null) problems.inFile(`缺少工作表“${wanted}”；文件中有${presentSheets(sheets)}。`);
    else if (isBlank(sheet)) problems.inSheet(sheet.name, '工作表是空的。');
    return sheet === null || isBlank(sheet) ? null : sheet;
  };
  const may = (wanted: string): RawSheet | null => {
    const sheet = sheetOf(sheets, wanted);
    return sheet === null || isBlank(sheet) ? null : sheet;
  };
  const ofReport = renewals.length > 0;
  const basicsSheet = ofReport ? may(SHEETS.basics) : need(SHEETS.basics);
  const figureSheets = sheets.filter(isFigureSheet);
  // A workbook without any sheet of figures lacks the one that holds them all.
  if (figureSheets.length === 0 && !ofReport) need(SHEETS.county);
  if (figureSheets.length === 1 && figureSheets[0] && isBlank(figureSheets[0]) && !ofReport) {
    problems.inSheet(figureSheets[0].name, '工作表是空的。');
  }
  const basics: Basics = basicsSheet
    ? readBasicsSheet(basicsSheet, problems, { mayBeEmpty: ofReport })
    : { county: '', year: '', settings: new Map() };
  const withoutSchools =
    mayLackSchools || ofReport || basics.settings.get(WITHOUT_SCHOOLS.name) === WITHOUT_SCHOOLS.value;
  const schoolSheet = withoutSchools ? may(SHEETS.schools) : need(SHEETS.schools);
  const schools = schoolSheet ? readSchoolSheet(schoolSheet, problems, { mayBeEmpty: withoutSchools }) : [];
  const dataset = readRest({ sheets, renewals, basics, schools, may }, problems);
  return { dataset, settings: basics.settings };
}

interface Rest {
  readonly sheets: readonly RawSheet[];
  readonly renewals: readonly RenewalTable[];
  readonly basics: Basics;
  readonly schools: readonly SchoolRow[];
  readonly may: (wanted: string) => RawSheet | null;
}

function readRest({ sheets, renewals, basics, schools, may }: Rest, problems: Problems): Dataset {
  const figures = new StatedFigures(basics.year, problems);
  const notices = [...missingSheets(sheets.filter(isFigureSheet))];
  const gateSheet = may(SHEETS.gate);
  const gate = gateSheet ? readGateSheet(gateSheet, problems) : null;
  // first, so that where 县级数据 says the same, as in older workbooks, the cell that people filled in last is the source
  for (const table of renewals) notices.push(...readRenewalFigures(table, basics.year, figures, problems));
  for (const sheet of sheets.filter(isFigureSheet)) {
    if (!isBlank(sheet)) notices.push(...readFigureSheet(sheet, basics.year, figures, problems));
  }
  const [renewal] = renewals;
  if (renewal !== undefined && figures.data.length === 0) {
    notices.push(
      `「${renewal.sheet.name}」的“${RENEWAL_HEADINGS.value}”一栏里没有可以当作数据的数（还没有填，或只填了仅用于续写的）。`,
    );
  }
  const workSheet = may(SHEETS.work);
  const work = workSheet ? readWorkSheet(workSheet, problems) : { items: [], data: [] };
  const satisfactionSheet = may(SHEETS.satisfaction);
  const survey = satisfactionSheet ? readSatisfactionSheet(satisfactionSheet, problems) : [];
  // What an office states wins over what is added up here; whether the two agree is for `check --data` to say.
  for (const one of [...work.data, ...survey]) {
    const datum = { ...one, period: basics.year === '' ? null : basics.year };
    if (!figures.has(datum)) figures.add(datum, { sheet: '', row: 0, column: 0, heading: '', name: datum.indicator });
  }
  return {
    county: basics.county,
    year: basics.year,
    schools,
    data: figures.data,
    ...(gate === null ? {} : { gate }),
    ...(work.items.length === 0 ? {} : { workItems: work.items }),
    ...(renewals.length === 0 ? {} : { ofReport: true }),
    ...noticesOf(notices),
  };
}

/** Of the sheets that follow the forms, those that somebody took away; the old layout had none of them. */
function missingSheets(present: readonly RawSheet[]): string[] {
  const names = new Set(present.map(({ name }) => name.trim()));
  const missing = FIGURE_SHEETS.filter((name) => !names.has(name));
  if (missing.length === FIGURE_SHEETS.length || missing.length === 0 || names.has(SHEETS.county)) return [];
  return [`没有工作表${missing.map((name) => `“${name}”`).join('、')}，其中的数据都作缺少处理。`];
}

function readFormSheets(sheets: readonly RawSheet[], problems: Problems): WorkbookContent {
  const read = readForms(sheets, problems);
  if (read === null) {
    const wanted = [SHEETS.basics, SHEETS.schools, SHEETS.county].map((name) => `“${name}”`).join('、');
    problems.inFile(
      `缺少工作表${wanted}，也认不出申报表或学校统计表；文件中有${presentSheets(sheets)}。可用 junheng init 生成待填写的工作簿。`,
    );
    return { dataset: { county: '', year: '', schools: [], data: [] }, settings: new Map() };
  }
  const { notices, ...dataset } = read;
  return { dataset: { ...dataset, ...noticesOf(notices) }, settings: new Map() };
}

function noticesOf(notices: readonly string[]): Pick<Dataset, 'notices'> {
  return notices.length === 0 ? {} : { notices };
}
