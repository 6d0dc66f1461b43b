import type { TextRule } from '../text-rule.ts';
import { oncePerStyle } from './marks.ts';

/** Runs of stars, of x and of ×; letters beside an x make it part of a word, and nothing is worked out from a telephone. */
const MASK =
  /(?<!(?:电话|手机|传真|联系方式)[：:][^，。；\n）)]{0,14})(?:\*{2,}|＊{2,}|(?<![A-Za-z\dxX])[xX]{2,}(?![A-Za-z\dxX])|(?<!\d)×{2,})/g;

/** Redaction marks, told once a style: a published text may rightly hold them, a submitted one may not. */
const rule: TextRule = {
  id: 'redaction',
  type: 'placeholder',
  title: '脱敏标记',
  why: '“**”“xx”处原有文字或数字，相关的数据无从核对；报送稿应当补全。每种标记只提示一次并给出处数。',
  severity: 'info',
  find: ({ text }) =>
    oncePerStyle(
      text,
      MASK,
      (mark) => mark,
      (style, count) => `文中有脱敏标记“${style}”${count}处，所涉数据无法核对；如为报送稿，请补全。`,
    ),
  fires: ['**区共有学校**所，校长***同志。', 'xx镇中心学校位于xx县。'],
  silent: ['（联系人：孙某某　电话：0×××-×××××××）', '全镇共有学校12所，教室面积8×9米。'],
};
export default rule;
