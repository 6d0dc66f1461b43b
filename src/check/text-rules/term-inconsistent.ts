import type { Span } from '../../model/span.ts';
import { firstSpans, spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

const CHILDREN = '进城务工人员随迁子女';
/** A short or older name, and the official one beside which it is inconsistent. */
const PAIRS: readonly (readonly [other: RegExp, official: string])[] = [
  [/(?<!地方)教育附加(?!费|编制|值)/g, '教育费附加'],
  [/(?<!务工)农民工子女/g, CHILDREN],
  [/(?<!家庭经济)贫困生(?!活|产)/g, '家庭经济困难学生'],
];

/** One thing under two names in one text; the official name tells which to keep. */
const rule: TextRule = {
  id: 'term-inconsistent',
  type: 'term',
  title: '同一事物名称不一',
  why: '同一项经费、同一类学生在一份报告里用两个名称，读者会以为是两回事。只在规范名称也出现时提示。',
  severity: 'info',
  find: ({ text, isProtected, isQuoted }) =>
    PAIRS.flatMap(([pattern, official]) => {
      // the wrong form of the same name is told by unofficial-term: one name, one finding
      if (!text.includes(official) || (official === CHILDREN && text.includes('务工农民工子女'))) return [];
      const spans: Span[] = [...text.matchAll(pattern)]
        .map(spanOf)
        .filter(({ start }) => !isProtected(start) && !isQuoted(start));
      const [first, ...others] = spans;
      if (!first) return [];
      const name = text.slice(first.start, first.end);
      return [
        {
          spans: firstSpans([first, ...others]),
          message: `文中“${name}”与“${official}”并用，疑指同一事物，宜统一为“${official}”。`,
          suggestion: official,
        },
      ];
    }),
  fires: ['教育费附加1200万元足额到位，教育附加全部用于学校建设。'],
  silent: ['教育费附加1200万元、地方教育附加300万元足额到位。', '教职工附加编制20名。'],
};
export default rule;
