import { difference, growth } from '../arithmetic.ts';
import { type Found, Quantity, TemplateProblem } from '../quantity.ts';
import { printedValue, recordFigure } from './figures.ts';
import { absolute, bothOf } from './same-print.ts';
import {
  type Helper,
  type HelperCall,
  type HelperContext,
  allKnown,
  quantityOf,
  REFERENCE_OPTIONS,
  wholeNumber,
  wordOption,
  yearlyOf,
} from './helper.ts';
import { NOTHING } from '../markers.ts';

/** Helpers that tell two values of one quantity, or two quantities, against each other; they stand in a part. */
export const CHANGES: readonly Helper[] = [
  /**
   * `{{fromTo "retention-rate" stage="初中" years=3}}` → `由2022年的98.34%提高到2024年的99.12%，提高0.78个百分点`; a fall reads
   * `由…下降到…，下降…`, and what prints alike `2022年、2024年均为98.34%`. Of rates the change is told in points, of all else as
   * growth; `by="none"` tells none. `up` and `down` are the words before 到.
   */
  {
    name: 'fromTo',
    use: 'text',
    options: [...REFERENCE_OPTIONS, 'years', 'up', 'down', 'by', 'in', 'places'],
    namesQuantities: true,
    run: fromTo,
  },
  /**
   * `{{compared "teacher-average-pay" "civil-servant-average-pay" than="公务员"}}` → `比公务员高526元`, `比公务员低526元`,
   * `与公务员持平`; of two rates the difference is in points.
   */
  {
    name: 'compared',
    use: 'text',
    options: [...REFERENCE_OPTIONS, 'than', 'above', 'below', 'same', 'in', 'places'],
    namesQuantities: true,
    run: compared,
  },
];

function fromTo(call: HelperCall, context: HelperContext): string {
  const found = yearlyOf(call.arguments[0], call, context);
  const ends = allKnown(
    [found[0], found.at(-1)].filter((one) => one !== undefined),
    context,
  );
  const [first, last] = ends ?? [];
  if (first === undefined || last === undefined) return NOTHING;
  if (found.length < 2) throw new TemplateProblem('fromTo 的 years 应为2以上');
  const offset = wholeNumber(call, 'year', 0);
  const [from, to] = [offset - found.length + 1, offset].map((back) => `${context.view.year(back)}年`);
  const step = printedValue(last, call).cmp(printedValue(first, call));
  if (step === 0) return `${from}、${to}均为${recordFigure(bothOf(first, last), call, context)}`;
  const isRate = first.habit.unit === '%';
  const verb =
    step > 0 ? wordOption(call, 'up', isRate ? '提高' : '增加') : wordOption(call, 'down', isRate ? '下降' : '减少');
  const told = `由${from}的${recordFigure(first, call, context)}${verb}到${to}的${recordFigure(last, call, context)}`;
  if (call.options.by === 'none') return told;
  const name = { label: `${last.label}比${from}的变化` };
  const change = isRate ? difference(last, first, name) : growth(last, first, name);
  const tail = changeWords(change, isRate ? [verb, verb] : ['增长', '下降'], context);
  return tail === null ? told : `${told}，${tail}`;
}

function compared(call: HelperCall, context: HelperContext): string {
  if (call.arguments.length !== 2) throw new TemplateProblem('compared 后应写两项数据');
  const [a, b] = call.arguments.map((argument) => quantityOf(argument, call, context));
  const than = wordOption(call, 'than', b?.label ?? '');
  if (a === undefined || b === undefined || allKnown([a, b], context) === null) return NOTHING;
  const gap = difference(a, b, { label: `${a.label}与${b.label}之差` });
  if (!(gap instanceof Quantity)) return NOTHING;
  if (printedValue(gap, call).isZero()) return `与${than}${wordOption(call, 'same', '持平')}`;
  const word = gap.value.isPositive() ? wordOption(call, 'above', '高') : wordOption(call, 'below', '低');
  return `比${than}${word}${recordFigure(absolute(gap), call, context)}`;
}

/** `增长7.69%`; null where the change cannot be computed or prints as nothing. */
function changeWords(change: Found, [up, down]: readonly [string, string], context: HelperContext): string | null {
  if (!(change instanceof Quantity)) return null;
  const call = { arguments: [], options: {}, body: () => '', otherwise: () => '' };
  if (printedValue(change, call).isZero()) return null;
  return `${change.value.isPositive() ? up : down}${recordFigure(absolute(change), call, context)}`;
}
