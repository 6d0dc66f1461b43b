import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { nameOf } from '../../standards/county-figure.ts';
import type { AssessedCounty, CompositeGap, IndicatorPlan } from '../../standards/gap/gap-analysis.ts';
import {
  additionTexts,
  amountName,
  amountText,
  coefficientText,
  excessText,
  METHODS,
  missedText,
  percentText,
  planCost,
  planText,
  yuanText,
} from '../workbook/gap-print.ts';
import { actualText, limitText, subjectText, verdictText } from '../workbook/print.ts';
import { type DataCell, dataTable } from './data-table.ts';

type Section = [id: string, title: string, content: ElementContent[]];

/** Schools that are told as moving a coefficient most. */
const MOVERS = 5;
/** Schools that are told of a plan, or of a year to come. */
const SHOWN = 10;

/** Each school below a mark, and what it takes. */
export function schoolSection({ gaps }: AssessedCounty): Section[] {
  const open = gaps.schools.filter(({ passes }) => !passes);
  if (open.length === 0) return [];
  const rows = open.map((plan) => [
    plan.school.part,
    plan.school.name,
    [missedText(plan), ...plan.excesses.map(excessText)].filter((text) => text !== '').join('；'),
    additionTexts(plan).join('、'),
    planCost(plan),
  ]);
  const priced = rows.some((row) => row.at(-1) !== '');
  const headings = ['学段', '学校', '低于标准的项目', '至少需要补足', ...(priced ? ['约需'] : [])];
  const shown = rows.map((row) => row.slice(0, headings.length));
  const content = [dataTable(`低于标准的学校（${open.length}所）`, headings, shown), note(METHODS.marks)];
  return [['schools', '哪些学校没有达到，各缺多少', content]];
}

/** What brings coefficients under their limits; nothing where none is over. */
export function planSection({ gaps }: AssessedCounty): Section[] {
  const composites = gaps.composites.filter(({ outcome }) => outcome.gap !== null);
  const single = gaps.coefficients.filter(({ plan }) => plan !== null);
  if (composites.length + single.length === 0) return [];
  const content = [
    ...composites.flatMap(compositeContent),
    ...single.flatMap(({ stage, indicator, outcome, plan, afterMarks }): ElementContent[] => {
      if (plan === null || outcome === null) return [];
      const { coefficient } = indicator.indicator;
      const marks =
        afterMarks === null ? '' : `各校先补到标准时，系数为${coefficientText(afterMarks, outcome.limit.value)}。`;
      return [
        h('h3', `${nameOf(coefficient, stage)}：${actualText(outcome)}（要求${limitText(outcome)}）`),
        h(
          'p',
          `至少需要：${planText(plan)}，增加后为${coefficientText(plan.coefficient, outcome.limit.value)}。${marks}`,
        ),
        h('p', { className: 'note' }, shares(plan)),
      ];
    }),
    ...(single.length === 0 ? [] : [note(METHODS.level)]),
  ];
  return [['plans', '怎样使差异系数达到要求', content]];
}

function compositeContent({ stage, outcome, mix, composite, cost, measure, alone }: CompositeGap): ElementContent[] {
  const title = h('h3', `${stage}综合差异系数：${actualText(outcome)}（要求${limitText(outcome)}）`);
  const result =
    mix === null || composite === null
      ? '只增加有单价的项目不够，请补充其他项目的单价。'
      : `按下表增加后为${coefficientText(composite, outcome.limit.value)}${cost === null ? '' : `，约需${yuanText(cost)}`}。`;
  const rows = (mix ?? []).map((plan) => {
    const { amount } = plan.indicator.indicator;
    return [
      amountName(amount),
      amountText(plan.total, amount),
      plan.cost === null ? '' : yuanText(plan.cost),
      `${plan.indicator.coefficient === null ? '' : coefficientText(plan.indicator.coefficient)}→${coefficientText(plan.coefficient)}`,
      shares(plan),
    ];
  });
  const single = alone.map(({ indicator, plan }) =>
    plan === null ? `${amountName(indicator.indicator.amount)}（单独增加不够）` : planText(plan),
  );
  return [
    title,
    h('p', result),
    ...(rows.length === 0 ? [] : [dataTable('', ['增加', '合计', '约需', '该项系数', '各校'], rows)]),
    h('p', `如只增加一项：${single.join('；')}。`),
    note(METHODS[measure]),
  ];
}

