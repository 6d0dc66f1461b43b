import type { Decimal } from '../../model/decimal.ts';
import { valueOf } from '../operand.ts';
import { rule } from '../rule.ts';
import { inUnitOf, told } from '../words.ts';

export default rule<'sum'>({
  id: 'sum-mismatch',
  relation: 'sum',
  title: '分项之和与合计不符',
  why: '括号内、冒号后或“其中”所列各项相加应等于合计；合计或某一分项抄错、漏列、重复计入，都会在此显出。',
  severity: ({ relation }) => (relation.assertion === 'stated' ? 'error' : 'warning'),
  message: ({ relation, computed }) => {
    const difference = (computed as Decimal).minus(valueOf(relation.total));
    return `文中${told(relation.total)}，所列${relation.parts.length}项相加为${inUnitOf(computed as Decimal, relation.total)}，${difference.isNegative() ? '少' : '多'}${inUnitOf(difference.abs(), relation.total)}，请核对合计与各分项。`;
  },
  fires: [
    '小学由64所调整为57所，减少7所；初中由19所调整为17所，减少2所；共减少11所。',
    '全区在校生9605人（初中3188人，小学6409人）。',
    '全县现有学校43所：小学28所、初中9所、九年一贯制学校5所。',
    '补足经费812万元（其中：公用经费310万元，培训经费126.5万元，设备购置经费480万元）。',
    '全县专任教师共3120人，其中小学1876人，初中1344人。',
  ],
  silent: [
    '全区在校生9597人（初中3188人，小学6409人）。',
    '全县现有学校43所：小学28所（含镇区4所）、初中9所、九年一贯制学校6所。',
    '投入资金1200万元，其中省级资金300万元。',
    '补足经费917万元（其中：公用经费310.2万元，培训经费126.5万元，设备购置经费480万元）。',
    '投入5600万元，新建校舍12000平方米，改建3400平方米。',
  ],
});
