import { rule } from '../rule.ts';
import { named, printed } from '../words.ts';

export default rule<'equal'>({
  id: 'value-conflict',
  relation: 'equal',
  title: '同一数据前后不一致',
  why: '同一指标、同一学段、同一时间的数在文中只应有一个值；时间或口径不同的应写明。',
  severity: () => 'error',
  message: ({ relation, verdict, because }) => {
    const name = named(relation.second);
    const subject = name === '' ? '同一数据' : `“${name}”`;
    return verdict === 'review'
      ? `${subject}此处为${printed(relation.second)}，另一处为${printed(relation.first)}，${because}，请核对；确属不同的，请在文中写明。`
      : `${subject}此处为${printed(relation.second)}，另一处为${printed(relation.first)}，前后不一致，请核对。`;
  },
  fires: ['全县初中三年巩固率为98.6%。\n全县初中三年巩固率为96.8%，达到省定标准。'],
  silent: [
    '全县初中三年巩固率为98.6%。\n全县初中三年巩固率为98.6%，达到省定标准。',
    '2022年全县小学入学率为99.8%，2023年全县小学入学率为100%。',
    '全县有小学38所、初中15所，共53所。',
    '小学在校生26400人、初中在校生11900人，合计38300人。',
    '参加省级培训480人次、县级培训3120人次，总计3600人次。',
    '35岁以下教师912人，36至50岁1620人，51岁以上730人。',
    '全县26个乡镇中，21个乡镇设有中心校，5个乡镇正在筹建。全县辖26个乡镇。',
    '户籍人口61.2万人，常住人口52.8万人。',
    '小学教学班720个，平均班额41.2人；初中教学班310个，平均班额46.5人。',
    '全县小学教学班720个，其中46人以上班级38个。\n小学现有教学班720个。',
    '全县在校生38300人。\n现有教学点18个，在校生640人。',
    '全县小学巩固率为100%，初中巩固率为98.2%。',
  ],
});