/** Who moves the coefficients most. */
export function influenceSection({ gaps }: AssessedCounty): Section[] {
  const rows = [
    ...gaps.composites.map(({ stage, influences }) => [
      `${stage}综合差异系数`,
      influences
        .slice(0, MOVERS)
        .map(({ school, share }) => `${school.name} ${percentText(share)}`)
        .join('，'),
    ]),
    ...gaps.coefficients.map(({ stage, indicator, influences }) => [
      nameOf(indicator.indicator.id, stage),
      influences
        .slice(0, MOVERS)
        .map(({ school, share, isBelow }) => `${school.name}（${isBelow ? '低' : '高'}）${percentText(share)}`)
        .join('，'),
    ]),
  ].filter(([, names]) => names !== '');
  if (rows.length === 0) return [];
  const table = dataTable('', ['差异系数', '影响最大的学校（低、高：低于或高于县域均值）'], rows);
  return [['influence', '哪些学校对差异系数影响最大', [table, note(METHODS.influence)]]];
}

/** What becomes of it all with other numbers of pupils; nothing where that was not asked. */
export function growthSection({ gaps }: AssessedCounty): Section[] {
  if (gaps.growth.length === 0) return [];
  const rows = gaps.growth.flatMap(({ label, assessment, newlyMissed, newlyFailing }): (DataCell | string)[][] => {
    const county = assessment.limits.filter(
      ({ school, limit, actual }) => school === null && actual !== null && /^cv-|差异系数/u.test(limit.indicator),
    );
    const over = county.filter(({ gap }) => gap !== null);
    return [
      [
        label,
        assessment.stages
          .flatMap(({ stage, composite }) => (composite === null ? [] : [`${stage}${coefficientText(composite)}`]))
          .join('，'),
        over.length === 0
          ? { text: '全部达到', mood: 'met' }
          : {
              text: over.map((one) => `${subjectText(one)}${actualText(one)}${verdictText(one.verdict)}`).join('；'),
              mood: 'missed',
            },
        some(
          newlyMissed.map((one) => `${subjectText(one)}${actualText(one)}（要求${limitText(one)}）`),
          '项次',
        ),
        some(
          newlyFailing.map(({ name, part }) => `${name}（${part}）`),
          '所',
        ),
      ],
    ];
  });
  const headings = ['时间', '综合差异系数', '系数限值', '新增低于标准的项目', '新增未达到要求的学校'];
  return [['growth', '学生数变化后', [dataTable('', headings, rows), note(METHODS.growth)]]];
}

/** Who receives how much of a plan, the largest first. */
function shares({ schools, indicator }: IndicatorPlan): string {
  const shown = schools
    .slice(0, SHOWN)
    .map((one) => `${one.school.name}${amountText(one.amount, indicator.indicator.amount)}`);
  return `${shown.join('，')}${schools.length > SHOWN ? `等${schools.length}所（各校数量见 xlsx 输出）` : ''}`;
}

/** The first of many; all of them are in the workbook. */
function some(texts: readonly string[], unit: string): string {
  if (texts.length === 0) return '无';
  const shown = texts.slice(0, SHOWN).join('；');
  return texts.length > SHOWN ? `${texts.length}${unit}：${shown}……（全部见 xlsx 输出）` : shown;
}

function note(text: string): ElementContent {
  return h('p', { className: 'note' }, text);
}
