import { COUNTY_COLUMNS, SHEETS } from '../../read/workbook/columns.ts';
import { yearColumn } from '../../read/workbook/figure-headings.ts';
import { STAGE_CHOICES } from '../../read/workbook/named-quantity.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { rangeBelow } from './cell-range.ts';
import type { CountyFigures, CountyFill } from './county-fill.ts';
import { type FigureRequest, type Row, rowsBySheet } from './template-rows.ts';
import type { SheetCell, SheetPlan } from './xlsx.ts';

/** Rows that carry formats and drop-downs although they are empty. */
const SPARE = 10;
const SPARE_OTHERS = 100;
/** The four sheets of named figures in the order of the forms. */
export function figureSheets(
  request: FigureRequest,
): Readonly<Record<'facts' | 'money' | 'quality' | 'others', SheetPlan>> {
  const rows = rowsBySheet(request);
  const of = (name: string) => rows.get(name) ?? [];
  return {
    facts: wideSheet(SHEETS.facts, of(SHEETS.facts), request),
    money: wideSheet(SHEETS.money, of(SHEETS.money), request),
    quality: wideSheet(SHEETS.quality, of(SHEETS.quality), request),
    others: longSheet(of(SHEETS.others), [...rows.values()].flat(), request),
  };
}

/** One column a year, the latest last: how money and rates are read and compared. */
function wideSheet(name: string, rows: readonly Row[], request: FigureRequest): SheetPlan {
  const year = request.fill?.year ?? request.year;
  const given = rows.flatMap((row) => Object.keys(figuresOf(request.fill, row)?.values ?? {}));
  const asked = yearsOf(year, Math.max(1, ...rows.map(({ years }) => years)));
  const periods = [...new Set([...asked, ...given])].sort();
  const [indicator, stage, , , unit, definition, asOf, office] = COUNTY_COLUMNS;
  const columns = [indicator, stage, unit, ...periods.map(yearColumn), definition, asOf, office];
  const coded = rows.some(({ code }) => code !== '');
  const header = columns.map(
    (column): SheetCell => ({
      value: column?.heading ?? '',
      style: 'header',
      note: column?.note ?? '',
    }),
  );
  const cells: (SheetCell | null)[][] = [[...(coded ? [headCell('编号')] : []), ...header]];
  let topic = '';
  for (const row of rows) {
    if (row.topic !== topic) cells.push([...(coded ? [blankTopic()] : []), ...topicRow(row.topic, columns.length)]);
    topic = row.topic;
    const figures = figuresOf(request.fill, row);
    const open = new Set(yearsOf(year, row.years));
    const values = periods.map((period): SheetCell => {
      const value = figures?.values[period] ?? null;
      // A grey cell is one that nobody asks for; what is typed there is read all the same.
      return {
        value,
        format: formatOf(figures?.unit ?? row.unit, row.indicator),
        ...(open.has(period) || value !== null ? {} : { style: 'unasked' as const }),
      };
    });
    cells.push([
      ...(coded ? [{ value: row.code }] : []),
      { value: nameOf(row.indicator), note: row.note },
      { value: row.stage },
      { value: figures?.unit ?? row.unit },
      ...values,
      { value: figures?.definition ?? null },
      { value: figures?.asOf ?? null, format: '@' },
      { value: figures?.office ?? null },
    ]);
  }
  const width = columns.length + (coded ? 1 : 0);
  for (let spare = 0; spare < SPARE; spare++) cells.push(Array.from({ length: width }, () => ({ value: null })));
  const first = coded ? 1 : 0;
  return {
    name,
    rows: cells,
    widths: [...(coded ? [7] : []), 36, 10, 10, ...periods.map(() => 15), 34, 16, 18],
    frozen: { rows: 1, columns: first + 1 },
    print: { title: name, repeatedRows: 1 },
    entries: [{ range: rangeBelow(first + 1, cells.length - 1), choices: STAGE_CHOICES, blank: true }],
  };
}

