import { Decimal } from '../../model/decimal.ts';
import { measureOf } from '../../standards/school-measure.ts';
import { difference, growth, quotient, share, sum } from '../arithmetic.ts';
import { type Found, Missing, Quantity, TemplateProblem } from '../quantity.ts';
import { rowRanges } from '../schools.ts';
import { nameOf } from '../view.ts';
import {
  type Helper,
  type HelperCall,
  type HelperContext,
  quantityOf,
  REFERENCE_OPTIONS,
  schoolPart,
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
  // What is left of a whole beside its parts (其余…); missing where the parts exceed it.
  value('remainder', ['label'], (call, context) => {
    const [whole, ...parts] = call.arguments.map((argument) => quantityOf(argument, call, context));
    if (whole === undefined || parts.length === 0) throw new TemplateProblem('remainder 后应写总数和各分项');
    const label = wordOption(call, 'label', `${whole.label}的其余部分`);
    const rest = difference(whole, sum(parts, { label: '各分项之和' }), { label });
    const isOver = rest instanceof Quantity && rest.value.isNegative();
    return isOver ? new Missing(label, [`${whole.label}（现小于各分项之和）`]) : rest;
  }),
  // How many counted schools have less, or more, of an indicator than so much: `(schoolsWith "pupils" below=100 stage="小学")`;
  // with neither, how many are below the county's own mean.
  value('schoolsWith', ['below', 'above', 'label'], schoolsWith),
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

/** The bound belongs to the name: by it the figure is found again. */
function boundWords({ options: { below, above } }: HelperCall): string {
  if (below === undefined && above === undefined) return '低于县域均值';
  return below === undefined ? `多于${String(above)}` : `不足${String(below)}`;
}

function schoolsWith(call: HelperCall, context: HelperContext): Found {
  const part = schoolPart(call);
  const indicator = String(call.arguments[0]);
  const label = wordOption(call, 'label', `${part}中${nameOf(indicator)}${boundWords(call)}的学校数`);
  const rows = context.view.counted(part);
  const values = rows.map((row) => measureOf(row, indicator).value);
  const mean = context.view.find({ indicator, stage: part, offset: 0 });
  const [below, above] = [call.options.below, call.options.above];
  const bound =
    below === undefined && above === undefined
      ? mean instanceof Quantity
        ? mean.value
        : null
      : new Decimal(wholeNumber(call, below === undefined ? 'above' : 'below', 0));
  if (rows.length === 0 || bound === null || values.some((value) => value === null)) {
    return new Missing(label, [`学校表中各${part}的${nameOf(indicator)}`]);
  }
  const counted = values.filter((value) => (above === undefined ? value?.lt(bound) : value?.gt(bound)));
  return new Quantity({
    indicator: null,
    stage: part,
    period: context.view.year(0),
    label,
    value: new Decimal(counted.length),
    habit: { unit: '所', kind: 'count', places: 0, fixed: false },
    source: { formula: label, inputs: rowRanges(rows) },
    definition: '学校表中列入测算的学校',
    asOf: null,
    office: null,
  });
}
