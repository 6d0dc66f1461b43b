import type { Decimal } from '../../model/decimal.ts';
import { rule } from '../rule.ts';
import { printed, told } from '../words.ts';

export default rule<'share'>({
  id: 'share-mismatch',
  relation: 'share',
  title: '占比与所列数据不符',
  why: '部分除以总数应等于所写的百分比；几年的占比应逐年对应。',
  severity: ({ relation }) => (relation.assertion === 'stated' ? 'error' : 'warning'),
  message: ({ relation, computed }) =>
    `文中占比为${printed(relation.share)}，按${relation.parts.map(told).join('、')}${relation.parts.length > 1 ? '之和' : ''}除以${told(relation.whole)}计算应为${(computed as Decimal).toFixed()}%，请核对。`,
  fires: [
    '全校有专任教师75人，其中本科及以上学历48人，占74%。',
    '近三年财政支出分别为412000万元、436500万元、451200万元，教育经费分别为71260万元、79440万元、84370万元，教育经费占财政支出比例分别为17.30%、18.20%、19.70%。',
  ],
  silent: [
    '全校有专任教师75人，其中本科及以上学历48人，占64%。',
    '近三年财政支出分别为412000万元、436500万元、451200万元，教育经费分别为71260万元、79440万元、84370万元，教育经费占财政支出比例分别为17.30%、18.20%、18.70%。',
    '全区农村学校51所，占79.7%；城区学校13所，占20.3%。',
    '小学专任教师中大专及以上学历1180人，占95.9%；初中本科及以上学历764人，占92.5%。',
    '创建市级示范学校24所，抽查学校12所，占学校总数的15.8%。',
    '农村留守儿童1240人，占全县义务教育阶段学生的比例逐年下降。',
  ],
});
