import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from 'hucre/xlsx';

export type Value = string | number | boolean | null | Partial<Cell>;
export type Rows = readonly (readonly Value[])[];

export const SCHOOL_HEADINGS = [
  '学校名称',
  '学段',
  '学校类型',
  '举办者',
  '学生数（人）',
  '教学班数（个）',
  '最大班额（人）',
  '专任教师数（人）',
  '高于规定学历教师数（人）',
  '中级及以上职称教师数（人）',
  '教学及辅助用房面积（平方米）',
  '体育运动场馆面积（平方米）',
  '教学仪器设备值（元）',
  '计算机台数（台）',
  '图书册数（册）',
];
export const COUNTY_HEADINGS = ['指标', '学段', '年份', '数值', '单位', '口径', '统计时点', '来源科室'];

/** A sound school row; the values of single columns can be replaced by their headings without unit. */
export function school(changes: Readonly<Record<string, Value>> = {}): Value[] {
  const row: Value[] = ['东山小学', '小学', '小学', '县级公办', 400, 10, 45, 24, 20, 12, 2000, 3200, 880000, 60, 9600];
  for (const [heading, value] of Object.entries(changes)) {
    const index = SCHOOL_HEADINGS.findIndex((known) => known.replace(/（.*/u, '') === heading);
    if (index < 0) throw new Error(`no column ${heading}`);
    row[index] = value;
  }
  return row;
}

/** The sheets of a workbook; each can be replaced, and left out with null. */
export interface Parts {
  readonly basics?: Rows | null;
  readonly schools?: Rows | null;
  readonly county?: Rows | null;
  readonly merges?: { sheet: string; startRow: number; endRow: number; startCol: number; endCol: number }[];
}

export const BASICS: Rows = [
  ['项目', '内容'],
  ['县名', '青禾县'],
  ['年份', '2024'],
];

export async function workbookOf(parts: Parts = {}): Promise<Uint8Array> {
  const sheets: [name: string, rows: Rows | null][] = [
    ['基本信息', parts.basics === undefined ? BASICS : parts.basics],
    ['学校', parts.schools === undefined ? [SCHOOL_HEADINGS, school()] : parts.schools],
    ['县级数据', parts.county === undefined ? [COUNTY_HEADINGS] : parts.county],
  ];
  return writeXlsx({
    sheets: sheets
      .filter((sheet): sheet is [string, Rows] => sheet[1] !== null)
      .map(([name, rows]) => {
        const cells = new Map<string, Partial<Cell>>();
        const plain = rows.map((row, r) =>
          row.map((value, c) => {
            if (typeof value !== 'object' || value === null) return value;
            cells.set(`${r},${c}`, value);
            return value.value ?? null;
          }),
        );
        const merges = (parts.merges ?? []).filter(({ sheet }) => sheet === name);
        return { name, rows: plain, cells, merges };
      }),
  });
}

/** One county row under the headings. */
export function county(...rows: Rows): Rows {
  return [COUNTY_HEADINGS, ...rows];
}

export function schools(...rows: Rows): Rows {
  return [SCHOOL_HEADINGS, ...rows];
}
