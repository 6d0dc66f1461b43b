import type { Decimal } from '../../model/decimal.ts';
import { show } from '../operand.ts';
import { rule } from '../rule.ts';
import { printed } from '../words.ts';

export default rule<'granular'>({
  id: 'impossible-share',
  relation: 'granular',
  title: '占比凑不成整数',
  why: '学校、班级、人都是整的：45所的占比只能是1/45、2/45……，写成凑不出整数的百分比，说明总数或占比有误，或占比另有基数。',
  severity: () => 'warning',
  message: ({ relation, computed }) => {
    const { share, whole } = relation;
    const nearest = (computed as Decimal).times(whole.value).div(100).round();
    return `${printed(whole)}的${printed(share)}不是整数：${show(nearest)}${whole.unit ?? ''}为${(computed as Decimal).toFixed()}%，请核对总数与占比。`;
  },
  fires: ['全县45所小学中，达标学校占97.3%。', '随机抽取的60名学生中，体质合格的占93.6%。'],
  silent: [
    '全县45所小学中，达标学校占97.8%。',
    '全县1245名教师中，本科以上学历占68.4%。',
    '抽取的60名学生中，体质合格的占93.3%，优秀的占31.7%。',
    '全县45所小学全部达标，达标率为100%。',
    '全县45所小学，生均用房面积达标率提高到97.3%。',
  ],
});