/** One row a value: here a county may add whatever figures it likes. */
function longSheet(rows: readonly Row[], all: readonly Row[], { fill, year }: FigureRequest): SheetPlan {
  const header = COUNTY_COLUMNS.map(({ heading, note }): SheetCell => ({ value: heading, style: 'header', note }));
  const cells: (SheetCell | null)[][] = [];
  let topic = '';
  for (const row of rows) {
    if (row.topic !== topic) cells.push(topicRow(row.topic, COUNTY_COLUMNS.length));
    topic = row.topic;
    const given = figuresOf(fill, row);
    const periods = new Set([...yearsOf(fill?.year ?? year, row.years), ...Object.keys(given?.values ?? {})]);
    for (const period of [...periods].sort()) cells.push(longRow(row, period, given));
  }
  const others = unasked(fill, all);
  if (others.length > 0) cells.push(topicRow('其他', COUNTY_COLUMNS.length));
  for (const figures of others) {
    const unit = figures.unit ?? indicatorOf(figures.indicator)?.unit ?? '';
    const row: Row = {
      topic: '',
      code: '',
      indicator: figures.indicator,
      stage: figures.stage ?? null,
      unit,
      note: '',
      years: 1,
    };
    for (const period of Object.keys(figures.values)) cells.push(longRow(row, period, figures));
  }
  const count = cells.length + SPARE_OTHERS;
  while (cells.length < count) cells.push(COUNTY_COLUMNS.map(() => ({ value: null })));
  const column = COUNTY_COLUMNS.findIndex(({ key }) => key === 'stage');
  return {
    name: SHEETS.others,
    rows: [header, ...cells],
    widths: [36, 10, 14, 16, 10, 30, 16, 18],
    frozen: { rows: 1, columns: 1 },
    print: { title: SHEETS.others, repeatedRows: 1 },
    entries: [{ range: rangeBelow(column, count), choices: STAGE_CHOICES, blank: true }],
  };
}

function longRow(row: Row, period: string, given: CountyFigures | undefined): SheetCell[] {
  const unit = given?.unit ?? row.unit;
  return [
    { value: nameOf(row.indicator), note: row.note },
    { value: row.stage },
    { value: period, format: '@' },
    { value: given?.values[period] ?? null, format: formatOf(unit, row.indicator) },
    { value: unit },
    { value: given?.definition ?? null },
    { value: given?.asOf ?? null, format: '@' },
    { value: given?.office ?? null },
  ];
}

/** The figures of the fill that no row of any sheet asks for. */
function unasked(fill: CountyFill | null, rows: readonly Row[]): CountyFigures[] {
  const asked = new Set(rows.map(({ indicator, stage }) => `${indicator}|${stage ?? ''}`));
  return (fill?.data ?? []).filter(({ indicator, stage }) => !asked.has(`${indicator}|${stage ?? ''}`));
}

function figuresOf(fill: CountyFill | null, row: Row): CountyFigures | undefined {
  return fill?.data.find((one) => one.indicator === row.indicator && (one.stage ?? null) === row.stage);
}

function topicRow(topic: string, width: number): SheetCell[] {
  return [{ value: topic, style: 'topic' }, ...Array.from({ length: width - 1 }, blankTopic)];
}

function blankTopic(): SheetCell {
  return { value: null, style: 'topic' };
}

function headCell(value: string): SheetCell {
  return { value, style: 'header' };
}

function nameOf(indicator: string): string {
  return indicatorOf(indicator)?.name ?? indicator.replace(/^text:/u, '');
}

/** Oldest first, as a table is read. */
function yearsOf(year: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(Number(year) - (count - 1 - index)));
}

/** As many decimals as offices give; a rate keeps both of its own, or 48.98 would show as 49.0. */
function formatOf(unit: string, indicator: string): string {
  const known = indicatorOf(indicator);
  if (/^[万亿]/u.test(unit) || known?.kind === 'percent') return '#,##0.00';
  const places = known?.places ?? 0;
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(places, 3))}`;
}
