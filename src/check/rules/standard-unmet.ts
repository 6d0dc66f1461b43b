import { rule } from '../rule.ts';
import { printed, told } from '../words.ts';

export default rule<'threshold'>({
  id: 'standard-unmet',
  relation: 'threshold',
  title: '未达到督导评估标准',
  why: '差异系数、满意度、自评得分等有国家或省定限值；报告所列数未达到而又称达标的，审核时必被退回。',
  appliesTo: ({ relation }) => relation.source !== null,
  severity: ({ relation }) => (relation.assertion === 'stated' ? 'error' : 'warning'),
  message: ({ relation }) =>
    [
      told(relation.figure),
      relation.quotation === undefined
        ? `${relation.source}要求${WORDS[relation.comparison]}${printed(relation.limit)}`
        : relation.quotation,
      ...(relation.note === undefined ? [] : [relation.note]),
      '未达到',
      ...(relation.assertion === 'stated' ? ['与文中“达标”之说不符'] : []),
      relation.hint === undefined ? '请核对。' : `${relation.hint}。`,
    ].join('，'),
  fires: ['全县小学、初中综合差异系数分别为0.712和0.486，均低于评价要求。'],
  silent: [
    '全县小学、初中综合差异系数分别为0.512和0.486，均低于评价要求。',
    '公众满意度为91.6%。',
    '全部学校达标。小学7项指标校际差异系数均控制在0.50以内。',
    '公众满意度分别为86.2%、91.5%，合格率100%。',
  ],
});

const WORDS = { '>': '高于', '>=': '不低于', '<': '低于', '<=': '不高于' } as const;
