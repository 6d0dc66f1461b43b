import { spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** A measure with its unit and no number between them; in a table's head the unit stands in brackets. */
const GAP =
  /面积(?:为|约|达|共|合计)?(?:万?平方米|平方公里|万?亩)|(?<!每)(?:投入|投资|资金|经费|拨款)(?:为|约|达|共|共计|合计)?[万亿]元(?!以上|以下|户|村|的)|(?:入学率|巩固率|合格率|达标率|辍学率|完成率|覆盖率)(?:为|达|达到|均为|均达)[%％]/g;

/** 占地面积平方米: the number was never filled in, or was lost. */
const rule: TextRule = {
  id: 'missing-number',
  type: 'missing-text',
  title: '漏写数字',
  why: '名称后面直接跟单位（占地面积平方米、投入资金万元），中间的数字没有填或在转换时丢失了。',
  severity: 'warning',
  find: ({ text, isProtected, isQuoted }) =>
    [...text.matchAll(GAP)]
      .map(spanOf)
      .filter(({ start }) => !isProtected(start) && !isQuoted(start))
      .map((span) => ({
        spans: [span] as const,
        message: `“${text.slice(span.start, span.end)}”有单位而没有数字，疑漏写。`,
        suggestion: null,
      })),
  fires: ['学校占地面积平方米，现有教学班12个。', '三年累计投入资金万元，改善了办学条件。', '全镇小学入学率达到%。'],
  silent: [
    '学校占地面积3200平方米，绿化面积（平方米）见附表。',
    '投入资金200万元，每投入万元配套千元。',
    '**年投入资金**万元，面积**平方米。',
  ],
};
export default rule;
