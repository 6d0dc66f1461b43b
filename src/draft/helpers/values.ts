import { difference, growth, quotient, share, sum } from '../arithmetic.ts';
import { type Found, TemplateProblem } from '../quantity.ts';
import { nameOf } from '../view.ts';
import {
  type Helper,
  type HelperCall,
  type HelperContext,
  quantityOf,
  REFERENCE_OPTIONS,
  stageOf,
  wholeNumber,
  wordOption,
  yearlyOf,
} from './helper.ts';

/** Helpers that compute a quantity for another helper: `{{figure (growth "gdp")}}`. */
export const VALUES: readonly Helper[] = [
  value('of', [], (call, context) => first(call, context)),
  value('sum', ['label'], (call, context) => {
    const parts = call.arguments.map((argument) => quantityOf(argument, call, context));
    return sum(parts, { label: wordOption(call, 'label', parts.map((part) => part.label).join('与')) });
  }),
  value('total', ['years', 'label'], (call, context) => {
    const years = wholeNumber(call, 'years', 3);
    const name = `${stageOf(call) ?? ''}${nameOf(String(call.arguments[0]))}`;
    const range = `${context.view.year(1 - years)}—${context.view.year(0)}年`;
    return sum(yearlyOf(call.arguments[0], call, context), {
      label: wordOption(call, 'label', `${range}${name}合计`),
    });
  }),
  value('difference', ['label'], (call, context) => {
    const [a, b] = two(call, context);
    return difference(a, b, { label: wordOption(call, 'label', `${a.label}与${b.label}之差`) });
  }),
  value('share', ['label'], (call, context) => {
    const [part, whole] = two(call, context);
    return share(part, whole, { label: wordOption(call, 'label', `${part.label}占${whole.label}的比例`) });
  }),
  value('quotient', ['label', 'unit', 'places'], (call, context) => {
    const [a, b] = two(call, context);
    const unit = call.options.unit === undefined ? null : wordOption(call, 'unit', '');
    return quotient(a, b, {
      label: wordOption(call, 'label', `${a.label}与${b.label}之比`),
      habit: { unit, kind: 'other', places: wholeNumber(call, 'places', 2), fixed: false },
    });
  }),
  value('growth', [], (call, context) => {
    const offset = wholeNumber(call, 'year', 0);
    const now = quantityOf(call.arguments[0], call, context, offset);
    const before = quantityOf(call.arguments[0], call, context, offset - 1);
    return growth(now, before, { label: `${now.label}比上年增长率` });
  }),
  value('limit', [], (call, context) => context.view.limit(String(call.arguments[0]), stageOf(call))),
];

function value(
  name: string,
  options: readonly string[],
  run: (call: HelperCall, context: HelperContext) => Found,
): Helper {
  return { name, use: 'value', options: [...REFERENCE_OPTIONS, ...options], namesQuantities: true, run };
}

function first(call: HelperCall, context: HelperContext): Found {
  return quantityOf(call.arguments[0], call, context);
}

function two(call: HelperCall, context: HelperContext): [Found, Found] {
  if (call.arguments.length !== 2) throw new TemplateProblem('这里应写两项数据');
  return [first(call, context), quantityOf(call.arguments[1], call, context)];
}
