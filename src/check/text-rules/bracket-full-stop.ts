import type { TextRule } from '../text-rule.ts';

/** A remark within a sentence that ends with a full stop before its bracket closes. */
const INSIDE = /[（(](?<=[一-龥\d%”》].)([^（()）。\n]{4,120})。[）)](?=[一-龥])/g;

/** （…作为调节因素。）小学为0.548 */
const rule: TextRule = {
  id: 'bracket-full-stop',
  type: 'punctuation',
  title: '句内括号末尾的句号',
  why: '句子中间的括注是句子的一部分，末尾不用句号，否则后半句失去开头。依据 GB/T 15834。',
  severity: 'info',
  find: ({ text }) =>
    [...text.matchAll(INSIDE)].map((match) => {
      const end = match.index + match[0].length;
      return {
        spans: [{ start: end - 2, end }] as const,
        message: `“${text.slice(end - 8, end)}”：句内括号的末尾不用句号。`,
        suggestion: text.slice(end - 1, end),
      };
    }),
  fires: ['差异系数（即标准差与平均值之比。）小学为0.48。'],
  silent: ['差异系数（即标准差与平均值之比）小学为0.48。', '详见附件。（附件另发。）下面报告工作。'],
};
export default rule;
