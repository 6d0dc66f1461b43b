import type { Report } from '../../model/report.ts';
import { COUNTY_COLUMNS, SCOPE_COLUMN, SHEETS, WITHOUT_SCHOOLS } from '../../read/workbook/columns.ts';
import { RENEWAL_SHEET } from '../../read/workbook/renewal-sheet.ts';
import { lineOf, lineText, oneLine } from '../places.ts';
import { figureRows, type FigureRow, type LeftOutFigure } from './figure-rows.ts';
import { countyIn, yearOf } from './report-basics.ts';
import { renewalSheet } from './renewal-form.ts';
import { basicsSheet, schoolSheet } from './template-workbook.ts';
import { type SheetCell, type SheetPlan, writeSheets } from './xlsx.ts';

/** Headings to the right of what the reader knows; it leaves them alone. */
const BESIDE = ['旧值', '旧年份', '报告原文', '位置', '说明'] as const;
const WITHOUT_SCHOOLS_ROW: SheetCell[] = [
  { value: WITHOUT_SCHOOLS.name, style: 'header' },
  { value: WITHOUT_SCHOOLS.value },
  { value: '只更新报告中的数字时不必填“学校”；要测算差异系数时请填“学校”并清空这一格。', style: 'wrapped' },
];
const WIDTHS = [36, 10, 14, 16, 10, 20, 16, 18, 12, 14, 12, 60, 10, 40];

/**
 * The figures of last year's report as the workbook for this year's: what {@link readWorkbook} reads once the new values are
 * typed into 数值, each beside its old value and the sentence that it stood in. Years have moved on by one, as
 * {@link nextPeriod} says.
 *
 * @param file the report's name, for the title
 * @returns the bytes of an .xlsx file
 */
export async function writeFiguresWorkbook(file: string, report: Report): Promise<Uint8Array> {
  const year = yearOf(report);
  const { rows, leftOut } = figureRows(report, year);
  return writeSheets(`${report.title ?? file}数据`, [
    guideSheet(file, rows.length, leftOut.length),
    renewalSheet(report, year),
    basicsSheet({ fill: null, year: year === null ? '' : String(year + 1), county: countyIn(report.title) }, [
      WITHOUT_SCHOOLS_ROW,
    ]),
    schoolSheet(null),
    countySheet(report, rows),
    leftOutSheet(report, leftOut),
  ]);
}

function guideSheet(file: string, rows: number, leftOut: number): SheetPlan {
  const lines = [
    ['填写说明', 'title'],
    [
      `1. 这是由“${oneLine(file)}”读出的数字：“县级数据”${rows}行，另有${leftOut}个没有列入，见“未列入的数字”。`,
      'wrapped',
    ],
    [
      `续写去年的报告（junheng renew 去年的报告 --data 这个文件 -o 今年的报告）：只填“${RENEWAL_SHEET}”的“今年数值”一列，灰色的可以不填，其余各表都不用管。`,
      'wrapped',
    ],
    ['用这些数起草新的报告或核对：填“县级数据”，做法如下。', 'wrapped'],
    ['2. 在“县级数据”的“数值”一列填今年的数；右边的“旧值”是报告中的数，供对照，不会被读取。', 'wrapped'],
    ['3. “年份”已顺延一年（旧年份在右边）；普查、验收等固定年份的数请改回原来的年份。留空即报告年度。', 'wrapped'],
    ['4. 单位与报告一致，可以改用万人、万元、亿元。没有的数据留空，不要填0。', 'wrapped'],
    ['5. 占比、增减等由其他数字算得的排在最后，可以不填。', 'wrapped'],
    ['6. “基本信息”的县名和年份由报告推断，请核对。', 'wrapped'],
  ] as const;
  return { name: SHEETS.guide, widths: [100], rows: lines.map(([value, style]) => [{ value, style }]) };
}

function countySheet(report: Report, rows: readonly FigureRow[]): SheetPlan {
  const columns = [...COUNTY_COLUMNS, SCOPE_COLUMN];
  const header = [
    ...columns.map(({ heading, note }): SheetCell => ({ value: heading, style: 'header', note })),
    ...BESIDE.map((value): SheetCell => ({ value, style: 'header' })),
  ];
  const derived = rows.filter((row) => row.derived);
  const body = rows.filter((row) => !row.derived).map((row) => rowCells(report, row));
  if (derived.length > 0) {
    body.push([{ value: '以下由其他数字算得，可以不填', style: 'topic' }]);
    body.push(...derived.map((row) => rowCells(report, row)));
  }
  return { name: SHEETS.county, rows: [header, ...body], widths: WIDTHS, frozen: { rows: 1, columns: 1 } };
}

function rowCells(report: Report, row: FigureRow): SheetCell[] {
  const { figure } = row;
  const format = formatOf(row);
  const differing = row.differing.map((one) => `${one.text}（${placeOf(report, one.span.start)}）`);
  const bound = figure.bound === null ? [] : [`文中为${{ '>=': '不少于', '<=': '不超过', '~': '约' }[figure.bound]}`];
  const remarks = [...bound, ...(differing.length > 0 ? [`同名的数另有${differing.join('、')}`] : [])];
  return [
    { value: row.name },
    { value: row.stage },
    { value: row.period, format: '@' },
    { value: null, format },
    { value: row.unit },
    { value: null },
    { value: null, format: '@' },
    { value: null },
    { value: row.scope },
    { value: row.value.toNumber(), format },
    { value: figure.period, format: '@' },
    { value: sentenceOf(report, figure.span.start), style: 'wrapped' },
    { value: placeOf(report, figure.span.start) },
    { value: remarks.length > 0 ? remarks.join('；') : null },
  ];
}

function leftOutSheet(report: Report, leftOut: readonly LeftOutFigure[]): SheetPlan {
  const header = ['原文', '名称', '原因', '报告原文', '位置'].map((value): SheetCell => ({ value, style: 'header' }));
  const rows = leftOut.map(({ figure, reason }): SheetCell[] => [
    { value: figure.text },
    { value: figure.label },
    { value: reason },
    { value: sentenceOf(report, figure.span.start), style: 'wrapped' },
    { value: placeOf(report, figure.span.start) },
  ]);
  return {
    name: '未列入的数字',
    rows: [header, ...rows],
    widths: [16, 24, 36, 60, 10],
    frozen: { rows: 1, columns: 0 },
  };
}

/** As many decimals as the report prints. */
function formatOf({ value }: FigureRow): string {
  const places = Math.min(value.decimalPlaces(), 4);
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
}

function placeOf(report: Report, offset: number): string {
  return lineText(report, lineOf(report, offset));
}

/** The sentence around an offset; the line where it stands in none. */
function sentenceOf(report: Report, offset: number): string {
  const { text, paragraphs } = report.manuscript;
  const sentence = report.sentences.find(({ span }) => span.start <= offset && offset < span.end);
  const span = sentence?.span ?? paragraphs[lineOf(report, offset) - 1]?.span;
  return span === undefined ? '' : oneLine(text.slice(span.start, span.end)).trim();
}
