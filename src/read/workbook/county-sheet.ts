import { Decimal } from '../../model/decimal.ts';
import type { Datum } from '../../model/dataset.ts';
import { cellNumber } from './cell-number.ts';
import { COUNTY_COLUMNS, SCOPE_COLUMN } from './columns.ts';
import { namedQuantity, STAGE_CHOICES, stageOf, type NamedQuantity } from './named-quantity.ts';
import type { RawSheet } from './open-workbook.ts';
import { cellName, type Problems } from './problems.ts';
import { findTable, textAt, type Table } from './table.ts';
import { compatible, parseUnit, tidy, type ParsedUnit } from './units.ts';

/** Quantities that may fall below zero. */
const SIGNED = /增长|增减|增幅|增速|增加|净增|变化|差额|结余/u;
/** Own names that speak of money, of which nobody can say whether 1200 is yuan or ten thousand yuan. */
const MONEY = /资金|经费|投入|拨款|工资|收入|支出|金额|补助|投资|产值/u;

/** The named figures of the sheet 县级数据; rows without a value are no data and are skipped. */
export function readCountySheet(sheet: RawSheet, reportYear: string, problems: Problems): Datum[] {
  const table = findTable(sheet, [...COUNTY_COLUMNS, SCOPE_COLUMN], 'indicator', problems);
  if (table === null) return [];
  const data: Datum[] = [];
  const seen = new Map<string, Datum>();
  for (const row of table.rows) {
    const datum = readDatum(table, row, problems);
    if (datum === null) continue;
    // A figure without year is of the report's year: both say the same quantity.
    const key = [datum.indicator, datum.stage, datum.period ?? reportYear, datum.scope].join('|');
    const earlier = seen.get(key);
    if (earlier === undefined) {
      seen.set(key, datum);
      data.push(datum);
    } else if (!earlier.value.eq(datum.value)) tellContradiction(table, row, earlier, datum, problems);
  }
  return data;
}

function readDatum(table: Table, row: number, problems: Problems): Datum | null {
  const sheet = table.sheet.name;
  const valueColumn = table.columns.get('value');
  if (valueColumn === undefined) return null;
  const cell = table.sheet.cell(row, valueColumn.index);
  if (cell === null) return null;
  const before = problems.count;
  const tell = (key: string, message: string) => {
    const found = table.columns.get(key);
    if (found) problems.inCell(sheet, row, found.index, found.column.heading, message);
  };
  const name = textAt(table, row, 'indicator');
  if (name === '') tell('indicator', '有数值而没有指标名称。');
  const quantity = namedQuantity(name);
  const stage = readStage(textAt(table, row, 'stage'), quantity, (message) => tell('stage', message));
  const period = readPeriod(textAt(table, row, 'year'), (message) => tell('year', message));
  const unit = readUnit(textAt(table, row, 'unit'), quantity, (message) => tell('unit', message));
  const wanted = quantity.indicator?.unit ?? unit?.base ?? null;
  const read = cellNumber(cell, wanted === '' ? null : wanted, unit?.factor ?? new Decimal(1));
  if (read.kind === 'problem') tell('value', read.message);
  if (read.kind !== 'number') return null;
  const hasOwnUnit = typeof cell.value === 'string' && /[^\d.,+\-\s]/u.test(cell.value.normalize('NFKC'));
  if (unit === null && !hasOwnUnit && needsUnit(name, quantity) && problems.count === before) {
    tell('unit', `“${name}”没有填写单位，无法确定是否以万为单位。`);
  }
  const fault = faultOf(read.value, name, quantity);
  if (fault !== null) tell('value', fault);
  if (problems.count > before) return null;
  return {
    indicator: quantity.id,
    stage,
    period,
    scope: readScope(textAt(table, row, 'scope')),
    value: read.value,
    unit: wanted === '' || wanted === null ? null : wanted,
    source: { sheet, cell: cellName(row, valueColumn.index) },
    definition: textAt(table, row, 'definition') || null,
    asOf: textAt(table, row, 'asOf') || null,
    office: textAt(table, row, 'office') || null,
  };
}

