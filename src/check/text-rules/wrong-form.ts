import { WRONG_FORMS } from '../../vocabulary/wrong-forms.ts';
import type { TextRule } from '../text-rule.ts';
import { findForms, indexForms } from './forms.ts';

const INDEX = indexForms(WRONG_FORMS);

/** Slips that stand in the table of wrong forms. */
const rule: TextRule = {
  id: 'wrong-form',
  type: 'typo',
  title: '错别字',
  why: '“控缀保学”“簿弱”“布署”一类写法在任何语境下都不对，多因形近、音近误输。能在别处成立的写法（如“点缀学校”中的“缀学”）不报。',
  severity: 'error',
  fixable: true,
  find: (context) =>
    findForms(context, INDEX).map(({ form, span }) => ({
      spans: [span],
      message: `文中“${form.wrong}”疑应为“${form.right}”。`,
      suggestion: form.right,
      ...(form.severity ? { severity: form.severity } : {}),
    })),
  fires: [
    '全乡狠抓控缀保学，没有一名学生流失。',
    '新建殊教育学校1所。',
    '我校积级开展教研活动，教师能过进修提高了业务水平。',
    '学校狠抓安全，建全各项制度。',
    '截止2019年底，全县有学校98所。',
    '学生体制健康合格率为96%。',
    '全县各义务学校间的差距逐步缩小。',
    '各项指标己达到标准，没有一所学校末达标。',
    '财政拔款足额到位，即要重硬件，也要重软件。',
  ],
  silent: [
    '花草点缀学校各处，景色宜人。',
    '我县新建全县最大的特殊教育学校，累积级差逐步缩小。',
    '师资比例趋于合理，教育体制健康运行。',
    '报名截止日期为8月31日，考试按排名录取。',
    '既使学生得到锻炼，又使教师得到提高。',
    '自己经历了三年变化，年末完成验收，立即要求整改。',
    '推进三年来的改革举措落地，促进年轻教师成长。',
  ],
};
export default rule;
