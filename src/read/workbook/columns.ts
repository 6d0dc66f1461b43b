import { indicatorOf } from '../../vocabulary/index.ts';

/** A column of the workbook: what both the reader and the writer of a sheet know of it. */
export interface Column {
  /** What is in it: a field of the row, or the vocabulary id of an amount. */
  readonly key: string;
  /** Heading without unit, as the template prints it. */
  readonly heading: string;
  /** Base unit, null for text. */
  readonly unit: string | null;
  /** Other headings that offices use. */
  readonly aliases: readonly string[];
  /** A sheet without it cannot be read. */
  readonly required: boolean;
  /** What to enter: the note on the heading cell. */
  readonly note: string;
}

/** The sheets of the workbook in their order, which is that of the official declaration forms. */
export const SHEETS = {
  guide: '说明',
  basics: '基本信息',
  facts: '县情',
  schools: '学校',
  gate: '省标',
  money: '经费',
  quality: '普及与质量',
  work: '工作自评',
  satisfaction: '满意度',
  others: '其他数据',
  /** All named figures in one sheet: the layout before the sheets followed the forms, and that of a workbook made of a report. */
  county: '县级数据',
} as const;

/** One row a figure. */
export const COUNTY_COLUMNS: readonly Column[] = [
  text('indicator', '指标', ['指标名称', '项目', '数据名称'], '数据的名称。可以增加行，名称自定。'),
  text('stage', '学段', [], '小学、初中等；全县合计或与学段无关的留空。'),
  text('year', '年份', ['年度', '学年'], '如2024，学年如2023-2024学年；留空即报告年度。'),
  text('value', '数值', ['数据', '数', '值'], '只填数字。没有数据的留空，报告中会留出标记。'),
  text('unit', '单位', ['计量单位'], '可以用万人、万元、亿元，读取时自动换算。'),
  text('definition', '口径', ['统计口径', '指标口径'], '如常住人口、含教学点。', false),
  text('asOf', '统计时点', ['时点', '数据时点'], '如2024年9月1日、2024年末。', false),
  text('office', '来源科室', ['来源', '数据来源', '提供单位', '责任科室'], '提供并签认这个数的科室或部门。', false),
];

/**
 * Whose a figure is, where it is not the whole county's. Read where it stands; the template does not ask for it, since a report
 * is made of the county's own figures.
 */
export const SCOPE_COLUMN: Column = text('scope', '范围', ['地域'], '如城区、农村；全县的留空。', false);

/** The rows of the sheet 基本信息. */
export const BASICS_ROWS: readonly { readonly name: string; readonly required: boolean; readonly note: string }[] = [
  { name: '县名', required: true, note: '县（市、区）全称。' },
  { name: '年份', required: true, note: '报告年度，如2024。' },
  { name: '填报单位', required: false, note: '' },
  { name: '填报人', required: false, note: '' },
  { name: '填报日期', required: false, note: '' },
];

/** A row of 基本信息 that says that the workbook has no schools, as one made of a report has none. */
export const WITHOUT_SCHOOLS = { name: '学校表', value: '不填' } as const;

/** The heading as the template prints it: `学生数（人）`. */
export function headingWithUnit(column: Column): string {
  return column.unit === null ? column.heading : `${column.heading}（${column.unit}）`;
}

/** A column of words. */
export function text(key: string, heading: string, aliases: readonly string[], note: string, required = true): Column {
  return { key, heading, unit: null, aliases, required, note };
}

/** A column of numbers that the vocabulary knows, under all the names that it knows for them. */
export function amount(id: string, heading: string, note: string, required = true): Column {
  const indicator = indicatorOf(id);
  const aliases = indicator === undefined ? [] : [indicator.name, ...indicator.aliases];
  return { key: id, heading, unit: indicator?.unit ?? '', aliases, required, note };
}

/** A column of numbers that no report names, so that the vocabulary does not know them. */
export function ownAmount(
  key: string,
  heading: string,
  unit: string,
  aliases: readonly string[],
  note: string,
  required = false,
): Column {
  return { key, heading, unit, aliases, required, note };
}
