import type { PhraseRequest } from './phrase-request.ts';
import { Quantity } from './quantity.ts';
import type { DataView } from './view.ts';

/**
 * Words that assert what only data can show: a course over years, everything or nothing of a kind, a limit kept, a rank, an award.
 * 达到92% only tells a figure; 达到标准 asserts something.
 */
const CLAIMS =
  /逐年|连年|连续[^，。；]{0,4}年|持续(?:增|提|上|下|减|扩|缩)|(?:稳步|大幅|明显|显著|有效|不断|整体|全面)(?:增|提|上|下|减|扩|缩|好转|改善)|比上年|较上年|同比|翻[了一两]|增长|增加到|提高到|提升到|上升|下降|减少到|降低到|降至|升至|增至|(?:差距|差异|校际)[^，。；]{0,6}缩小|全部|全覆盖|全面(?:消除|完成|达标|实现)|消除|清零|为零|高于|超过|低于|优于|不低于|不高于|领先|位居|居全|第一|首位|无一|没有一|零[辍择大拒]|达标|(?:达到|符合|满足)[^\d，。；]{0,8}(?:标准|要求|规定|指标)|三个增长|只增不减|通过[^，。；]{0,6}(?:验收|评估|认定)|荣获|被评|授予|表彰|获得|入选|均(?:为|达|已|在)|足额|实现了|得到(?:改善|提高|提升|缓解|优化)/gu;

/** How many things a sentence asserts that data would have to show. */
export function claimsIn(text: string): number {
  return text.match(CLAIMS)?.length ?? 0;
}

/** Intentions that make no sense where there is nothing to be done: nobody plans to dissolve large classes that are not there. */
const TASKS: readonly (readonly [words: RegExp, indicator: string])[] = [
  [/大班额/u, 'large-class-count'],
  [/超大班额/u, 'super-large-class-count'],
  [/空编|缺编/u, 'staff-vacancy'],
];

/** Whether a plan speaks of a task that the data say is done, or say nothing of. */
export function isIdleTask(text: string, role: PhraseRequest['role'], view: DataView): boolean {
  if (role !== 'plans') return false;
  return TASKS.some(([words, indicator]) => {
    if (!words.test(text)) return false;
    const found = view.find({ indicator, stage: null, offset: 0 });
    return !(found instanceof Quantity) || found.value.lte(0);
  });
}
