import type { Decimal } from '../../model/decimal.ts';
import type { Datum } from '../../model/dataset.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { faultOfValue, needsUnit, readPeriod, readScope, readStage } from './figure-row.ts';
import { namedQuantity, type NamedQuantity } from './named-quantity.ts';
import { cellName, Problems } from './problems.ts';
import {
  RENEWAL_HEADINGS,
  type RenewalKey,
  type RenewalTable,
  renewalUnit,
  renewalValue,
  RENEWING_ONLY,
} from './renewal-table.ts';
import type { StatedFigures } from './stated-figures.ts';
import { compatible } from './units.ts';

/** What a row of 今年的数 says besides its value, as written. */
export type RenewalWords = Readonly<Record<'id' | 'name' | 'stage' | 'scope' | 'next' | 'unit', string>>;

/** A datum of a row, without its cell. */
export type RenewalFigure = Pick<Datum, 'indicator' | 'stage' | 'period' | 'scope' | 'unit'>;

type Tell = (key: RenewalKey, message: string) => void;

/**
 * What a row says of the county, under the same rules as a row of 县级数据. The writer asks it of the old values, so that no row is
 * offered for data that would not be read as what it is.
 *
 * @param value in the base unit of the row's unit
 * @returns null where anything was told
 */
export function renewalFigure(words: RenewalWords, value: Decimal, tell: Tell): RenewalFigure | null {
  let sound = true;
  const fault = (key: RenewalKey) => (message: string) => {
    sound = false;
    tell(key, message);
  };
  const quantity = quantityOf(words, fault('name'));
  const stage = readStage(words.stage, quantity, fault('stage'));
  const period = readPeriod(words.next, fault('next'));
  const unit = renewalUnit(words.unit);
  const wanted = quantity.indicator?.unit ?? null;
  if (unit !== null && wanted !== null && !compatible(unit.base, wanted)) {
    fault('unit')(`“${words.name}”的单位应为${wanted}（或万${wanted}等），不是“${words.unit}”。`);
  } else if (unit === null && needsUnit(words.name, quantity)) {
    fault('unit')(`“${words.name}”没有填写单位，无法确定是否以万为单位。`);
  }
  const wrong = faultOfValue(value, words.name, quantity);
  if (wrong !== null) fault('value')(wrong);
  const base = wanted ?? unit?.base ?? '';
  if (!sound) return null;
  return { indicator: quantity.id, stage, period, scope: readScope(words.scope), unit: base === '' ? null : base };
}

/** By the code that the program wrote, which the name has to agree with; a row that a person added is known by its name. */
function quantityOf({ id, name }: RenewalWords, tell: (message: string) => void): NamedQuantity {
  const named = namedQuantity(name);
  if (name === '') tell('有数值而没有指标名称。');
  else if (id !== '' && named.id !== id) {
    tell(`“${name}”与这一行的指标代码“${id}”不是一个数；请改回原来的名称，或在“用途”写“${RENEWING_ONLY}”。`);
  }
  const indicator = indicatorOf(id) ?? null;
  return id === '' || indicator === null ? named : { ...named, id, indicator };
}

/**
 * Reads a filled sheet 今年的数 as the county's figures. Rows without a value and rows for renewing only are no data. A sheet of the
 * time before there was a column 用途 does not say which these are: there, whatever is in doubt is left out.
 *
 * @returns what whoever gave the sheet should know, a line each
 */
export function readRenewalFigures(
  table: RenewalTable,
  reportYear: string,
  figures: StatedFigures,
  problems: Problems,
): readonly string[] {
  const { sheet, headingRow, valueColumn, columns, text } = table;
  const marked = columns.has('use');
  const names = marked ? null : namesIn(table);
  const periods = new Set<string>();
  for (let row = headingRow + 1; row < sheet.rowCount; row++) {
    const words = wordsAt(table, row);
    if (sheet.cell(row, valueColumn) === null || text(row, 'use').startsWith(RENEWING_ONLY)) continue;
    if (names !== null && (words.id === '' || (names.get(nameOf(words)) ?? 0) > 1)) continue;
    const told = marked ? problems : new Problems('');
    const tell: Tell = (key, message) =>
      told.inCell(sheet.name, row, columns.get(key) ?? valueColumn, RENEWAL_HEADINGS[key], message);
    const read = renewalValue(table, row);
    // in a sheet without 用途 the reading for renewing tells it
    if (read.kind === 'problem') tell('value', read.message);
    if (read.kind !== 'number') continue;
    const figure = renewalFigure(words, read.value, tell);
    if (figure === null) continue;
    periods.add(figure.period ?? reportYear);
    figures.add(
      {
        ...figure,
        value: read.value,
        source: { sheet: sheet.name, cell: cellName(row, valueColumn) },
        definition: null,
        asOf: null,
        office: null,
      },
      { sheet: sheet.name, row, column: valueColumn, heading: RENEWAL_HEADINGS.value, name: words.name },
    );
  }
  if (reportYear === '' || periods.size === 0 || [...periods].some((period) => period.includes(reportYear))) return [];
  return [
    `「${sheet.name}」的“年份”没有一行是${reportYear}年，与“基本信息”的年份不一致；核对、起草按各行所写的年份读，请核对。`,
  ];
}

function wordsAt({ text }: RenewalTable, row: number): RenewalWords {
  const [id, name, stage] = [text(row, 'id'), text(row, 'name'), text(row, 'stage')];
  // beside an empty 单位 the value may bear its own: 1.5亿元
  const own = /[^\d.,，:：∶+\-\s]+$/u.exec(text(row, 'value').normalize('NFKC'))?.[0] ?? '';
  const unit = text(row, 'unit') || own;
  return { id, name, stage, scope: text(row, 'scope'), next: text(row, 'next'), unit };
}

/** How many rows have one name; filled or not, none of several is surely the county's. */
function namesIn(table: RenewalTable): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (let row = table.headingRow + 1; row < table.sheet.rowCount; row++) {
    const name = nameOf(wordsAt(table, row));
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  return names;
}

function nameOf({ id, stage, scope, next }: RenewalWords): string {
  return [id, stage, scope, next].join('|');
}