function readScope(text: string): string | null {
  return text === '' || /^全[县市区旗]$/u.test(text) ? null : text;
}

function readStage(text: string, quantity: NamedQuantity, tell: (message: string) => void): Datum['stage'] {
  const stage = stageOf(text);
  if (stage === undefined) {
    tell(`不认识学段“${text}”；应为${STAGE_CHOICES.join('、')}之一，与学段无关的留空。`);
    return null;
  }
  if (stage !== null && quantity.stage !== null && stage !== quantity.stage) {
    tell(`学段“${text}”与指标名称中的“${quantity.stage}”不一致。`);
  }
  return stage ?? quantity.stage;
}

/** `2024`, `2024年`, `2023—2024学年`, a date; null for an empty cell. */
function readPeriod(text: string, tell: (message: string) => void): string | null {
  const word = tidy(text).replaceAll(/[—–―~至]+/gu, '-');
  if (word === '') return null;
  const [, from = '', until, school] = /^(\d{4})(?:-(\d{4}))?(学年)?(?:年度?|年\d{1,2}月\d{1,2}日)?$/u.exec(word) ?? [];
  const year = Number(from);
  if (year < 1980 || year > 2100) {
    tell(`“${text}”不是年份；应写成2024，或2023-2024学年。`);
    return null;
  }
  if (until === undefined && school === undefined) return from;
  if (until !== undefined && Number(until) !== year + 1) {
    tell(`“${text}”不是一个学年；前后应相差一年。`);
    return null;
  }
  return `${from}-${year + 1}学年`;
}

function readUnit(text: string, quantity: NamedQuantity, tell: (message: string) => void): ParsedUnit | null {
  const given = text === '' ? (quantity.unit ?? '') : text;
  if (given === '') return null;
  const unit = parseUnit(given);
  const own = quantity.indicator?.unit;
  // A figure of the county's own may have any unit, as long as no 万 or 亿 in it goes unread.
  if (unit === null && quantity.indicator === null && !/^[万亿千百]/u.test(given)) {
    return { base: given, factor: new Decimal(1) };
  }
  if (unit === null) tell(`不认识单位“${given}”。`);
  else if (own !== undefined && own !== null && !compatible(unit.base, own)) {
    tell(`“${quantity.indicator?.name}”的单位应为${own}（或万${own}等），不是“${given}”。`);
  }
  return unit;
}

function needsUnit(name: string, quantity: NamedQuantity): boolean {
  const { indicator } = quantity;
  if (indicator === null) return MONEY.test(name);
  return indicator.unit === '元' || indicator.unit === '人';
}

function faultOf(value: Decimal, name: string, { indicator }: NamedQuantity): string | null {
  if (value.isNegative() && !value.isZero() && !SIGNED.test(indicator?.name ?? name)) {
    return `不能是负数（${value.toString()}）。`;
  }
  if (indicator?.kind === 'count' && indicator.places === 0 && !value.isInteger()) {
    return `换算后为${value.toString()}${indicator.unit ?? ''}，应为整数。`;
  }
  return null;
}

function tellContradiction(table: Table, row: number, earlier: Datum, datum: Datum, problems: Problems): void {
  const column = table.columns.get('value');
  if (column === undefined || !('cell' in earlier.source)) return;
  const unit = datum.unit ?? '';
  const what = [datum.period, datum.stage, textAt(table, row, 'indicator')].filter((word) => word !== null).join(' ');
  problems.inCell(
    table.sheet.name,
    row,
    column.index,
    column.column.heading,
    `“${what}”有两个不同的数：${earlier.source.cell}为${earlier.value.toString()}${unit}，这里为${datum.value.toString()}${unit}。`,
  );
}
