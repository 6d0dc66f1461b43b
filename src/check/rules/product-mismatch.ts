import type { Decimal } from '../../model/decimal.ts';
import { rule } from '../rule.ts';
import { inUnitOf, told } from '../words.ts';

export default rule<'product'>({
  id: 'product-mismatch',
  relation: 'product',
  title: '数量与单价之积和总额不符',
  why: '人数乘以人均标准应等于总额。',
  severity: () => 'warning',
  message: ({ relation, computed }) =>
    `文中${told(relation.result)}，按所列数量与标准相乘为${inUnitOf(computed as Decimal, relation.result)}，请核对。`,
  fires: ['按每人平均5万元的标准，为120名教师总计投入800万元。'],
  silent: ['按每人平均5万元的标准，为120名教师总计投入600万元。', '新校区设教学班36个，提供学位1620个。'],
});
