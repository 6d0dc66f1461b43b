import type { Unit } from './unit.ts';

/** After 四个, 七个: nouns that are counted; every other noun makes a set's name of it (四个到位, 三个坚持). */
const COUNTED_THINGS =
  /^个(?:教学班|班级|班|行政村|自然村|村|乡镇|乡|镇|街道|社区|校区|教学点|学位|教育集团|年级|县|区县|县区|职能部门|片区|标准化)/;

const NOT_BEFORE_ONE = /[每同某另任这那哪进统唯单万逐第无专]$/;
const ARTICLES = new Set(['套', '份', '场', '届', '家', '本', '节']);

/** 五年规划, 三年行动计划, 六年巩固率, 九年一贯制: names that hold a duration. */
const NAMED_YEARS =
  /^年(?:级|制|一贯|巩固|完成|规划|行动|计划|攻坚|提升|工程|大计|一度|之计|保留|毕业|学制|质量|发展规划|建设规划|纲要|期(?:间)?规划)/;

/**
 * Whether a number in Chinese characters states a quantity, or only names a set (四个到位, 两级政府, 十件实事), an order
 * (三年级) or nothing at all (一批, 一系列). It counts where it counts people, things, occasions or time.
 */
export function statesQuantity(text: string, start: number, numeral: string, unit: Unit, unitStart: number): boolean {
  const before = text.slice(Math.max(0, start - 4), start);
  const after = text.slice(unitStart, unitStart + 10);
  if (/[第初高前]$/.test(before) || (unit.name === '年' && /(?:开放|成立|建国|建党)$/.test(before))) return false;
  if (unit.name === '个') return COUNTED_THINGS.test(after) && !(numeral === '一' && NOT_BEFORE_ONE.test(before));
  if (!unit.countsAfterChinese) return false;
  if (numeral === '一') {
    // 一人一策, 一校一案
    if (after[unit.name.length] === '一') return false;
    if (NOT_BEFORE_ONE.test(before) || ARTICLES.has(unit.name)) return false;
    if (unit.kind === 'duration' && /[的新]$/.test(before)) return false;
  }
  switch (unit.name) {
    case '年':
      if (numeral === '九' && after.startsWith('年义务')) return false;
      return !NAMED_YEARS.test(after) && !/(?:小学|初中|高中|中学|近[数几])$/.test(before);
    case '次':
      return !/^次(?:全会|全体会议|会议|党代会|代表大会|修订|修正)/.test(after);
    case '届':
      return before.endsWith('连续');
    case '分':
      return numeral.length > 1;
    case '本':
      return numeral.length > 1 || !/[一二三]/.test(numeral);
    default:
      return true;
  }
}
