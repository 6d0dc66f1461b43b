import { around, spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** The same mark twice, or two marks of which only one can end a clause. …… and —— are one mark each. */
const DOUBLED =
  /([。，、；：])\1+|[，、；：]。|。[，、；：]|，[、；：]|、[，；：]|；[，、：]|：[，、；]|,,+|;;+|(?<=[一-龥]),[，。]|(?<=[一-龥])，,/g;

/** Two marks where one belongs. */
const rule: TextRule = {
  id: 'doubled-punctuation',
  type: 'duplicate',
  title: '标点重复',
  why: '两个点号相连（。。 ，、 ；。）只能留一个；省略号“……”和破折号“——”本身占两格，不在此列。依据 GB/T 15834。',
  severity: 'error',
  fixable: true,
  find: ({ text, isProtected }) =>
    [...text.matchAll(DOUBLED)]
      .map(spanOf)
      .filter(({ start }) => !isProtected(start))
      .map((span) => {
        const marks = text.slice(span.start, span.end);
        // of two different marks the full stop, which ends a sentence, is the likelier one
        const kept = marks.includes('。') ? '。' : (marks[0] ?? '');
        return {
          spans: [span],
          message: `文中“${around(text, span)}”处标点“${marks}”重复，疑应为“${kept}”。`,
          suggestion: kept,
        };
      }),
  fires: ['接收率达到100%。。近三年共接收1632名。', '加强领导，，落实责任。', '经费足额到位，。教师待遇落实。'],
  silent: ['操场、图书室……一应俱全。', '三年来——特别是去年——投入最多。', '“做到了吗？”他问。'],
};
export default rule;
