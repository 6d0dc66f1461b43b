import { rule } from '../rule.ts';
import { told } from '../words.ts';

export default rule<'range'>({
  id: 'impossible-rate',
  relation: 'range',
  title: '比率超过100%',
  why: '巩固率、入学率、合格率等是人数或校数之比，不应超过100%；因转入学生所致的应当说明。',
  appliesTo: ({ relation }) => relation.kind === 'rate',
  severity: () => 'error',
  message: ({ relation }) => `${told(relation.part)}超过100%，请核对；如因转入学生所致，请在文中说明。`,
  fires: ['全县小学巩固率为100.3%。'],
  silent: ['全县小学巩固率为100%。', '完成年度任务的112%。', '义务教育投入同比增长135.2%。', '初中毛入学率为102.6%。'],
});
