import type { Decimal } from '../../model/decimal.ts';
import { rule } from '../rule.ts';
import { inUnitOf, printed, told } from '../words.ts';

export default rule<'difference'>({
  id: 'difference-mismatch',
  relation: 'difference',
  title: '差数与被减数、减数不符',
  why: '编制减实有应等于空编，两率之差应等于“高于”的百分点，由a增加到b应恰好增加b−a，起止年份应与年数相合。',
  severity: ({ relation }) => (relation.assertion === 'stated' ? 'error' : 'warning'),
  message: ({ relation, computed }) =>
    `文中${told(relation.result)}，按${printed(relation.minuend)}与${printed(relation.subtrahend)}计算应为${inUnitOf(computed as Decimal, relation.result)}，请核对。`,
  fires: [
    '全县核定教职工编制2210名，实有在编教职工2075人，空编145人。',
    '学校数由2020年的36所增加到2024年的41所，增加了6所。',
    '自2019年起至2022年，利用3年时间分期补齐。',
    '生均事业费小学2021年9750元、2022年9810元、2023年9990元。2023年与2021年相比，小学增加250元。',
  ],
  silent: [
    '全县核定教职工编制2210名，实有在编教职工2075人，空编135人。',
    '学校数由2020年的36所增加到2024年的41所，增加了5所。',
    '自2019年起至2022年，利用4年时间分期补齐。',
    '生均事业费小学2021年9750元、2022年9810元、2023年9990元。2023年与2021年相比，小学增加240元。',
    '优秀率高于全市平均水平3.2个百分点。',
  ],
});
