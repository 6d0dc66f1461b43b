import type { Row } from '../model/report.ts';
import { clauseOf } from './context.ts';

/** 平均每个, 校均, 每人每月; 每年, 每学期 tell of times, and 学校均设有 of all schools. */
const EACH =
  /平均|每(?!年|学年|学期|半年|季|月|周|天|日)[\p{Script=Han}]{1,2}|(?:^|其中|全县|全市|全区|全校|学校|学生|[，,年])[人生校班师户场]均(?![衡已设建有配按由能可])/u;

/** An amount for one of many: it is no part of anything, no total, and nothing is counted by it. */
export function isEach(row: Row): boolean {
  return EACH.test(clauseOf(row));
}
