import type { Stage } from '../../model/figure.ts';
import { BASICS_ROWS, COUNTY_COLUMNS, headingWithUnit, SCHOOL_COLUMNS, SHEETS } from '../../read/workbook/columns.ts';
import { STAGE_CHOICES } from '../../read/workbook/named-quantity.ts';
import { SCHOOL_OWNERS, SCHOOL_TYPES } from '../../read/workbook/scope.ts';
import type { Need } from '../../draft/index.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import type { CountyFigures, CountyFill } from './county-fill.ts';
import { type SheetCell, type SheetPlan, writeSheets } from './xlsx.ts';

/** What a workbook is made for. */
export interface TemplateRequest {
  /** Title of the report kind. */
  readonly title: string;
  /** The report's year, `2024`. */
  readonly year: string;
  /** A row of the county sheet for each stage and year of each. */
  readonly needs: readonly Need[];
  /** A county to fill in; without it the workbook is empty. */
  readonly fill: CountyFill | null;
}

/** Rows that carry formats and drop-downs although they are empty. */
const SPARE_SCHOOLS = 200;
const SPARE_FIGURES = 100;
/** Amounts that may have decimals; the others are whole. */
const FRACTIONAL = new Set(['teaching-area', 'sports-area', 'equipment-value']);

const GUIDE = [
  ['填写说明', 'title'],
  ['1. “基本信息”填县名和报告年度；“学校”每所学校每个学段一行；“县级数据”每个数一行。', 'wrapped'],
  ['2. 列的顺序可以调整，可以增加列和行；请不要改动表头文字和工作表名称。', 'wrapped'],
  ['3. 鼠标停在表头上可看到每一列的填写要求；学段、学校类型、举办者请从下拉列表选择。', 'wrapped'],
  ['4. 只填数字，不写“约”“余”；没有的数据留空，不要填0。合计行不必填写，填了也不读取。', 'wrapped'],
  ['5. “县级数据”的单位可用万人、万元、亿元，读取时自动换算；同一个数只填一处。', 'wrapped'],
  [
    '6. 一贯制学校、完全中学分学段填写。共用的校舍、场馆、设备、计算机、图书，九年一贯制按小学生1、初中生1.1折算分摊。',
    'wrapped',
  ],
  ['7. 口径、统计时点、来源科室随数据进入报告的数据台账，供各科室签认。', 'wrapped'],
] as const;

/**
 * The data workbook to fill in, or filled with a county. What {@link readWorkbook} reads back is exactly what is filled in.
 *
 * @returns the bytes of an .xlsx file
 */
export async function writeTemplateWorkbook(request: TemplateRequest): Promise<Uint8Array> {
  return writeSheets(`${request.title}数据`, [
    { name: SHEETS.guide, widths: [100], rows: GUIDE.map(([value, style]) => [{ value, style }]) },
    basicsSheet(request),
    schoolSheet(request.fill),
    countySheet(request),
  ]);
}

/** The sheet 基本信息; `others` are rows behind the usual ones. */
export function basicsSheet(
  { fill, year, county = '' }: Pick<TemplateRequest, 'fill' | 'year'> & { readonly county?: string },
  others: readonly SheetCell[][] = [],
): SheetPlan {
  const given = new Map(Object.entries({ 县名: fill?.county ?? county, 年份: fill?.year ?? year, ...fill?.basics }));
  const rows = BASICS_ROWS.map(({ name, note }): SheetCell[] => [
    { value: name, style: 'header' },
    { value: given.get(name) ?? null, format: '@' },
    { value: note, style: 'wrapped' },
  ]);
  const header = ['项目', '内容', '说明'].map((value): SheetCell => ({ value, style: 'header' }));
  return {
    name: SHEETS.basics,
    widths: [16, 30, 40],
    rows: [header, ...rows, ...others],
    frozen: { rows: 1, columns: 0 },
  };
}

