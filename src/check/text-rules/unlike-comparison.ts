import { spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** An amount held against a growth: 拨款高于财政经常性收入增长幅度, where the law speaks of two growths. */
const AMOUNT_AGAINST_GROWTH =
  /(?:拨款|投入|支出|教育经费|公用经费|教育事业费|工资)(?:均|都|要|应|明显|逐年)?(?:高于|超过|快于|大于)[^，。；、\n]{0,6}(?:收入|支出|拨款|GDP|生产总值)(?:的)?(?:增长(?:比例|幅度|率|速度)|增幅|增速)/g;

/** The two sides of a comparison are not of one kind. */
const rule: TextRule = {
  id: 'unlike-comparison',
  type: 'missing-text',
  title: '比较的两边不同类',
  why: '“三个增长”比的是增长幅度：教育拨款的增长高于财政经常性收入的增长。左边漏了“增长”，就成了拨款额与增幅相比。',
  severity: 'warning',
  find: ({ text, isProtected }) =>
    [...text.matchAll(AMOUNT_AGAINST_GROWTH)]
      .map(spanOf)
      .filter(({ start }) => !isProtected(start))
      .map((span) => {
        const printed = text.slice(span.start, span.end);
        return {
          spans: [span] as const,
          message: `“${printed}”两边不同类，左边疑漏“增长”。`,
          suggestion: printed.replace(/(?=(?:均|都|要|应|明显|逐年)?(?:高于|超过|快于|大于))/, '增长'),
        };
      }),
  fires: ['全县财政教育拨款高于财政经常性收入增长幅度。'],
  silent: ['全县财政教育拨款增长高于财政经常性收入增长幅度。', '教育支出高于上年支出，增长幅度为5%。'],
};
export default rule;
