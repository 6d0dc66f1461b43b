import type { Dataset, SchoolRow } from '../../../model/dataset.ts';
import { COUNTY_COLUMNS, SHEETS } from '../columns.ts';
import { YEAR_COLUMNS } from '../figure-headings.ts';
import { readFigureSheet } from '../figure-sheet.ts';
import type { RawSheet } from '../open-workbook.ts';
import { Problems } from '../problems.ts';
import { readSchoolSheet, schoolTable } from '../school-sheet.ts';
import { isBlank, sheetOf } from '../sheet-names.ts';
import { StatedFigures } from '../stated-figures.ts';
import { findTable } from '../table.ts';
import { readFactForm } from './fact-form.ts';
import { labelsOf } from './form-labels.ts';
import { readSchoolForm } from './school-form.ts';

/**
 * Reads what is not the program's own workbook: the declaration forms of either stage, a statistics return, a table of schools or
 * of figures by itself. Each sheet is taken for what its content shows it to be.
 *
 * @returns the data, with a line for each sheet on what was taken from it; null where no sheet is any of these
 */
export function readForms(
  sheets: readonly RawSheet[],
  problems: Problems,
): (Dataset & { readonly notices: readonly string[] }) | null {
  const { county, year } = labelsOf(sheets);
  const figures = new StatedFigures(year, problems);
  const schools: SchoolRow[] = [];
  const notices: string[] = [];
  let understood = 0;
  const skipped: string[] = [];
  for (const sheet of sheets) {
    if (isBlank(sheet)) continue;
    const read = readSheet(sheet, sheets, { year, figures, schools, notices }, problems);
    if (read) understood++;
    else skipped.push(`“${sheet.name}”`);
  }
  if (understood === 0) return null;
  if (skipped.length > 0) notices.push(`没有读入工作表${skipped.join('、')}：认不出其中的表。`);
  const unknown = [county === '' ? '县名' : '', year === '' ? '年份' : ''].filter((word) => word !== '');
  if (unknown.length > 0)
    notices.push(`表中没有写明${unknown.join('和')}；起草报告要用时，请在工作表“基本信息”中填写。`);
  return { county, year, schools, data: figures.data, notices };
}

interface Reading {
  readonly year: string;
  readonly figures: StatedFigures;
  readonly schools: SchoolRow[];
  readonly notices: string[];
}

function readSheet(
  sheet: RawSheet,
  sheets: readonly RawSheet[],
  { year, figures, schools, notices }: Reading,
  problems: Problems,
): boolean {
  if (isFigureTable(sheet)) {
    notices.push(...readFigureSheet(sheet, year, figures, problems));
    return true;
  }
  // The program's own table of schools by itself is held to what the template asks.
  if (isOwnSchoolTable(sheet) || sheetOf(sheets, SHEETS.schools) === sheet) {
    schools.push(...readSchoolSheet(sheet, problems));
    return true;
  }
  const form = readSchoolForm(sheet, problems);
  if (form !== null) {
    schools.push(...form.schools);
    notices.push(...form.notices);
    return true;
  }
  const facts = readFactForm(sheet, figures, problems);
  if (facts === null) return false;
  notices.push(...facts);
  return true;
}

function isFigureTable(sheet: RawSheet): boolean {
  const trial = new Problems('');
  return findTable(sheet, COUNTY_COLUMNS, 'indicator', trial, YEAR_COLUMNS) !== null && trial.count === 0;
}

function isOwnSchoolTable(sheet: RawSheet): boolean {
  const trial = new Problems('');
  return schoolTable(sheet, trial) !== null && trial.count === 0;
}