/** The sheet 学校; empty where there is no county to fill in. */
export function schoolSheet(fill: CountyFill | null): SheetPlan {
  const header = SCHOOL_COLUMNS.map(
    (column): SheetCell => ({ value: headingWithUnit(column), style: 'header', note: column.note }),
  );
  const count = Math.max(SPARE_SCHOOLS, (fill?.schools.rows.length ?? 0) + 20);
  const rows = Array.from({ length: count }, (_, index) => {
    const given = fill?.schools.rows[index];
    return SCHOOL_COLUMNS.map((column): SheetCell => {
      const value = given?.[fill?.schools.columns.indexOf(column.key) ?? -1] ?? null;
      if (column.unit === null) return { value };
      return { value, format: FRACTIONAL.has(column.key) ? '#,##0.00' : '#,##0' };
    });
  });
  const range = (key: string) =>
    rangeOf(
      SCHOOL_COLUMNS.findIndex((column) => column.key === key),
      count,
    );
  const numbers = SCHOOL_COLUMNS.filter(({ unit }) => unit !== null);
  return {
    name: SHEETS.schools,
    rows: [header, ...rows],
    widths: SCHOOL_COLUMNS.map(({ unit, key }) => (key === 'name' ? 26 : unit === null ? 15 : 13)),
    frozen: { rows: 1, columns: 1 },
    entries: [
      { range: range('part'), choices: ['小学', '初中'], blank: false },
      { range: range('type'), choices: SCHOOL_TYPES, blank: false },
      { range: range('owner'), choices: SCHOOL_OWNERS, blank: false },
      ...numbers.map(({ key }) => ({ range: range(key), minimum: 0 as const, whole: !FRACTIONAL.has(key) })),
    ],
  };
}

function countySheet({ needs, year, fill }: TemplateRequest): SheetPlan {
  const header = COUNTY_COLUMNS.map(({ heading, note }): SheetCell => ({ value: heading, style: 'header', note }));
  const rows: (SheetCell | null)[][] = [];
  let topic: string | undefined;
  for (const need of needs) {
    if (need.topic !== topic) rows.push([{ value: need.topic ?? '其他', style: 'topic' }]);
    topic = need.topic;
    for (const stage of need.stages ?? [null]) {
      const given = fill?.data.find((one) => one.indicator === need.indicator && (one.stage ?? null) === stage);
      for (const period of yearsOf(fill?.year ?? year, need.years ?? 1)) {
        rows.push(countyRow(need, stage, period, given));
      }
    }
  }
  const asked = new Set(needs.map(({ indicator }) => indicator));
  const others = (fill?.data ?? []).filter(({ indicator }) => !asked.has(indicator));
  if (others.length > 0) rows.push([{ value: '其他', style: 'topic' }]);
  for (const figures of others) {
    for (const period of Object.keys(figures.values))
      rows.push(countyRow(figures, figures.stage ?? null, period, figures));
  }
  const count = rows.length + SPARE_FIGURES;
  while (rows.length < count) rows.push(COUNTY_COLUMNS.map(() => ({ value: null })));
  const column = (key: string) => COUNTY_COLUMNS.findIndex((candidate) => candidate.key === key);
  return {
    name: SHEETS.county,
    rows: [header, ...rows],
    widths: [36, 10, 14, 16, 10, 30, 16, 18],
    frozen: { rows: 1, columns: 1 },
    entries: [{ range: rangeOf(column('stage'), count), choices: STAGE_CHOICES, blank: true }],
  };
}

function countyRow(
  need: { readonly indicator: string; readonly unit?: string; readonly note?: string; readonly optional?: boolean },
  stage: Stage | null,
  period: string,
  given: CountyFigures | undefined,
): SheetCell[] {
  const indicator = indicatorOf(need.indicator);
  const unit = given?.unit ?? need.unit ?? indicator?.unit ?? '';
  const note = [need.note, need.optional === true ? '可以没有。' : undefined]
    .filter((text) => text !== undefined)
    .join('；');
  return [
    { value: indicator?.name ?? need.indicator.replace(/^text:/, ''), note },
    { value: stage },
    { value: period, format: '@' },
    { value: given?.values[period] ?? null, format: formatOf(unit, indicator?.places ?? 0) },
    { value: unit },
    { value: given?.definition ?? null },
    { value: given?.asOf ?? null, format: '@' },
    { value: given?.office ?? null },
  ];
}

/** Oldest first, as a table is read. */
function yearsOf(year: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(Number(year) - (count - 1 - index)));
}

function formatOf(unit: string, places: number): string {
  if (/^[万亿]/u.test(unit)) return '#,##0.00';
  return places === 0 ? '#,##0' : `#,##0.${'0'.repeat(Math.min(places, 3))}`;
}

function rangeOf(column: number, rows: number): string {
  const letter = String.fromCharCode(65 + column);
  return `${letter}2:${letter}${rows + 1}`;
}
