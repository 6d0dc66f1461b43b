import type { SchoolRow } from '../../model/dataset.ts';
import { measureOf } from '../../standards/school-measure.ts';
import { NOTHING } from '../markers.ts';
import { Quantity } from '../quantity.ts';
import { nameOf } from '../view.ts';
import { printedValue, recordFigure } from './figures.ts';
import {
  type Helper,
  type HelperCall,
  type HelperContext,
  allKnown,
  REFERENCE_OPTIONS,
  schoolPart,
  wholeNumber,
  wordOption,
} from './helper.ts';
import { joinChinese } from './join.ts';

/** A thing with its value: an indicator of several, a school of many. */
interface Ranked {
  readonly name: string;
  readonly quantity: Quantity;
}

/** No more names than this are told of a tie; the number behind says how many there are. */
const NAMES_TOLD = 3;

/** Helpers that name the highest and the lowest; they stand in a part. */
export const RANKINGS: readonly Helper[] = [
  /**
   * `{{extremes "cv-books" "cv-computers" stage="小学" high="最大的是" low="最小的是" without="差异系数"}}` →
   * `最大的是生均图书册数（0.370），最小的是每百名学生拥有计算机台数（0.261）`; where all print alike `均为0.300`. With
   * `named="behind"` the value comes first, `最大的为0.370（生均图书册数）`; with `named="only"` none is told, where a table does. An
   * empty `high` or `low` leaves that end out.
   */
  {
    name: 'extremes',
    use: 'text',
    options: [...REFERENCE_OPTIONS, 'high', 'low', 'without', 'named', 'in', 'places'],
    namesQuantities: true,
    run: (call, context) => {
      const { stage } = call.options;
      const offset = wholeNumber(call, 'year', 0);
      const part = stage === undefined ? null : schoolPart(call);
      const found = call.arguments.map((name) => context.view.find({ indicator: String(name), stage: part, offset }));
      const known = allKnown(found, context);
      const suffix = wordOption(call, 'without', '');
      const names = call.arguments.map((name) => nameOf(String(name)).replace(suffix, ''));
      return known === null
        ? NOTHING
        : extremeWords(
            known.map((quantity, index) => ({ name: names[index] ?? '', quantity })),
            call,
            context,
          );
    },
  },
  /** `{{schoolExtremes "books-per-pupil" stage="小学"}}` → `最高的是白石镇中心小学（50.15册），最低的是沙河乡中心小学（13.17册）`. */
  {
    name: 'schoolExtremes',
    use: 'text',
    options: ['stage', 'high', 'low', 'in', 'places', 'form'],
    namesQuantities: true,
    run: (call, context) => {
      const values = schoolValues(String(call.arguments[0]), call, context);
      if (values !== null && values.length > 1) return extremeWords(values, call, context);
      allKnown([], context);
      context.recorder.missing += 1;
      return NOTHING;
    },
  },
];

function extremeWords(items: readonly Ranked[], call: HelperCall, context: HelperContext): string {
  const sorted = [...items].sort((a, b) => b.quantity.value.cmp(a.quantity.value));
  const [highest, lowest] = [sorted[0], sorted.at(-1)];
  if (highest === undefined || lowest === undefined) return NOTHING;
  const alike = ({ quantity }: Ranked, end: Ranked): boolean =>
    printedValue(quantity, call).eq(printedValue(end.quantity, call));
  if (alike(highest, lowest))
    return call.options.named === 'only' ? '各项相同' : `均为${recordFigure(highest.quantity, call, context)}`;
  const told = (end: Ranked, word: string): string => {
    const names = items.filter((item) => alike(item, end)).map(({ name }) => context.recorder.text(name));
    const listed = joinChinese(names.slice(0, NAMES_TOLD), '、', names.length > NAMES_TOLD ? '、' : '和');
    const [rest, each] = [names.length > NAMES_TOLD ? '等' : '', names.length > 1 ? '均为' : ''];
    if (call.options.named === 'only') return `${word}${listed}${rest}`;
    const figure = recordFigure(end.quantity, call, context);
    return call.options.named === 'behind'
      ? `${word}${figure}（${listed}${rest}）`
      : `${word}${listed}${rest}（${each}${figure}）`;
  };
  const [high, low] = [wordOption(call, 'high', '最高的是'), wordOption(call, 'low', '最低的是')];
  return [...(high === '' ? [] : [told(highest, high)]), ...(low === '' ? [] : [told(lowest, low)])].join('，');
}

/** The value of each counted school of the stage; null where one of them is not known. */
function schoolValues(indicator: string, call: HelperCall, context: HelperContext): readonly Ranked[] | null {
  const part = schoolPart(call);
  const rows = context.view.counted(part);
  const values = rows.map((row) => schoolQuantity(row, indicator, context));
  if (values.some((one) => one === null)) return null;
  return rows.flatMap(({ name }, index) => {
    const quantity = values[index];
    return quantity ? [{ name, quantity }] : [];
  });
}

/** One school's value of an indicator, printing as the county's does; null where the school table lacks it. */
export function schoolQuantity(row: SchoolRow, indicator: string, context: HelperContext): Quantity | null {
  const measure = measureOf(row, indicator);
  if (measure.value === null) return null;
  const like = context.view.find({ indicator, stage: row.part, offset: 0 });
  if (!(like instanceof Quantity)) return null;
  const { sheet, row: line } = row.source;
  const place = { sheet, cell: `第${line}行` };
  return new Quantity({
    ...like,
    label: `${row.name}${row.part}${nameOf(indicator)}`,
    value: measure.value,
    source: measure.formula === null ? place : { formula: `${nameOf(indicator)}＝${measure.formula}`, inputs: [place] },
  });
}
