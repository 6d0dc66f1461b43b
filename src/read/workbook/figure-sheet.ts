import { Decimal } from '../../model/decimal.ts';
import type { Datum } from '../../model/dataset.ts';
import { cellNumber } from './cell-number.ts';
import { COUNTY_COLUMNS, SCOPE_COLUMN } from './columns.ts';
import { unitAbove, unreadYears, YEAR_COLUMNS, YEAR_KEY } from './figure-headings.ts';
import { faultOfValue, needsUnit, readPeriod, readScope, readStage, readUnit } from './figure-row.ts';
import { namedQuantity, type NamedQuantity } from './named-quantity.ts';
import type { RawSheet } from './open-workbook.ts';
import { cellName, type Problems } from './problems.ts';
import type { StatedFigures } from './stated-figures.ts';
import { findTable, type FoundColumn, textAt, type Table } from './table.ts';
import { tidy, type ParsedUnit } from './units.ts';

/** What a row of figures says of all its values. */
interface RowFacts {
  readonly name: string;
  readonly quantity: NamedQuantity;
  readonly stage: Datum['stage'];
  readonly unit: ParsedUnit | null;
  readonly sound: boolean;
}

/**
 * The named figures of a sheet: one value a row (年份, 数值), or one column a year. Rows without a value are no data and are
 * skipped; what is read goes to `figures`, what is wrong to `problems`.
 *
 * @returns what whoever gave the sheet should know, a line each
 */
export function readFigureSheet(
  sheet: RawSheet,
  reportYear: string,
  figures: StatedFigures,
  problems: Problems,
): readonly string[] {
  const table = findTable(sheet, [...COUNTY_COLUMNS, SCOPE_COLUMN], 'indicator', problems, YEAR_COLUMNS);
  if (table === null) return [];
  const years = [...table.columns.values()].filter(({ column }) => column.key.startsWith(YEAR_KEY));
  const value = table.columns.get('value');
  const sheetUnit = unitAbove(table);
  for (const row of table.rows) {
    const filled = [...years, ...(value ? [value] : [])].filter(({ index }) => sheet.cell(row, index) !== null);
    if (filled.length === 0) continue;
    const facts = readFacts(table, row, sheetUnit, problems);
    for (const found of filled) readValue({ table, row, found, facts, reportYear }, figures, problems);
  }
  return years.length > 0 ? unreadYears(table) : [];
}

function readFacts(table: Table, row: number, sheetUnit: string, problems: Problems): RowFacts {
  const before = problems.count;
  const tell = teller(table, row, problems);
  const name = textAt(table, row, 'indicator');
  if (name === '') tell('indicator', '有数值而没有指标名称。');
  const quantity = namedQuantity(name);
  const stage = readStage(textAt(table, row, 'stage'), quantity, (message) => tell('stage', message));
  const written = textAt(table, row, 'unit');
  const isMoney = needsUnit(name, quantity) && (quantity.indicator === null || quantity.indicator.unit === '元');
  const given = written === '' && quantity.unit === null && isMoney ? sheetUnit : written;
  const unit = readUnit(given, quantity, (message) => tell('unit', message));
  return { name, quantity, stage, unit, sound: problems.count === before };
}

interface ValuePlace {
  readonly table: Table;
  readonly row: number;
  readonly found: FoundColumn;
  readonly facts: RowFacts;
  readonly reportYear: string;
}

function readValue(place: ValuePlace, figures: StatedFigures, problems: Problems): void {
  const { table, row, found, facts, reportYear } = place;
  const { name, quantity, stage, unit } = facts;
  const before = problems.count;
  const tell = teller(table, row, problems);
  const here = (message: string) => problems.inCell(table.sheet.name, row, found.index, found.column.heading, message);
  const ofColumn = found.column.key.startsWith(YEAR_KEY) ? found.column.key.slice(YEAR_KEY.length) : null;
  const period = ofColumn ?? readPeriod(textAt(table, row, 'year'), (message) => tell('year', message));
  const wanted = quantity.indicator?.unit ?? unit?.base ?? null;
  const cell = table.sheet.cell(row, found.index);
  const read = cellNumber(cell, wanted === '' ? null : wanted, unit?.factor ?? new Decimal(1));
  if (read.kind === 'problem') here(read.message);
  if (read.kind !== 'number') return;
  const hasOwnUnit = typeof cell?.value === 'string' && /[^\d.,+\-\s]/u.test(cell.value.normalize('NFKC'));
  if (facts.sound && unit === null && !hasOwnUnit && needsUnit(name, quantity)) {
    const message = `“${name}”没有填写单位，无法确定是否以万为单位。`;
    if (table.columns.has('unit')) tell('unit', message);
    else here(message);
  }
  const fault = faultOfValue(read.value, name, quantity);
  if (fault !== null) here(fault);
  if (!facts.sound || problems.count > before) return;
  const asOf = textAt(table, row, 'asOf');
  figures.add(
    {
      indicator: quantity.id,
      stage,
      period,
      scope: readScope(textAt(table, row, 'scope')),
      value: read.value,
      unit: wanted === '' || wanted === null ? null : wanted,
      source: { sheet: table.sheet.name, cell: cellName(row, found.index) },
      definition: textAt(table, row, 'definition') || null,
      asOf: (ofColumn === null ? asOf : asOfIn(asOf, ofColumn, reportYear)) || null,
      office: textAt(table, row, 'office') || null,
    },
    { sheet: table.sheet.name, row, column: found.index, heading: found.column.heading, name },
  );
}

/** One 统计时点 serves a row of several years: 2024年末 for the report's year is 2023年末 for the one before. */
function asOfIn(asOf: string, period: string, reportYear: string): string {
  const word = tidy(asOf);
  const isPlain = /^\d{4}$/u.test(period) && reportYear !== '' && word.startsWith(`${reportYear}年`);
  return isPlain ? word.replace(reportYear, period) : asOf;
}

function teller(table: Table, row: number, problems: Problems): (key: string, message: string) => void {
  return (key, message) => {
    const found = table.columns.get(key);
    if (found) problems.inCell(table.sheet.name, row, found.index, found.column.heading, message);
  };
}
