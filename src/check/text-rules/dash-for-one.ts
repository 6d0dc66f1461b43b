import { spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** Words that 一 makes with the characters beside it; nothing else can stand there. */
const DASH =
  /(?<=[唯统第另同进逐某任])[—–-](?=[一-龥])|(?<=[一-龥，。；、])[—–](?=方面|系列|定的|定程度|批[^改示注]|直以来|步一步|体化|把手|票否决)/g;

/** A dash typed for 一, which looks alike. */
const rule: TextRule = {
  id: 'dash-for-one',
  type: 'typo',
  title: '横线误作“一”',
  why: '“—方面”“进—步”中的横线看上去与“一”相同，检索、朗读和统计时却不是字。',
  severity: 'error',
  find: ({ text, isProtected }) =>
    [...text.matchAll(DASH)]
      .map(spanOf)
      .filter(({ start, end }) => !isProtected(start) && !/[—–-]/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`))
      .map(({ start, end }) => ({
        spans: [{ start: start - 1, end: end + 1 }],
        message: `文中“${text.slice(start - 1, end + 2)}”中的横线疑应为“一”。`,
        suggestion: `${text[start - 1] ?? ''}一${text[end] ?? ''}`,
      })),
  fires: ['其目的—方面是提高水平，另一方面是促进公平。', '进—步加强管理，统—标准。'],
  silent: [
    '家庭—学校—社会三结合。',
    '三年来成绩显著——一方面靠投入，一方面靠管理。',
    '合格教师—骨干教师—名师梯次发展。',
  ],
};
export default rule;
