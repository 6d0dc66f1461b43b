import { spanOf } from '../text-context.ts';
import type { TextDefect, TextRule } from '../text-rule.ts';

/** 55人以上大班额, 65人（含）以上的超大班额. */
const BEFORE = /(?<from>\d{2})人(?:[（(]?[含及][）)]?)?以上的?(?<term>超?大班额)/g;
/** 大班额（55人以上）. */
const BEHIND = /(?<term>超?大班额)[（(](?<from>\d{2})人(?:[（(]?[含及][）)]?)?以上[）)]/g;
/** From how many pupils on a class is so called: 56—65 大班额, 66 and more 超大班额. */
const FROM: Readonly<Record<string, number>> = { 大班额: 56, 超大班额: 66 };

/** A large class counted from another number than the national one: its count cannot be held against other counties' counts. */
const rule: TextRule = {
  id: 'class-size-term',
  type: 'term',
  title: '大班额的起算人数与国家口径不同',
  why: '国家统计口径中，56人及以上为大班额，66人及以上为超大班额（国发〔2016〕40号要求消除的也是这两类）。起算人数不同，班数就不能与统计数据和上级要求比较；确用本地口径的，写明即可。',
  severity: 'info',
  find: ({ text, isQuoted }) =>
    [...text.matchAll(BEFORE), ...text.matchAll(BEHIND)].flatMap((match): TextDefect[] => {
      const { from = '', term = '' } = match.groups ?? {};
      const wanted = FROM[term] ?? 0;
      // 66人以上的大班额 is a part of the large classes and rightly so called
      if (Number(from) === wanted || (term === '大班额' && Number(from) > wanted) || isQuoted(match.index)) return [];
      return [
        {
          spans: [spanOf(match)],
          message: `文中以${from}人以上为${term}；国家口径是${wanted}人及以上，如用的是本地口径请写明。`,
          suggestion: null,
        },
      ];
    }),
  fires: ['全县有55人以上大班额12个。', '全县消除了65人以上的超大班额。', '大班额（46人以上）由12个减少到3个。'],
  silent: [
    '全县有56人以上大班额12个，66人以上超大班额2个。',
    '全县消除了66人以上的大班额。',
    '大班额（超过55人）由12个减少到3个。',
    '大班额班数12个，每班45人以上。',
  ],
};
export default rule;
