import type { Decimal } from '../../model/decimal.ts';
import { rule } from '../rule.ts';
import { printed } from '../words.ts';

export default rule<'range'>({
  id: 'implausible-size',
  relation: 'range',
  title: '面积不可能有这样大',
  why: '“万平方米”多写一个“万”字，校地就有几百平方公里；这样的数不核自明。',
  appliesTo: ({ relation }) => relation.kind === 'size',
  severity: () => 'error',
  message: ({ relation, computed }) =>
    `${printed(relation.part)}折合${(computed as Decimal).toFixed()}平方公里，学校用地或校舍不可能有这样大，疑单位有误（多写“万”？），请核对。`,
  fires: ['三年来新增校舍面积52180万平方米。'],
  silent: ['三年来新增校舍面积5.2万平方米。', '全县总面积1450平方公里。'],
});
