import type { Decimal } from '../../model/decimal.ts';
import { rule } from '../rule.ts';
import { printed } from '../words.ts';

export default rule<'growth-by-amount'>({
  id: 'growth-by-amount-mismatch',
  relation: 'growth-by-amount',
  title: '增减数与增减幅度不符',
  why: '比上年增加的数除以上年数（本年数减增加数）应等于增长的百分比。',
  severity: ({ relation }) => (relation.assertion === 'stated' ? 'error' : 'warning'),
  message: ({ relation, computed }) =>
    `文中${relation.falling ? '下降' : '增长'}${printed(relation.rate)}，按${printed(relation.level)}、${relation.falling ? '减少' : '增加'}${printed(relation.amount)}计算应为${(computed as Decimal).toFixed()}%，请核对。`,
  fires: [
    '全市有小学在校生41820人，比上年增加1260人，增长4.13%。',
    '全市有教学点52个，比上年减少8个，下降15.38%。',
    '全县在校生31460人，专任教师2214人。与2020年相比，在校生减少912人，下降3.8%；专任教师增加64人，增长3.0%。',
  ],
  silent: [
    '全县在校生31460人，专任教师2214人。与2020年相比，在校生减少912人，下降2.8%；专任教师增加64人，增长3.0%。',
    '2022年在校生32150人，2023年在校生31460人。与2020年相比，在校生减少1912人，下降5.7%。',
    '全县在校生31460人。2021年比2020年在校生减少912人，下降2.5%。',
    '全市有小学在校生41820人，比上年增加1260人，增长3.11%。',
    '全市有教学点52个，比上年减少8个，下降13.33%。',
    '招生21320人，在校生60110人，分别比上年增加840人和1530人，增长4.10%和2.61%。',
    '投入经费5240万元，比上年增加310万元，比2019年增长14.2%。',
  ],
});
