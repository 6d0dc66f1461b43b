import type { Decimal } from '../../model/decimal.ts';
import { Missing, Quantity, TemplateProblem } from '../quantity.ts';
import { type Helper, type HelperCall, type HelperContext, quantityOf, REFERENCE_OPTIONS, yearlyOf } from './helper.ts';

/** Helpers for `{{#if (…)}}`. */
export const CONDITIONS: readonly Helper[] = [
  {
    name: 'has',
    use: 'condition',
    options: [...REFERENCE_OPTIONS, 'years'],
    namesQuantities: true,
    run: (call, context) =>
      call.arguments.every((argument) => {
        const wanted =
          call.options.years === undefined ? [quantityOf(argument, call, context)] : yearlyOf(argument, call, context);
        return wanted.every((found) => found instanceof Quantity);
      }),
  },
  comparison('above', (a, b) => a.gt(b)),
  comparison('below', (a, b) => a.lt(b)),
  comparison('atLeast', (a, b) => a.gte(b)),
  comparison('atMost', (a, b) => a.lte(b)),
  // Within a tenth of the second: 0.62 beside a limit of 0.65 has little room left.
  comparison('near', (a, b) => a.sub(b).abs().lte(b.abs().div(10))),
  comparison('same', (a, b) => a.eq(b)),
  {
    name: 'none',
    use: 'condition',
    options: REFERENCE_OPTIONS,
    namesQuantities: true,
    run: (call, context) => valuesOf(call, context).every((value) => value.isZero()),
  },
  {
    name: 'rising',
    use: 'condition',
    options: [...REFERENCE_OPTIONS, 'years'],
    namesQuantities: true,
    run: (call, context) => monotone(call, context, (earlier, later) => later.gt(earlier)),
  },
  {
    name: 'aboveEach',
    use: 'condition',
    options: [...REFERENCE_OPTIONS, 'years', 'over'],
    namesQuantities: true,
    run: (call, context) => {
      requirePart(context);
      const values = yearlyOf(call.arguments[0], call, context);
      const bounds = yearlyOf(call.options.over, call, context);
      if ([...values, ...bounds].some((one) => one instanceof Missing)) {
        context.recorder.missing += 1;
        return false;
      }
      return (values as readonly Quantity[]).every((one, index) => {
        const bound = bounds[index];
        return bound instanceof Quantity && one.value.gt(bound.value);
      });
    },
  },
  { name: 'all', use: 'condition', options: [], namesQuantities: false, run: (call) => call.arguments.every(Boolean) },
  { name: 'any', use: 'condition', options: [], namesQuantities: false, run: (call) => call.arguments.some(Boolean) },
  { name: 'not', use: 'condition', options: [], namesQuantities: false, run: (call) => !call.arguments[0] },
];

function comparison(name: string, holds: (a: Decimal, b: Decimal) => boolean): Helper {
  return {
    name,
    use: 'condition',
    options: REFERENCE_OPTIONS,
    namesQuantities: true,
    run: (call, context) => {
      if (call.arguments.length !== 2) throw new TemplateProblem(`${name} 后应写两项数据`);
      const [a, b] = valuesOf(call, context);
      return a !== undefined && b !== undefined && holds(a, b);
    },
  };
}

function monotone(call: HelperCall, context: HelperContext, step: (a: Decimal, b: Decimal) => boolean): boolean {
  requirePart(context);
  const found = yearlyOf(call.arguments[0], call, context);
  if (found.some((one) => one instanceof Missing)) {
    context.recorder.missing += 1;
    return false;
  }
  const values = (found as readonly Quantity[]).map((one) => one.value);
  return values.every((value, index) => index === 0 || step(values[index - 1] ?? value, value));
}

/** The operands; where one is missing, the sentence around is incomplete and neither branch may be believed. */
function valuesOf(call: HelperCall, context: HelperContext): readonly Decimal[] {
  requirePart(context);
  const found = call.arguments.map((argument) => quantityOf(argument, call, context));
  if (found.some((one) => one instanceof Missing)) context.recorder.missing += 1;
  return found.flatMap((one) => (one instanceof Quantity ? [one.value] : []));
}

/** Outside a part, a missing operand would choose the {{else}} branch and let it assert what nobody knows. */
function requirePart(context: HelperContext): void {
  if (context.recorder.depth === 0) {
    throw new TemplateProblem('比较数据的条件要写在 {{#part}}…{{/part}} 里面，缺少数据时整句才能略去');
  }
}
