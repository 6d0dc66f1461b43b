import { rule } from '../rule.ts';
import { printed, told } from '../words.ts';

export default rule<'threshold'>({
  id: 'threshold-mismatch',
  relation: 'threshold',
  title: '与文中所称限值不符',
  why: '称“均高于”“均不低于”某值的，所列每一个数都应满足。',
  appliesTo: ({ relation }) => relation.source === null,
  severity: () => 'error',
  message: ({ relation }) =>
    `文中称均${WORDS[relation.comparison]}${printed(relation.limit)}，而${told(relation.figure)}不满足，请核对。`,
  fires: [
    '培训经费占比分别为2.62%、2.41%、2.75%，均高于规定的2.5%。',
    '小学综合差异系数0.312，初中综合差异系数0.567，分别低于0.65和0.55。',
    '自评得分83分，高出85分的合格线8分。',
    '残疾儿童210人，已入学190人，其中随班就读120人、送教上门70人，入学率78%，高于80%的规定。',
    '小学、初中综合差异系数分别为0.398和0.572，均达到国家规定的0.65和0.55以下的要求。',
  ],
  silent: [
    '培训经费占比分别为2.62%、2.55%、2.75%，均高于规定的2.5%。',
    // by how much it is higher is not held against the next limit
    '初中生均用房5.9平方米，高于省定标准5.2平方米0.7平方米；小学4.6平方米，高于省定标准4.1平方米0.5平方米。',
    '自评得分93分，其中入学机会19分、保障机制24分、教师队伍23分、质量与管理27分，高出85分的合格线8分。',
    '小学、初中综合差异系数分别为0.398和0.352，均达到国家规定的0.65和0.55以下的要求。',
    // teachers above the required degree are counted, nothing is held against their number
    '具有中级及以上专业技术职务的教师985人，高于规定学历的教师1574人。',
    '7项指标差异系数，小学均小于0.50，初中均小于0.45。',
    '自评得分95.5分，其中：入学机会19.5分、保障机制24分、教师队伍24分、质量与管理28分，高出85分的合格线10.5分。',
  ],
});

const WORDS = { '>': '高于', '>=': '不低于', '<': '低于', '<=': '不超过' } as const;
