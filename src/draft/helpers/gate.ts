import { Decimal } from '../../model/decimal.ts';
import { gateOf } from '../gate.ts';
import { NOTHING } from '../markers.ts';
import { Quantity } from '../quantity.ts';
import { countedSchools, rowRanges } from '../schools.ts';
import { nameOf } from '../view.ts';
import { recordFigure } from './figures.ts';
import { type Helper, type HelperCall, type HelperContext, allKnown, schoolPart, wordOption } from './helper.ts';
import { joinChinese } from './join.ts';

/** No more schools than this are named at one mark. */
const SCHOOLS_NAMED = 3;

/** Helpers on the province's 办学基本标准 (sheet 省标), school by school; they stand in a part. */
export const GATE: readonly Helper[] = [
  /**
   * `{{gateMisses stage="小学"}}` → `生均图书册数2所（甲小学、乙小学）、最大班额1所（丙小学）`: the marks that schools miss, how many and
   * which; `none="…"` where none is missed. Incomplete where the workbook has no marks for the stage or a school cannot be measured.
   */
  {
    name: 'gateMisses',
    use: 'text',
    options: ['stage', 'none'],
    namesQuantities: false,
    run: (call, context) => {
      const misses = missesOf(call, context);
      if (misses === null) return NOTHING;
      if (misses.length === 0) return wordOption(call, 'none', '');
      const told = misses.map(({ name, quantity, schools }) => {
        const named = schools.slice(0, SCHOOLS_NAMED).map((school) => context.recorder.text(school));
        const more = schools.length > SCHOOLS_NAMED ? '等' : '';
        return `${context.recorder.text(name)}${recordFigure(quantity, call, context)}（${joinChinese(named, '、', '、')}${more}）`;
      });
      return joinChinese(told, '、', '、');
    },
  },
  /** `{{#if (gateMissed stage="小学")}}`: some school misses some mark, whether or not the province lets it pass. */
  {
    name: 'gateMissed',
    use: 'condition',
    options: ['stage'],
    namesQuantities: false,
    run: (call, context) => (missesOf(call, context) ?? []).length > 0,
  },
];

interface Miss {
  readonly name: string;
  readonly schools: readonly string[];
  readonly quantity: Quantity;
}

function missesOf(call: HelperCall, context: HelperContext): readonly Miss[] | null {
  const part = schoolPart(call);
  const { dataset } = context.view;
  const gate = gateOf(dataset, part);
  allKnown([], context);
  if (gate === null || gate.schools.some(({ outcomes }) => outcomes.some(({ actual }) => actual === null))) {
    context.recorder.missing += 1;
    return null;
  }
  const inputs = rowRanges(countedSchools(dataset, part));
  return gate.limits.flatMap((limit): Miss[] => {
    const missed = gate.schools.filter(({ missed: marks }) => marks.some((mark) => mark.limit.id === limit.id));
    if (missed.length === 0) return [];
    const name = nameOf(limit.indicator);
    const quantity = new Quantity({
      indicator: null,
      stage: part,
      period: context.view.year(0),
      label: `${name}未达到省定标准的${part}数`,
      value: new Decimal(missed.length),
      habit: { unit: '所', kind: 'count', places: 0, fixed: false },
      source: { formula: `${limit.clause}，逐校核对${name}`, inputs },
      definition: null,
      asOf: null,
      office: null,
    });
    return [{ name, quantity, schools: missed.map(({ school }) => school.name) }];
  });
}
