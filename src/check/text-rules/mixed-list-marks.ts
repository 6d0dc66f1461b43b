import type { TextRule } from '../text-rule.ts';

/** Items of one length side by side, one ended by ， and the next by 、. */
const LIST = /([一-龥]{4,6})([，、])([一-龥]{4,6})([，、])([一-龥]{4,6})(?=[。；，、的]|等)/g;

/** 阳光招生，平安组考、满意录取: parallel items with two kinds of mark. */
const rule: TextRule = {
  id: 'mixed-list-marks',
  type: 'punctuation',
  title: '并列成分标点不一',
  why: '字数相同、结构相同的并列短语之间，标点应当一致；只报末字相同或首字相同的短语，其余可能有层次之分。依据 GB/T 15834。',
  severity: 'warning',
  find: ({ text, isProtected }) =>
    [...text.matchAll(LIST)].flatMap((match) => {
      const [, first = '', one = '', second = '', two = '', third = ''] = match;
      const length = second.length;
      const head = first.slice(-length);
      if (one === two || third.length !== length || head.length !== length || isProtected(match.index)) return [];
      const items = [head, second, third];
      const alike = (index: number): boolean => new Set(items.map((item) => item.at(index))).size === 1;
      if (!alike(0) && !alike(-1)) return [];
      const start = match.index + first.length - length;
      return [
        {
          spans: [{ start, end: match.index + match[0].length }] as const,
          message: `“${text.slice(start, match.index + match[0].length)}”各项并列，标点不一，疑应统一为“、”。`,
          suggestion: items.join('、'),
        },
      ];
    }),
  fires: ['全力打造阳光招生，平安迎生、满意送生。'],
  silent: ['全力打造阳光招生、平安迎生、满意送生。', '加强组织领导，完善工作机制、落实工作责任。'],
};
export default rule;
