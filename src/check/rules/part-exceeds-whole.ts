import { rule } from '../rule.ts';
import { told } from '../words.ts';

export default rule<'range'>({
  id: 'part-exceeds-whole',
  relation: 'range',
  title: '其中数大于总数',
  why: '“其中”“含”所列的数不能大于它所属的总数。',
  appliesTo: ({ relation }) => relation.kind === 'part',
  severity: () => 'error',
  message: ({ relation }) => `${told(relation.part)}应包含在${told(relation.whole)}之内，却大于后者，请核对。`,
  fires: [
    '全县有小学28所（含镇区31所）。',
    '全县总人口40.2万人，其中农业人口52.4万人。',
    '接收随迁子女860人，其中省外320人，省内县外540人，含农民工子女910人。',
  ],
  silent: [
    '阅览室1个（座位80个），微机室2个。',
    '全县有小学28所（含镇区13所）。',
    '全县总人口40.2万人，其中农业人口22.4万人。',
    '接收随迁子女860人，其中省外320人，省内县外540人，含农民工子女710人。',
    '共配备保安126名（在校学生8412人）。',
    '全县在校学生约4.4万人，其中44218人。',
    '教育集团9个、共同体12个，其中跨乡镇15个。',
  ],
});
