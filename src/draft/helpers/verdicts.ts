import { NOTHING, VERDICT_NO } from '../markers.ts';
import { type Helper, wordOption } from './helper.ts';
import { eachWords } from './each.ts';
import { itemsOf } from './blocks.ts';

/**
 * Which of several things hold, in one sentence:
 *
 *     {{#verdicts yes="逐年增长" no="未做到逐年增长"}}
 *     {{#item}}{{#verdict (rising "operating-cost-per-pupil" stage="小学" years=4)}}小学生均教育事业费{{/verdict}}{{/item}}
 *     {{#item}}{{#verdict (rising "teacher-average-pay" years=4)}}教师平均工资{{/verdict}}{{/item}}
 *     {{/verdicts}}
 *
 * → `小学生均教育事业费和教师平均工资均逐年增长`, `小学生均教育事业费逐年增长，教师平均工资未做到逐年增长`, and from four things on
 * with one or two exceptions `除…外，其余均…`. An item whose data are missing is left out; with none the sentence is incomplete.
 */
export const VERDICTS: readonly Helper[] = [
  {
    name: 'verdicts',
    use: 'block',
    options: ['yes', 'no'],
    namesQuantities: false,
    run: (call, context) => {
      const items = itemsOf(call.body());
      if (items.length === 0) {
        context.recorder.missing += 1;
        return NOTHING;
      }
      const names = items.map((item) => item.replaceAll(VERDICT_NO, ''));
      const holds = (index: number): boolean => !(items[index] ?? '').includes(VERDICT_NO);
      const [yes, no] = [wordOption(call, 'yes', ''), wordOption(call, 'no', '')];
      return eachWords(names, holds, { yes, no, everyone: null, rest: '其余' });
    },
  },
  {
    name: 'verdict',
    use: 'block',
    options: [],
    namesQuantities: false,
    run: (call) => `${call.body().trim()}${call.arguments[0] === true ? '' : VERDICT_NO}`,
  },
];
