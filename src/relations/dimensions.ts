import type { Row } from '../model/report.ts';
import { clauseOf } from './context.ts';

/**
 * By what a whole can be taken apart. Parts of one dimension exclude each other; a teacher with a degree may be a leading
 * teacher, too, so that parts of two dimensions may add up to more than their whole.
 */
const DIMENSIONS: readonly (readonly [string, RegExp])[] = [
  ['honour', /骨干|名师|带头人|特级|优秀|模范|能手/],
  ['title', /职称|高级教师|中级教师|一级教师|正高|副高|高级$|中级$|初级(?!中学)/],
  ['degree', /学历|研究生|硕士|博士|本科|专科|大专|中专/],
  ['age', /岁|青年|老年/],
  ['sex', /男|女/],
  ['party', /党员/],
  ['subject', /(?:音体美|音乐|体育|美术|语文|数学|英语|科学|信息技术|心理)(?:学科|专任|专职|专业)?教师/],
  ['pupils', /寄宿|留守|随迁|残疾|贫困|困难|建档立卡|单亲|孤儿|少数民族/],
  ['owner', /公办|民办/],
  ['place', /城区|镇区|城镇|农村|乡村|乡镇|县城|城市/],
  ['stage', /小学|初中|高中|幼儿园|学前|年级|一贯制|特殊教育|特教/],
];

const OPEN: ReadonlySet<string> = new Set(['honour', 'title', 'degree', 'party', 'pupils']);
const LOWEST = /初级|专科|大专|中专|以下|其他|其它|其余|未|员级|县级/;

/** The dimension that a row's own words belong to; null where they tell none, or more than one. */
export function dimensionOf(row: Row): string | null {
  const clause = clauseOf(row);
  const found = DIMENSIONS.filter(([, words]) => words.test(clause));
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** Parts that may overlap: 其中本科及以上学历a人，高级职称b人，骨干教师c人. */
export function mayOverlap(rows: readonly Row[]): boolean {
  return new Set(rows.flatMap((row) => dimensionOf(row) ?? [])).size > 1;
}

/** 男生a、女生b: there is no third. */
export function isBothSexes(rows: readonly Row[]): boolean {
  return (
    rows.length === 2 &&
    rows.every((row) => dimensionOf(row) === 'sex') &&
    /男/.test(clauseOf(rows[0] as Row)) !== /男/.test(clauseOf(rows[1] as Row))
  );
}

/** Of titles, degrees and honours a report may name the higher ones only: （高级职称a人、中级职称b人）. */
export function namesOnlySome(rows: readonly Row[]): boolean {
  return rows.every((row) => OPEN.has(dimensionOf(row) ?? '')) && !rows.some((row) => LOWEST.test(clauseOf(row)));
}
