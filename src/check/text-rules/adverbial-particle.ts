import { spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

const DEGREE = '不同程度|最大限度|最大程度|大幅度|有计划有步骤|因地制宜|坚持不懈|持之以恒|循序渐进|源源不断';
const PLAIN_VERB = '存在|出现|发生|暴露|影响着|制约着|开展|推进|抓好|做好|满足|调动|保障|缓解|减少|提高了|提升了';
const MANNER =
  '有效|极大|充分|较好|很好|圆满|顺利|有力|大大|积极|逐步|明显|显著|切实|认真|及时|全面|深入|扎实|稳步|成功|不断|严格|合理|广泛';
const VERB =
  '促进|推动|提高|提升|改善|解决|缓解|完成|保障|保证|调动|激发|推进|加强|增强|满足|扩大|带动|落实|强化|优化|化解|减轻|维护|杜绝|遏制|缩小|贯彻|实施|开展|发挥';

/**
 * 的 for 地 before a verb. A verb that 了 follows is no noun, so the word before it must be an adverbial
 * (有效的促进了公平); without 了 only fixed turns of speech are certain.
 */
const ADVERBIAL = new RegExp(
  // the particle first: what stands before it is looked at only where one stands
  `的(?:(?=(?:${PLAIN_VERB})(?!的))(?<=(?:${DEGREE})的)|(?=(?:${VERB})了)(?<=(?:[一-龥，。、；]|^)(?:${MANNER})的))`,
  'gm',
);

/** 的 where 地 belongs. */
const rule: TextRule = {
  id: 'adverbial-particle',
  type: 'typo',
  title: '“的”“地”误用',
  why: '状语和动词之间用“地”：不同程度地存在、有效地促进了公平。只报后面确为动词的。',
  severity: 'warning',
  find: ({ text, isProtected, isQuoted }) =>
    [...text.matchAll(ADVERBIAL)]
      .map(spanOf)
      .filter(({ start }) => !isProtected(start) && !isQuoted(start))
      // 取得了明显的提高了… never occurs, but 有 and 得到 make what follows a noun
      .filter(
        ({ start }) => !/(?:有|得到|取得|获得)(?:了)?[一-龥]{0,2}$/.test(text.slice(Math.max(0, start - 7), start - 2)),
      )
      .map(({ start }) => ({
        spans: [{ start: start - 2, end: start + 3 }] as const,
        message: `文中“${text.slice(start - 2, start + 3)}”修饰动词，疑应为“${text.slice(start - 2, start)}地${text.slice(start + 1, start + 3)}”。`,
        suggestion: `${text.slice(start - 2, start)}地${text.slice(start + 1, start + 3)}`,
      })),
  fires: ['城乡差距还不同程度的存在。', '这些举措有效的促进了教育公平。'],
  silent: [
    '城乡差距还不同程度地存在，受到不同程度的影响。',
    '办学条件有了明显的改善，取得了显著的提高。',
    '学校受到了充分的保障。',
  ],
};
export default rule;
