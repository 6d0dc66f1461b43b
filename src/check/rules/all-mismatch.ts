import { rule } from '../rule.ts';
import { printed } from '../words.ts';

export default rule<'all'>({
  id: 'all-mismatch',
  relation: 'all',
  title: '“全部”与比率不符',
  why: '称全部达到的，相应比率应为100%；称无一的，应为0。',
  severity: () => 'warning',
  message: ({ relation }) => `文中称“${relation.word}”，而相应比率为${printed(relation.share)}，两者不符，请核对。`,
  fires: ['全县36所学校全部达到省定办学标准，达标率为97.2%。', '每所学校均建有录播教室，覆盖率为93.5%。'],
  silent: [
    '全县36所学校全部达到省定办学标准，达标率为100%。',
    '所有学校均建有图书室，其中达到一类标准的学校占62%。',
    '每个学区平均联系学校6所，学区化管理覆盖率81.6%。',
  ],
});
