import type { Decimal } from '../../model/decimal.ts';
import { type Multiplier, type PrintForm, printNumber, splitUnit } from '../../quantities/print.ts';
import { difference, growth } from '../arithmetic.ts';
import { type Found, Missing, Quantity, TemplateProblem } from '../quantity.ts';
import { absolute, bothOf } from './same-print.ts';
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
  // 32～47人: two figures, the unit once (both signs for per cent), as GB/T 15835 writes ranges.
  text('range', ['in', 'places'], (call, context) => {
    if (call.arguments.length !== 2) throw new TemplateProblem('range 后应写两项数据');
    const [low, high] = call.arguments.map((argument) => quantityOf(argument, call, context));
    if (low === undefined || high === undefined) return '';
    const isRate = low instanceof Quantity && low.habit.unit === '%';
    const first = isRate ? call : { ...call, options: { ...call.options, bare: true } };
    return `${printFound(low, first, context)}～${printFound(high, call, context)}`;
  }),
  text('change', ['up', 'down', 'same', 'before', 'by', 'places'], printChange),
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
    return `均${verb}${recordFigure(bothOf(primary, junior), call, context)}`;
  }
  return `分别${verb}${printFound(primary, call, context)}和${printFound(junior, call, context)}`;
}

function printsAlike(a: Quantity, b: Quantity, call: HelperCall): boolean {
  return (
    a.value.eq(b.value) && printNumber(a.value, formOf(a, call)).text === printNumber(b.value, formOf(b, call)).text
  );
}

/**
 * `比上年增长3.2%`, `比上年下降3.2%` or `与上年持平`: words and sign follow the value. Of a name it tells the change itself: of a rate in
 * points (`比上年提高0.36个百分点`), of all else as growth, or with `by="amount"` as a number (`比上年增加309人`).
 */
function printChange(call: HelperCall, context: HelperContext): string {
  const [argument] = call.arguments;
  const before = wordOption(call, 'before', '上年');
  const found = typeof argument === 'string' ? changeOf(argument, call, context) : quantityOf(argument, call, context);
  const isPoints = found instanceof Quantity && found.habit.unit === '个百分点';
  const isAmount = call.options.by === 'amount';
  const [rise, fall] = isPoints ? ['提高', '下降'] : isAmount ? ['增加', '减少'] : ['增长', '下降'];
  if (found instanceof Missing) {
    return `比${before}${wordOption(call, 'up', rise)}${context.recorder.missingFigure(found, false)}`;
  }
  const size = printNumber(found.value.abs(), formOf(found, call));
  // What rounds to nothing is told as no change: "增长0%" says neither.
  if (size.value.isZero()) return `与${before}${wordOption(call, 'same', '持平')}`;
  const word = found.value.isPositive() ? wordOption(call, 'up', rise) : wordOption(call, 'down', fall);
  return `比${before}${word}${recordFigure(absolute(found), call, context)}`;
}

function changeOf(indicator: string, call: HelperCall, context: HelperContext): Found {
  const offset = wholeNumber(call, 'year', 0);
  const [now, before] = [offset, offset - 1].map((back) => quantityOf(indicator, call, context, back));
  if (now === undefined || before === undefined) return new Missing(indicator);
  const isRate = [now, before].some((one) => one instanceof Quantity && one.habit.unit === '%');
  return isRate || call.options.by === 'amount'
    ? difference(now, before, { label: `${now.label}比上年变化` })
    : growth(now, before, { label: `${now.label}比上年增长率` });
}

/** Prints a quantity as the call asks and records it. */
export function printFound(found: Quantity | Missing, call: HelperCall, context: HelperContext): string {
  if (found instanceof Missing) return context.recorder.missingFigure(found, call.options.bare === true);
  return recordFigure(found, call, context);
}

/** Prints a quantity that is there and records it. */
export function recordFigure(quantity: Quantity, call: HelperCall, context: HelperContext): string {
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

/** What the printed digits of a quantity stand for; comparisons of words that stand beside them go by it. */
export function printedValue(quantity: Quantity, call: HelperCall): Decimal {
  return printNumber(quantity.value, formOf(quantity, call)).value;
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
    least: isWholeRate(quantity) ? 0 : (habit.aligned?.(multiplier) ?? 0),
    ratio,
  };
}

/** 100% and 0% are told without decimals even beside 99.96%: they are all and none. */
function isWholeRate({ value, habit }: Quantity): boolean {
  return habit.unit === '%' && (value.isZero() || value.eq(100));
}

function text(
  name: string,
  options: readonly string[],
  run: (call: HelperCall, context: HelperContext) => string,
): Helper {
  return { name, use: 'text', options: [...REFERENCE_OPTIONS, ...options], namesQuantities: true, run };
}
