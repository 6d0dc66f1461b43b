import { spanOf } from '../text-context.ts';
import type { TextRule } from '../text-rule.ts';

/** A fall told in multiples: what falls by its own size is already nothing. */
const rule: TextRule = {
  id: 'falling-multiple',
  type: 'grammar',
  title: '下降用倍数',
  why: '下降、减少、缩小不能用倍数表示：降低一倍就是零。应改用百分比或“降至原来的几分之几”。依据 GB/T 15835 有关用法。',
  severity: 'error',
  find: ({ text }) =>
    [...text.matchAll(/(?:降低|减少|下降|缩小|缩减)了?(?:近|约)?\s?(?:\d[\d.]*|[一二两三四五六七八九十]+)倍/g)].map(
      (match) => ({
        spans: [spanOf(match)] as const,
        message: `文中“${match[0]}”：下降不能用倍数表示，请改用百分比或“降至原来的…”。`,
        suggestion: null,
      }),
    ),
  fires: ['大班额数量减少了2倍。'],
  silent: ['大班额数量减少了50%，学位增加了2倍。'],
};
export default rule;
