import type { SchoolPart, SchoolRow } from '../../model/dataset.ts';
import type { Column } from './columns.ts';
import { withFlatHeading } from './forms/heading-path.ts';
import type { RawSheet } from './open-workbook.ts';
import type { Problems } from './problems.ts';
import { readAmounts } from './school-amounts.ts';
import { SCHOOL_COLUMNS } from './school-columns.ts';
import { exclusionReason, SCHOOL_OWNERS, SCHOOL_TYPES, schoolOwnerOf, schoolTypeOf } from './scope.ts';
import { cellText, findTable, matchHeading, textAt, type Table } from './table.ts';
import { tidy } from './units.ts';
import { markWholeSchools, type ReadSchool } from './whole-schools.ts';

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

/** What the column 办学条件填报 means; an empty cell follows the school's other part. */
const CONDITIONS: Readonly<Record<string, ReadSchool['conditions']>> = {
  '': null,
  本学段: 'part',
  分学段: 'part',
  已折算: 'part',
  全校: 'whole',
  全校数: 'whole',
  整校: 'whole',
  未折算: 'whole',
};

/** What is written in a column for reasons by those who take it for a question. */
const PLAIN_ANSWERS = new Set(['是', '否', '列入', '不列入', '有', '1', '0', '√', '×']);

/** How a school table is read that is not the template's. */
export interface SchoolReading {
  /** The table may have no rows. */
  readonly mayBeEmpty?: boolean;
  /** A form or a return: it has what columns it has, and says of all its schools at once what it does not say of each. */
  readonly form?: boolean;
}

/** In a form only these must be there: without them a row is no school. */
const FORM_REQUIRED = new Set(['name', 'pupils']);
const FORM_COLUMNS: readonly Column[] = SCHOOL_COLUMNS.map((column) => ({
  ...column,
  required: FORM_REQUIRED.has(column.key),
}));

/** The table of schools in a sheet, its headings of one or several storeys; null where it has none (told in `problems`). */
export function schoolTable(sheet: RawSheet, problems: Problems, form = false): Table | null {
  const columns = form ? FORM_COLUMNS : SCHOOL_COLUMNS;
  const isName = (heading: string) => matchHeading(heading, columns)?.column.key === 'name';
  const flat = withFlatHeading(sheet, isName, (heading) => matchHeading(heading, columns) !== null);
  return findTable(flat, columns, 'name', problems);
}

/** The school parts of the sheet 学校; what is wrong goes to `problems`, and the rows are only of use where nothing did. */
export function readSchoolSheet(
  sheet: RawSheet,
  problems: Problems,
  { mayBeEmpty = false, form = false }: SchoolReading = {},
): SchoolRow[] {
  const table = schoolTable(sheet, problems, form);
  if (table === null) return [];
  const rows = markWholeSchools(
    table,
    table.rows.map((row) => readSchool(table, row, problems)),
    problems,
  );
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

function readSchool(table: Table, row: number, problems: Problems): ReadSchool {
  const sheet = table.sheet.name;
  const tell = (key: string, message: string) => {
    const found = table.columns.get(key);
    if (found) problems.inCell(sheet, row, found.index, found.column.heading, message);
  };
  const name = textAt(table, row, 'name');
  if (name === '') tell('name', '没有填写学校名称。');
  const type = table.columns.has('type')
    ? oneOf(textAt(table, row, 'type'), schoolTypeOf, SCHOOL_TYPES, (message) => tell('type', message))
    : '';
  const owner = table.columns.has('owner')
    ? oneOf(textAt(table, row, 'owner'), schoolOwnerOf, SCHOOL_OWNERS, (message) => tell('owner', message))
    : '';
  const part = table.columns.has('part')
    ? oneOf(
        textAt(table, row, 'part'),
        (text) => PARTS[text] ?? null,
        Object.values(PARTS),
        (message) => tell('part', message),
      )
    : partWithout(table, row, type, problems);
  const wanted = type === null ? undefined : PART_OF_TYPE[type];
  if (wanted !== undefined && part !== null && wanted !== part)
    tell('part', `学校类型为“${type}”，学段不能是“${part}”。`);
  const words = textAt(table, row, 'conditions');
  const conditions = CONDITIONS[tidy(words)];
  if (conditions === undefined) tell('conditions', `不认识“${words}”；应为本学段、全校之一，或留空。`);
  const amounts = readAmounts(table, row, tell);
  const leftOut = textAt(table, row, 'leftOut');
  if (leftOut !== '' && PLAIN_ANSWERS.has(tidy(leftOut))) {
    tell('leftOut', `“${leftOut}”不是原因；列入测算的请留空，不列入的请写明原因。`);
  }
  const school: SchoolRow = {
    name,
    part: part ?? '小学',
    type: type ?? '',
    owner: owner ?? '',
    excluded: exclusionReason(type ?? '', owner ?? '', amounts.get('pupils') ?? null) ?? (leftOut || null),
    ...(leftOut === '' ? {} : { leftOut }),
    amounts,
    source: { sheet, row: row + 1 },
  };
  return { school, row, conditions: conditions ?? null };
}

/** A table without the column 学段 says it by the school's type, or over the whole table. */
function partWithout(table: Table, row: number, type: string | null, problems: Problems): SchoolPart | null {
  const byType = PART_OF_TYPE[type ?? ''];
  if (byType !== undefined) return byType;
  const titles = [table.sheet.name];
  for (let above = 0; above <= table.headingRow; above++) {
    for (let column = 0; column < table.sheet.columnCount; column++) {
      titles.push(cellText(table.sheet.cell(above, column)));
    }
  }
  const told = new Set(titles.flatMap((title) => (/[小初]/u.test(title) ? (title.match(/小学|初中/gu) ?? []) : [])));
  const [only] = told;
  if (told.size === 1 && (only === '小学' || only === '初中')) return only;
  problems.inRow(table.sheet.name, row, '看不出是小学还是初中；请增加“学段”一列，一贯制学校按学段分两行填写。');
  return null;
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
