import { indicatorOf } from '../../vocabulary/index.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { SchoolRow } from '../../model/dataset.ts';
import type { LimitOutcome } from '../../standards/assessment.ts';
import { type Judged, partName } from '../outcomes.ts';
import { Missing, Quantity } from '../quantity.ts';
import { rowRanges } from '../schools.ts';
import { printFound } from './figures.ts';
import { type Helper, type HelperCall, type HelperContext, stageOf } from './helper.ts';
import { judgementOf } from './outcomes.ts';

/**
 * Rows of the tables that name schools, each number with its entry in the ledger. They stand behind a header of the template's own;
 * the header's columns and these must be the same.
 *
 *     {{ruleRows stage="小学"}} → | 甲校 | 1652 | 4.48 | … | 7 | 达到 |   name, pupils, each mark of the rule, marks met, verdict
 *     {{shortfallRows}}           → | 甲校 | 生均体育运动场馆面积（平方米） | 6.51 | 7.5 | 86.8 |   a row a missed mark; last: percent of it
 */
export const OUTCOME_ROWS: readonly Helper[] = [
  {
    name: 'ruleRows',
    use: 'text',
    options: ['stage'],
    namesQuantities: false,
    run: (call, context) => {
      const judgement = judgementOf({ ...call, arguments: ['rule'] }, context);
      if (judgement === null) return '';
      return judgement.judged
        .flatMap((one) => (one.school === null ? [] : [schoolRow(one, one.school, call, context)]))
        .join('\n');
    },
  },
  {
    name: 'shortfallRows',
    use: 'text',
    options: ['stage'],
    namesQuantities: false,
    run: (call, context) => {
      const judgement = judgementOf({ ...call, arguments: ['every-mark'] }, context);
      if (judgement === null) return '';
      return judgement.judged
        .flatMap(({ outcomes, school }) =>
          school === null
            ? []
            : outcomes.filter(({ gap }) => gap !== null).map((one) => shortfallRow(one, school, call, context)),
        )
        .join('\n');
    },
  },
];

/** A school may miss several marks: the name says which one it is a part of. */
const OF_MARK = '相当于标准的比例';

function schoolRow({ met, outcomes }: Judged, school: SchoolRow, call: HelperCall, context: HelperContext): string {
  const pupils = school.amounts.get('pupils');
  const reached = outcomes.filter(({ gap }) => gap === null).length;
  const cells = [
    context.recorder.text(school.name),
    pupils === undefined
      ? printFound(new Missing(`${partName(school)}学生数`), bare(call), context)
      : cell('pupils', pupils, null, school, call, context),
    ...outcomes.map((one) =>
      one.actual === null
        ? printFound(new Missing(`${partName(school)}${nameOf(one)}`), bare(call), context)
        : cell(one.limit.indicator, one.actual, one.formula, school, call, context),
    ),
    cell('text:达标指标项数', pupils?.times(0).plus(reached) ?? null, '逐项与标准相比', school, call, context),
    met === true ? '达到' : '未达到',
  ];
  return `| ${cells.join(' | ')} |`;
}

function shortfallRow(outcome: LimitOutcome, school: SchoolRow, call: HelperCall, context: HelperContext): string {
  const { limit, actual, formula } = outcome;
  const { standard } = context.view.outcomes() ?? {};
  const habit = habitOf(limit.indicator, limit.unit);
  const mark = new Quantity({
    indicator: limit.indicator,
    stage: school.part,
    period: context.view.year(0),
    label: `${school.part}${nameOf(outcome)}标准值`,
    value: limit.value,
    habit: { ...habit, fixed: false },
    source: { regulation: `《${standard?.name ?? ''}》（${standard?.number ?? ''}）：${limit.clause}` },
    definition: null,
    asOf: null,
    office: null,
  });
  const percent = actual === null ? null : actual.div(limit.value).times(100);
  const cells = [
    context.recorder.text(partName(school)),
    `${nameOf(outcome)}（${habit.unit ?? ''}）`,
    cell(limit.indicator, actual, formula, school, call, context),
    printFound(mark, bare(call), context),
    cell(`text:${nameOf(outcome)}${OF_MARK}`, percent, `${nameOf(outcome)}÷标准值×100%`, school, call, context),
  ];
  return `| ${cells.join(' | ')} |`;
}

function cell(
  indicator: string,
  value: Decimal | null,
  formula: string | null,
  school: SchoolRow,
  call: HelperCall,
  context: HelperContext,
): string {
  const name = indicatorOf(indicator)?.name ?? indicator.replace(/^text:/u, '');
  const label = `${partName(school)}${name}`;
  if (value === null) return printFound(new Missing(label), bare(call), context);
  const [inputs, unit] = [rowRanges([school]), indicator.endsWith(OF_MARK) ? '%' : '项'];
  const found = new Quantity({
    indicator,
    stage: school.part,
    period: context.view.year(0),
    label,
    value,
    habit: indicator.startsWith('text:') ? { unit, kind: 'other', places: 1, fixed: false } : habitOf(indicator, null),
    source: { formula: formula ?? `${school.name}的${name}`, inputs },
    definition: null,
    asOf: null,
    office: null,
  });
  return printFound(found, bare(call), context);
}

function habitOf(indicator: string, unit: string | null): Quantity['habit'] {
  const known = indicatorOf(indicator);
  const places = known?.places ?? 2;
  return { unit: known?.unit ?? unit, kind: known?.kind ?? 'other', places, fixed: places > 0 };
}

function nameOf({ limit }: LimitOutcome): string {
  return indicatorOf(limit.indicator)?.name ?? limit.indicator.replace(/^text:/u, '');
}

function bare(call: HelperCall): HelperCall {
  return { ...call, options: { ...(call.options.stage === undefined ? {} : { stage: stageOf(call) }), bare: true } };
}
