import type { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { passagesOf, type Threshold } from '../relations/index.ts';
import { bindsOn } from '../standards/in-force.ts';
import { perPupilIndicatorOf } from '../standards/school-indicators.ts';
import { type Limit, quoted, type Standard, titleOf } from '../standards/standard.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { lastYearOf } from './report-date.ts';
import { isPlanned, patternOf } from './standard-words.ts';

const CLAIMED =
  /均?(?:低于|高于|达到|符合|满足|控制在)[^，。；\n]{0,20}(?:要求|标准|规定|限值|以内)|(?<!未|不|没有)达标(?![率情线水])|(?<!不)合格(?!率)/;
/** A figure that names a mark or a goal is no county's own value. */
const MARK = /标准(?:为|是)|要求(?:为|是)?|不(?:得)?[低高]于规定|限值|目标|力争/;
/** Of a quota the mark is the very figure; goals and other places' marks stay out. */
const GOAL = /目标|力争|不(?:得)?[低高]于|要求|全国平均|全省平均|提高前|原/;
/** By how much a figure changed, and what it was before, reach no limit. */
const NO_LEVEL: ReadonlySet<Figure['role']> = new Set(['change', 'change-rate', 'base']);

/** Each figure of the report that a regulation limits on the report's day, as a threshold to be judged. */
export function limitsOn(report: Report, standard: Standard, date: string | null): Threshold[] {
  const limits = standard.limits.filter(({ area }) => area === null);
  const found: { readonly threshold: Threshold; readonly figure: Figure }[] = [];
  for (const limit of limits) {
    const names = limit.names.map(patternOf);
    const held = passagesOf(report).flatMap(({ rows, text }) =>
      rows.flatMap((row) =>
        row.members.flatMap((member) => {
          if (!('id' in member) || !isLimited(report, row, member, limit, names) || !isDue(member, limit, date)) {
            return [];
          }
          const value = valueFor(limit, standard);
          return value === null ? [] : [{ threshold: threshold(member, limit, value, standard, text), figure: member }];
        }),
      ),
    );
    const latest = latestYears(held.map(({ figure }) => figure));
    found.push(...held.filter(({ figure }) => isLatest(figure, latest)));
  }
  return found.map((one) => one.threshold);
}

function threshold(figure: Figure, limit: Limit, value: Decimal, standard: Standard, text: string): Threshold {
  const grace = value.eq(limit.value) ? '' : `，允许不足的一项不低于其${limit.floor?.times(100).toString()}%`;
  const mean = limit.level === 'school' && limit.indicator !== 'largest-class';
  return {
    type: 'threshold',
    // the day on which a remembered quota began may be off by a year: no error hangs on it
    assertion:
      CLAIMED.test(text) && !mean && !(limit.effective && limit.confidence === 'memory') ? 'stated' : 'implied',
    figure,
    comparison: limit.comparison,
    limit: { constant: value, span: null },
    source: titleOf(standard),
    quotation: quoted(standard, `${limit.clause}${grace}`),
    ...(limit.confidence === 'unsure' ? { hint: '限值的出处没有核实，仅供参考' } : {}),
    ...(mean ? { note: '这是全县的平均数，平均数不够，必有学校不够' } : {}),
    span: figure.span,
  };
}

/**
 * The value that the figure of a text must reach. A mark for every school binds the county's mean too, since a mean below it
 * leaves some school below it; where a school may miss it, only the floor does. Null where the text's figure says nothing of it.
 */
function valueFor(limit: Limit, { schoolRule }: Standard): Decimal | null {
  if (limit.level === 'county' || limit.indicator === 'largest-class') return limit.value;
  if (perPupilIndicatorOf(limit.indicator) === undefined || !limit.comparison.startsWith('>')) return null;
  if (limit.types.length > 0) return null;
  if (!schoolRule?.limits.includes(limit.id)) return limit.value;
  return limit.floor === null ? null : limit.value.times(limit.floor);
}

function isLimited(report: Report, row: Row, figure: Figure, limit: Limit, names: readonly RegExp[]): boolean {
  const named = figure.indicator !== limit.indicator && names.some((name) => name.test(figure.label));
  if (!named && figure.indicator !== limit.indicator) return false;
  // 7项指标校际差异系数: how many indicators is no coefficient; and a share is no sum of money
  const kind = indicatorOf(limit.indicator)?.kind ?? (limit.unit === '%' ? 'percent' : figure.kind);
  if (figure.kind !== kind || (limit.unit === '元' && figure.unit !== '元')) return false;
  if (figure.scope !== null || NO_LEVEL.has(figure.role)) return false;
  if (limit.stage !== null && figure.stage !== limit.stage) return false;
  if (isPlanned(report, figure.span.start)) return false;
  const before = report.manuscript.text.slice(Math.max(row.gap.start, figure.span.start - 24), figure.span.start);
  return !(limit.names.length > 0 ? GOAL : MARK).test(before);
}

/**
 * Whether a limit with dates of its own binds the figure: in the figure's year where the text gives one. An undated figure may
 * be of the report's year or of the year before, so that the limit must have bound in both.
 */
function isDue(figure: Figure, limit: Limit, date: string | null): boolean {
  const year = lastYearOf(figure.period);
  // a year after the report's own is a goal's
  if (year !== null && date !== null && year > date.slice(0, 4)) return false;
  if (limit.effective === null) return true;
  if (year !== null) return bindsOn(limit, `${year}-12-31`);
  if (date === null) return false;
  return bindsOn(limit, date) && bindsOn(limit, `${Number(date.slice(0, 4)) - 1}${date.slice(4)}`);
}

/** An undated value is the present one. */
function isLatest({ stage, period }: Figure, latest: ReadonlyMap<string | null, string>): boolean {
  const year = lastYearOf(period);
  return year === null || year === latest.get(stage);
}

/** Of values told for several years the last one counts: what a county lacked three years ago fails nobody today. */
function latestYears(figures: readonly Figure[]): Map<string | null, string> {
  const latest = new Map<string | null, string>();
  for (const { stage, period } of figures) {
    const year = lastYearOf(period);
    if (year !== null && year > (latest.get(stage) ?? '')) latest.set(stage, year);
  }
  return latest;
}
