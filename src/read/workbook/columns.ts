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

export const SHEETS = { guide: '说明', basics: '基本信息', schools: '学校', county: '县级数据' } as const;

/** One row a school part. The raw amounts follow the order of the official tables. */
export const SCHOOL_COLUMNS: readonly Column[] = [
  text('name', '学校名称', ['校名', '学校', '单位名称'], '与学校公章一致的全称。一贯制学校分学段填两行，名称相同。'),
  text(
    'part',
    '学段',
    ['学校类别', '办学层次'],
    '小学或初中。九年一贯制学校的小学部、初中部各填一行；完全中学只填初中部。',
  ),
  text('type', '学校类型', ['办学类型', '类型'], '从下拉列表选择。教学点、特殊教育学校、职业学校不列入差异系数测算。'),
  text(
    'owner',
    '举办者',
    ['办别', '举办者类型', '学校举办者', '办学性质'],
    '从下拉列表选择。只有县级公办学校列入差异系数测算。',
  ),
  amount('pupils', '学生数', '具有学籍并在本学年初注册的学生，必须大于0。'),
  amount('class-count', '教学班数', '本学年初教学班数。'),
  amount('largest-class', '最大班额', '学生最多的一个班的人数。'),
  amount('full-time-teachers', '专任教师数', '按学段统计的专任教师。'),
  amount('teachers-above-required-degree', '高于规定学历教师数', '专任教师中：小学为专科及以上，初中为本科及以上。'),
  amount('teachers-intermediate-title', '中级及以上职称教师数', '专任教师中具有中级及以上专业技术职务的人数。'),
  amount(
    'teaching-area',
    '教学及辅助用房面积',
    '教室、实验室、图书室、微机室、语音室面积之和。一贯制学校按1:1.1折算后分学段填写。',
  ),
  amount('sports-area', '体育运动场馆面积', '体育馆和专用运动场地面积之和。一贯制学校按1:1.1折算后分学段填写。'),
  amount('equipment-value', '教学仪器设备值', '用于教学、实验的固定资产账面值，单位为元，不是万元。'),
  amount('computers', '计算机台数', '教学用计算机。'),
  amount('books', '图书册数', '图书馆（室）藏书，按统计报表口径。'),
  amount('backbone-teachers', '县级以上骨干教师数', '专任教师中的县级及以上骨干教师；测算优质均衡时填写。', false),
  amount(
    'sports-arts-teachers',
    '体育艺术专任教师数',
    '体育、音乐、美术、艺术专任教师之和；测算优质均衡时填写。',
    false,
  ),
  amount('multimedia-rooms', '网络多媒体教室数', '测算优质均衡时填写。', false),
];

/** One row a figure of the county. */
export const COUNTY_COLUMNS: readonly Column[] = [
  text('indicator', '指标', ['指标名称', '项目', '数据名称'], '数据的名称。可以增加行，名称自定。'),
  text('stage', '学段', [], '小学、初中等；全县合计或与学段无关的留空。'),
  text('year', '年份', ['年度', '学年'], '如2024，学年如2023-2024学年；留空即报告年度。'),
  text('value', '数值', ['数据', '数', '值'], '只填数字。没有数据的留空，报告中会留出标记。'),
  text('unit', '单位', ['计量单位'], '可以用万人、万元、亿元，读取时自动换算。'),
  text('definition', '口径', ['统计口径', '指标口径'], '如常住人口、含教学点。', false),
  text('asOf', '统计时点', ['时点', '数据时点'], '如2024年9月1日、2024年末。', false),
  text('office', '来源科室', ['来源', '数据来源', '提供单位'], '提供并签认这个数的科室或部门。', false),
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

function text(key: string, heading: string, aliases: readonly string[], note: string, required = true): Column {
  return { key, heading, unit: null, aliases, required, note };
}

function amount(id: string, heading: string, note: string, required = true): Column {
  const indicator = indicatorOf(id);
  const aliases = indicator === undefined ? [] : [indicator.name, ...indicator.aliases];
  return { key: id, heading, unit: indicator?.unit ?? '', aliases, required, note };
}
