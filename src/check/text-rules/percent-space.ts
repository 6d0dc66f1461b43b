import { around, firstSpans, spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** A space between a number and its percent sign; told once. */
const rule: TextRule = {
  id: 'percent-space',
  type: 'layout',
  title: '百分号前空格',
  why: '数字与百分号之间不空格，否则换行时会被拆开。依据 GB/T 15835。',
  severity: 'info',
  find({ text }) {
    const [first, ...others] = [...text.matchAll(/(?<=\d)[ \u3000]+(?=[%％])/g)].map(spanOf);
    if (!first) return [];
    return [
      {
        spans: firstSpans([first, ...others]),
        message: `“${around(text, first)}”${others.length > 0 ? `等${others.length + 1}处` : '处'}百分号前有空格，应删去。`,
        suggestion: '',
      },
    ];
  },
  fires: ['初中高学历教师占82 %，达到标准。'],
  silent: ['初中高学历教师占82%，达到标准。'],
};
export default rule;
