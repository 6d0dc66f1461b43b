import type { Figure } from '../model/figure.ts';
import { indicatorNamed } from '../vocabulary/index.ts';
import { likeness } from './context.ts';

/** 占…的, up to the percentage. */
export const SHARE_OF =
  /占(?:到|比|了)?(?<whole>[^，。；、]*?)(?:的)?(?:比例|比重|比率|份额)?(?:分别|依次)?(?:为|达到?|是)?(?:约|近)?\s*$/;
/** 占比分别为, with no whole named. */
export const SHARE_NAME = /(?:占比|比重)(?:分别|依次)?(?:为|达到?|是)?\s*$/;
export const NO_SHARE = /增长|提高|下降|高于|低于/;
export const PER_HEAD = /^(?:人|生|校|班|师)均|^平均每/;
/** How much two names must have in common to be names of one thing. */
export const ALIKE = 0.6;

/** Names differ by 总数, 人数 and brackets: 在校学生数 is 在校学生. */
export function cut(name: string): string {
  return name.replaceAll(/[（(][^）)]*[）)]|总数|总额|人数|数$|全县|全市|全区|全校|的/g, '');
}

/** The words name the figure's indicator, or share most of their characters with its name. */
export function isLike(words: string, figure: Figure): boolean {
  // 教育经费支出 is no 人均教育经费支出
  if (PER_HEAD.test(figure.label) !== PER_HEAD.test(words)) return false;
  const known = indicatorNamed(words, figure.kind)?.indicator.id;
  // 占学校总数 speaks of all schools, never of the 市级示范学校 told before
  const narrower = figure.indicator?.startsWith('text:') && figure.label.length > words.length + 1;
  if (known && narrower && figure.label.endsWith(words))
    return /^(?:各级各类|各级|各类|[全我本][县市区]各级各类)$/.test(figure.label.slice(0, -words.length));
  return (known !== undefined && known === figure.indicator) || likeness(words, cut(figure.label)) >= ALIKE;
}

/** 占在校学生总数: not of the 寄宿 pupils told before, unless the words or the part itself speak of these. */
export function isOfScope(words: string, part: Figure | null, figure: Figure): boolean {
  const { scope } = figure;
  return (
    scope === null || /^各[级类]/.test(scope) || words.includes(scope) || (part?.scope?.startsWith(scope) ?? false)
  );
}
