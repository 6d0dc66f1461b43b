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
  fires: [
    '按每人平均5万元的标准，为120名教师总计投入800万元。',
    '购置校车24辆，每辆30万元，共投入750万元。',
    '按860名乡村教师每人每月300元的标准，全年按12个月发放319.6万元。',
    '七年级6个班，每班45人，共280人。',
  ],
  silent: [
    '按每人平均5万元的标准，为120名教师总计投入600万元。',
    '新校区设教学班36个，提供学位1620个。',
    '购置校车24辆，每辆30万元，共投入720万元；安装净水设备150台，每台1.4万元，共投入210万元。',
    '乡村教师补助由每人每月150元提高到400元，最偏远学校达到700元，惠及教师930人，全年发放462.6万元。',
    '七年级6个班，每班45人，共270人。',
    '支教教师42名，每人每年补助1.5万元，三年共补助189万元。',
    '生活补助由每人每月150元提高到400元，惠及乡村教师930人，全年发放446.4万元。',
  ],
});
