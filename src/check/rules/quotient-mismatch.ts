import type { Decimal } from '../../model/decimal.ts';
import { rule } from '../rule.ts';
import { inUnitOf, printed, told } from '../words.ts';

export default rule<'quotient'>({
  id: 'quotient-mismatch',
  relation: 'quotient',
  title: '平均数与总数不符',
  why: '生均、校均、年均数和生师比都由总数除得：文中两个数都有时，除得的结果在印出的位数上应与所写的相符。',
  severity: () => 'warning',
  message: ({ relation, computed }) =>
    `文中${told(relation.result)}，按${relation.dividend.map(printed).join('、')}${relation.dividend.length > 1 ? '之和' : ''}除以${printed(relation.divisor)}计算应为${inUnitOf(computed as Decimal, relation.result)}，请核对。`,
  fires: ['三年来，累计培训教师7521人次，年均培训2570人次。'],
  silent: ['三年来，累计培训教师7521人次，年均培训2507人次。'],
});
