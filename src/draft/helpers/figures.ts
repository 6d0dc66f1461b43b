import { type Multiplier, type PrintForm, printNumber, splitUnit } from '../../quantities/print.ts';
import { combined } from '../reference.ts';
import { cellsOf, Missing, Quantity, TemplateProblem } from '../quantity.ts';
import {
  type Helper,
  type HelperCall,
  type HelperContext,
  quantityOf,
  REFERENCE_OPTIONS,
  wholeNumber,
  wordOption,
  yearlyOf,
} from './helper.ts';
import { joinChinese } from './join.ts';

const PRINT_OPTIONS = ['in', 'places', 'bare', 'form'] as const;

/** Helpers that print figures, each with its entry in the ledger, or a gap where the data are missing. */
export const FIGURES: readonly Helper[] = [
  text('figure', [...PRINT_OPTIONS], (call, context) => {
    if (call.arguments.length !== 1) throw new TemplateProblem('figure 后应写一项数据');
    return printFound(quantityOf(call.arguments[0], call, context), call, context);
  }),
  text('series', [...PRINT_OPTIONS, 'years'], (call, context) => {
    const printed = yearlyOf(call.arguments[0], call, context).map((found) => printFound(found, call, context));
    return joinChinese(printed, '、', '和');
  }),
  text('stages', [...PRINT_OPTIONS, 'as'], printStages),
  text('change', ['up', 'down', 'same', 'before'], printChange),
];

/** 小学、初中 of one quantity: `分别为99.1%和97.6%`, or `均为100%` where both print alike. */
function printStages(call: HelperCall, context: HelperContext): string {
  const verb = wordOption(call, 'as', '为');
  const offset = wholeNumber(call, 'year', 0);
  const [primary, junior] = (['小学', '初中'] as const).map((stage) =>
    context.view.find({ indicator: String(call.arguments[0]), stage, offset }),
  );
  if (primary === undefined || junior === undefined) return '';
  if (primary instanceof Quantity && junior instanceof Quantity && printsAlike(primary, junior, call)) {
    const both = new Quantity({
      ...primary,
      reference: combined('alike', [primary.reference, junior.reference]),
      stage: null,
      label: `${primary.label}和${junior.label}`,
      source: {
        formula: `${primary.label}；${junior.label}`,
        inputs: [primary, junior].flatMap((one) => cellsOf(one.source)),
      },
    });
    return `均${verb}${record(both, call, context)}`;
  }
  return `分别${verb}${printFound(primary, call, context)}和${printFound(junior, call, context)}`;
}

function printsAlike(a: Quantity, b: Quantity, call: HelperCall): boolean {
  return (
    a.value.eq(b.value) && printNumber(a.value, formOf(a, call)).text === printNumber(b.value, formOf(b, call)).text
  );
}

/** `比上年增长3.2%`, `比上年下降3.2%` or `与上年持平`: words and sign follow the value. */
function printChange(call: HelperCall, context: HelperContext): string {
  const found = quantityOf(call.arguments[0], call, context);
  const before = wordOption(call, 'before', '上年');
  if (found instanceof Missing) return `比${before}增长${context.recorder.missingFigure(found, false)}`;
  const size = printNumber(found.value.abs(), formOf(found, call));
  // What rounds to nothing is told as no change: "增长0%" says neither.
  if (size.value.isZero()) return `与${before}${wordOption(call, 'same', '持平')}`;
  const rises = found.value.isPositive();
  const word = rises ? wordOption(call, 'up', '增长') : wordOption(call, 'down', '下降');
  const printed = new Quantity({
    ...found,
    value: found.value.abs(),
    reference: found.reference ? { size: found.reference, told: rises ? 'up' : 'down' } : null,
    label: `${found.label}${rises ? '' : '（下降）'}`,
  });
  return `比${before}${word}${record(printed, call, context)}`;
}

/** Prints a quantity as the call asks and records it. */
export function printFound(found: Quantity | Missing, call: HelperCall, context: HelperContext): string {
  if (found instanceof Missing) return context.recorder.missingFigure(found, call.options.bare === true);
  return record(found, call, context);
}

function record(quantity: Quantity, call: HelperCall, context: HelperContext): string {
  const form = formOf(quantity, call);
  const printed = printNumber(quantity.value, form);
  return context.recorder.figure({
    quantity,
    printed: printed.text,
    printedValue: printed.value,
    printedUnit: quantity.habit.unit,
    rounding: printed.rounding,
    form,
  });
}

function formOf(quantity: Quantity, call: HelperCall): PrintForm {
  const { habit } = quantity;
  const asked = call.options.in === undefined ? null : wordOption(call, 'in', '');
  let multiplier: Multiplier | null = null;
  if (asked !== null) {
    const split = splitUnit(asked);
    if (split.unit !== habit.unit || split.multiplier === null) {
      throw new TemplateProblem(`${quantity.label}的单位是“${habit.unit ?? '无'}”，不能写成“${asked}”`);
    }
    multiplier = split.multiplier;
  }
  const ratio = call.options.form === '1:n';
  // In 万 or 亿 a value needs decimals whatever its own habit is: 36.52万人.
  const usual = multiplier === null && !ratio ? habit.places : Math.max(habit.places, 2);
  return {
    unit: habit.unit === '比' ? null : habit.unit,
    multiplier,
    bare: call.options.bare === true,
    places: call.options.places === undefined ? (ratio ? 2 : usual) : wholeNumber(call, 'places', usual),
    fixed: habit.fixed && multiplier === null,
    ratio,
  };
}

function text(
  name: string,
  options: readonly string[],
  run: (call: HelperCall, context: HelperContext) => string,
): Helper {
  return { name, use: 'text', options: [...REFERENCE_OPTIONS, ...options], namesQuantities: true, run };
}
