import { rule } from '../rule.ts';

export default rule<'list-count'>({
  id: 'list-count-mismatch',
  relation: 'list-count',
  title: '所称项数与所列不符',
  why: '“五项机制”应列五项，“近三年分别为”应有三个数，“小学、初中分别为”应有两个数。',
  severity: ({ relation }) => (relation.assertion === 'stated' && relation.figures.length > 0 ? 'error' : 'warning'),
  message: ({ relation }) =>
    relation.figures.length > 0
      ? `文中“${relation.announced}”应有${relation.stated}个数，实际列出${relation.items.length}个，请核对是否漏写或多写。`
      : `文中称“${relation.announced}”，下文列出${relation.items.length}项，请核对。`,
  fires: [
    '着力健全“四项机制”。一是健全责任机制。明确分工。二是健全投入机制。加大投入。三是健全督导机制。定期通报。',
    '近三年生均公用经费分别为650元、680元。',
    '小学、初中巩固率分别为100%、98.6%、97.2%。',
  ],
  silent: [
    '着力健全“三项机制”。一是健全责任机制。明确分工。二是健全投入机制。加大投入。三是健全督导机制。定期通报。',
    '近三年生均公用经费分别为650元、680元、720元。',
    '小学、初中巩固率分别为100%、98.6%。',
    '构建县、镇、校三级网络。',
  ],
});
