import { spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** Two bounds of which one denies or repeats the other, and how to say it once. 近30多年 is “the last thirty odd years”. */
const BOUNDS: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [
    /\d+(?:\.\d+)?\s?多[万亿]?余|\d+(?:\.\d+)?\s?[万亿]多余(?![额年出下的])|\d+(?:\.\d+)?\s?余[万亿]?多/g,
    '“多”与“余”只用其一',
  ],
  [
    /(?<![最新靠临附邻贴])(?:近|将近|接近)\s?\d+(?:\.\d+)?[万亿]?[余多](?:[万亿])?(?!\s?[年月天日届次个]*[年月天日届来])/g,
    '“近”表示不足，“余”“多”表示超过，不能并用',
  ],
  [/达近\s?\d[\d.]*/g, '“达”与“近”矛盾，宜用“近”'],
  [/(?:超过|逾|超)\s?\d[\d.]*[%％万亿]?(?:[一-龥]{0,3})(?:以上|左右)/g, '“超过”与“以上”“左右”不能并用'],
  [
    /(?:不足|不到|不超过|最多)\s?\d[\d.]*[%％万亿]?(?:[一-龥]{0,2})(?:以下|左右)/g,
    '“不足”“不超过”与“以下”“左右”不能并用',
  ],
  [
    /(?:至少|不少于|不低于)\s?\d[\d.]*[%％万亿]?(?:[一-龥]{0,2})(?:以上|左右|余)(?![一-龥]{0,4}(?:学历|职称|职务|程度|等级|文化|水平|层次))/g,
    '“不低于”已含“以上”，只用其一',
  ],
];

/** 100多万余元, 近50余所, 超过85%以上. */
const rule: TextRule = {
  id: 'contradictory-bounds',
  type: 'grammar',
  title: '概数用语矛盾',
  why: '“近…余”“超过…以上”“多…余”两个概数词互相矛盾或重复，读者不知道数在界上还是界下。依据 GB/T 15835。',
  severity: 'warning',
  find: ({ text, isQuoted }) =>
    BOUNDS.flatMap(([pattern, advice]) =>
      [...text.matchAll(pattern)]
        .filter((match) => !isQuoted(match.index))
        .map((match) => ({
          spans: [spanOf(match)] as const,
          message: `文中“${match[0]}”概数用语重复或矛盾：${advice}。`,
          suggestion: null,
        })),
    ),
  fires: ['争取资金100多万余元。', '全县建成近50余所标准化学校。', '合格率超过85%以上。', '参训教师不少于200人以上。'],
  silent: [
    '争取资金100多万元，建成近50所标准化学校。',
    '近20多年来，合格率保持在85%以上。',
    '学历不低于本科以上的要求已达到，超过2000人受益。',
  ],
};
export default rule;
