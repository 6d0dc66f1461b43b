import { rule } from '../rule.ts';

export default rule<'claim'>({
  id: 'claim-contradicted',
  relation: 'claim',
  title: '提法与数据不符',
  why: '“三个增长”“高于”等提法要经得起文中数据的检验。',
  severity: () => 'warning',
  message: ({ relation }) =>
    `文中称“${relation.words}”，而有关数据为${relation.contradicted.map((figure) => figure.text).join('、')}（${relation.reason}），请核对数据或提法。`,
  fires: [
    '教育拨款增长高于财政经常性收入增长比例分别为-5.2%、3.1%、1.4%。',
    '小学生均公用经费逐年增长，分别为720元、690元、760元。\n实现了“三个增长”的要求。',
  ],
  silent: [
    '教育拨款增长高于财政经常性收入增长比例分别为5.2%、3.1%、1.4%。',
    '小学生均公用经费逐年增长，分别为690元、720元、760元。\n实现了“三个增长”的要求。',
  ],
});
