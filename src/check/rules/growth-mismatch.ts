import type { Decimal } from '../../model/decimal.ts';
import { rule } from '../rule.ts';
import { printed } from '../words.ts';

export default rule<'growth'>({
  id: 'growth-mismatch',
  relation: 'growth',
  title: '增长率与所列数据不符',
  why: '增长率应等于本期与上期之差除以上期。',
  severity: ({ relation }) => (relation.assertion === 'stated' ? 'error' : 'warning'),
  message: ({ relation, computed }) =>
    `文中${relation.falling ? '下降' : '增长'}${printed(relation.rate)}，按${printed(relation.from)}到${printed(relation.to)}计算应为${(computed as Decimal).toFixed()}%，请核对。`,
  fires: [
    '近三年教育经费拨款分别为52300万元、58100万元、63400万元，教育经费拨款增长比例分别为8.20%、11.90%、9.12%。',
    '生均公用经费由2021年的810元提高到2023年的945元，增长15.7%。',
  ],
  silent: [
    '近三年教育经费拨款分别为52300万元、58100万元、63400万元，教育经费拨款增长比例分别为8.20%、11.09%、9.12%。',
    '生均公用经费由2021年的810元提高到2023年的945元，增长16.7%。',
    '全年财政收入12.6亿元，增长8.4%。',
    '每百名学生拥有计算机11.4台，比2016年的9.5台多1.9台，增长20.0%。',
  ],
});
