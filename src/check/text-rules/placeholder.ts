import type { TextRule } from '../text-rule.ts';
import { oncePerStyle } from './marks.ts';

/** 20xx年 and blanks; □ before 是, 否 and the like is a box to tick. */
const BLANK =
  /(?:19|20)(?:[xX×*＊_]{1,2}|□{1,2})(?=\s?年|[-—－]|[^\w])|_{3,}|＿{2,}|(?<=[^\n])□+(?!\s?[是否有无A-D√])|【(?:待填|待补|请填写|此处)[^【】\n]*】|（(?:待填|待补|待定|请填写)）/g;

/** Places that someone meant to fill in. */
const rule: TextRule = {
  id: 'placeholder',
  type: 'placeholder',
  title: '待填未填',
  why: '“20xx年”“____”“□”是模板留给作者填写的空，留在文中说明这句话还没有写完。每种标记只提示一次并给出处数。',
  severity: 'warning',
  find: ({ text }) =>
    oncePerStyle(text, BLANK, styleOf, (style, count) => `文中有未填写的占位“${style}”${count}处，请补全。`),
  fires: [
    '20xx年全县通过验收。',
    '投入资金____万元。',
    '获得奖项□20名学生受到表彰。',
    '联系人：【待补充】',
    '【待填：本单位在推进义务教育优质均衡发展方面的特色做法两三项，每项一段】',
  ],
  silent: ['是否达标：□是 □否', '2019年全县通过验收。'],
};
export default rule;

/** Blanks of any length are one style, and so are 【待填：…】 of any subject. */
function styleOf(mark: string): string {
  if (mark.startsWith('□')) return '□';
  if (/^[_＿]/.test(mark)) return mark.slice(0, 1).repeat(4);
  return /^[【（]/.test(mark) ? `${mark.slice(0, 3)}…${mark.slice(-1)}` : mark;
}
