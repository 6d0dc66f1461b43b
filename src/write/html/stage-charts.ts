import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Assessment, StageAssessment } from '../../standards/assessment.ts';
import { meets } from '../../standards/assess.ts';
import { unitsTo } from '../../standards/gap/school-plan.ts';
import type { IndicatorOfStage, SchoolValue } from '../../standards/school-indicators.ts';
import type { Limit } from '../../standards/standard.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { amountName, amountText, coefficientText } from '../workbook/gap-print.ts';
import { indicatorHeading, placesOf, printed } from '../workbook/print.ts';
import { type Bar, type Mark, namedBars, skyline } from './charts.ts';
import { dataTable } from './data-table.ts';

/** Above so many schools their names cannot be read beside the bars, and the shape is shown instead. */
const READABLE = 30;
/** Rows of the table beside a chart. */
const BESIDE = 12;

/** The coefficients of a stage against their limits. */
export function coefficientChart({ stage, indicators, composite }: StageAssessment, { limits }: Assessment): Element {
  const limitOf = (id: string) =>
    limits.find(({ limit, school }) => school === null && limit.indicator === id && limit.stage === stage) ?? null;
  const own = limitOf('cv-composite');
  const single = indicators.map(({ indicator }) => limitOf(indicator.coefficient));
  const bars = indicators.flatMap(({ indicator, coefficient }, index): Bar[] => {
    const outcome = single[index] ?? null;
    return coefficient === null
      ? []
      : [
          {
            name: indicatorOf(indicator.id)?.name ?? indicator.id,
            value: coefficient.toNumber(),
            text: coefficientText(coefficient, outcome?.limit.value ?? null),
            isMissed: outcome?.gap !== null && outcome !== null,
          },
        ];
  });
  if (composite !== null) {
    const text = coefficientText(composite, own?.limit.value ?? null);
    bars.push({ name: '综合差异系数', value: composite.toNumber(), text, isMissed: own !== null && own.gap !== null });
  }
  const values = new Map<string, Mark>();
  for (const outcome of [own, ...single]) {
    if (outcome === null) continue;
    const { value } = outcome.limit;
    const text = outcome === own ? `综合限值${value.toString()}` : `限值${value.toString()}`;
    if (!values.has(value.toString())) values.set(value.toString(), { value: value.toNumber(), text });
  }
  const label = `${stage}差异系数与限值`;
  const missing = indicators.filter(({ coefficient }) => coefficient === null);
  return h('figure', { className: 'whole' }, [
    h('figcaption', label),
    namedBars(`${label}：${bars.map(({ name, text }) => `${name}${text}`).join('，')}`, bars, [...values.values()]),
    ...(missing.length === 0
      ? []
      : [
          h(
            'p',
            { className: 'note' },
            `缺数据而没有算出：${missing.map(({ indicator }) => indicatorOf(indicator.id)?.name).join('、')}。`,
          ),
        ]),
  ]);
}

/** The schools of a stage in one indicator, against the mark where the standard has one, else against the county mean. */
export function indicatorChart(
  stage: string,
  { indicator, values, mean, missing }: IndicatorOfStage,
  { standard }: Assessment,
): Element | null {
  if (mean === null) return null;
  const limit =
    standard.limits.find(
      (one) => one.level === 'school' && one.indicator === indicator.id && (one.stage === null || one.stage === stage),
    ) ?? null;
  const isMissed = ({ value, lacking }: SchoolValue) =>
    limit === null ? lacking.gt(0) : !meets(value, limit.comparison, limit.value);
  const places = placesOf(indicator.id);
  const sorted = [...values].sort((a, b) => a.value.comparedTo(b.value));
  const bars = sorted.map(
    (one): Bar => ({
      name: one.school.name,
      value: one.value.toNumber(),
      text: printed(one.value, places),
      isMissed: isMissed(one),
    }),
  );
  const marks = [
    limit === null
      ? { value: mean.toNumber(), text: `县域均值${printed(mean, places)}` }
      : { value: limit.value.toNumber(), text: `标准${limit.value.toString()}` },
  ];
  const below = sorted.filter(isMissed);
  const heading = indicatorHeading(indicator.id);
  const told = `${values.length}所中${below.length}所低于${limit === null ? '县域均值' : '标准'}`;
  const label = `${stage}${heading}：${told}，${marks[0]?.text}`;
  return h('figure', [
    h('figcaption', [heading, h('span', `　${told}${missing.length === 0 ? '' : `；缺${missing.length}所的数据`}`)]),
    bars.length <= READABLE ? namedBars(label, bars, marks) : skyline(label, bars, marks),
    belowTable(below, { indicator, limit, places }),
  ]);
}

function belowTable(
  below: readonly SchoolValue[],
  { indicator, limit, places }: { indicator: IndicatorOfStage['indicator']; limit: Limit | null; places: number },
): Element {
  if (below.length === 0) return h('p', { className: 'note' }, `没有低于${limit === null ? '均值' : '标准'}的学校。`);
  const rows = below.map(({ school, value, lacking }) => {
    const units = limit === null ? lacking.ceil() : unitsTo(school, indicator, limit);
    return { units, cells: [school.name, printed(value, places), amountText(units, indicator.amount)] };
  });
  const shown = [...rows].sort((a, b) => b.units.comparedTo(a.units)).slice(0, BESIDE);
  const rest = rows.length - shown.length;
  return h('div', [
    dataTable(
      `缺${amountName(indicator.amount)}最多的学校`,
      ['学校', '本校', limit === null ? '达到均值需增加' : '达到标准需增加'],
      shown.map(({ cells }) => cells),
    ),
    ...(rest === 0 ? [] : [h('p', { className: 'note' }, `另有${rest}所，见后面的各校指标表。`)]),
  ]);
}
