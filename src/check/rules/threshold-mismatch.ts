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
  fires: ['培训经费占比分别为2.62%、2.41%、2.75%，均高于规定的2.5%。'],
  silent: ['培训经费占比分别为2.62%、2.55%、2.75%，均高于规定的2.5%。'],
});

const WORDS = { '>': '高于', '>=': '不低于', '<': '低于', '<=': '不超过' } as const;
