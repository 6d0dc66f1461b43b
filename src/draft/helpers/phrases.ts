import { phrasesMark } from '../phrase-place.ts';
import { TemplateProblem } from '../quantity.ts';
import { ROLES } from '../../phrases/index.ts';
import { ROLE_NAMES } from '../../phrases/phrase-names.ts';
import { type Helper, wholeNumber, wordOption } from './helper.ts';

const MOST = 5;

/** Places that the phrase library may fill; without one they leave nothing behind. */
export const PHRASE_HELPERS: readonly Helper[] = [
  {
    name: 'phrases',
    use: 'text',
    options: ['count', 'indicator', 'about'],
    namesQuantities: false,
    run: (call, context) => {
      const role = ROLES.find((one) => one === call.arguments[0]);
      if (role === undefined || call.arguments.length !== 1) {
        const known = ROLES.map((one) => `${one}（${ROLE_NAMES[one]}）`).join('、');
        throw new TemplateProblem(`phrases 后应写加引号的章节作用：${known}`);
      }
      const count = wholeNumber(call, 'count', 1);
      if (count < 1 || count > MOST) throw new TemplateProblem(`count 应为 1 到 ${MOST} 的整数`);
      const indicator = wordOption(call, 'indicator', '');
      const about = wordOption(call, 'about', '')
        .split(/\s+/u)
        .filter((word) => word !== '');
      const request = { role, count, indicator: indicator === '' ? null : indicator, about };
      return phrasesMark(context.recorder.phraseRequests.push(request) - 1);
    },
  },
];
