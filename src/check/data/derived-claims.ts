import type { Figure, Stage } from '../../model/figure.ts';
import type { Decimal } from '../../model/decimal.ts';
import { exactly } from '../../quantities/interval.ts';
import { indicatorNamed, indicatorOf, stageList } from '../../vocabulary/index.ts';
import type { CountyValue } from './county-values.ts';
import { type CountyData, growth, quotient } from './derived-values.ts';
import { agrees } from '../claims/told-value.ts';
import { nameOf } from './names.ts';
import { isSlip } from './slip.ts';
import type { ReportClaim } from './report-claims.ts';
import { yearBefore, yearsOf } from './years.ts';

const SINCE_LAST_YEAR = /[比较](?:上|去)一?(?:学)?年|同比|上年增|环比/u;
/** 与上年相比，小学在校生减少214人，初中增加187人: said once for all of the sentence. */
const AGAINST_LAST_YEAR = /[与同跟](?:上|去)一?(?:学)?年(?:同期)?相?比/u;
/** 一般公共预算收入61.29亿元，同比增长6.6%: of what was told before it. */
const UNNAMED = /^同?$/u;
const OTHER_BASE = /年均|年平均|[比较](?:19|20)\d\d|以来|期间|累计|五年|三年|同期相比/u;
const FALLING = /下降|减少|降低|回落|减|降/u;
const RATE = /(?:总数)?增长率$/u;
const AMOUNT = /(?:总数)?增减数$/u;
const SHARE = /^(.+?)占(.+?)(?:的?比例|的?比重)$/u;
/** 占相应学段在校生: of the figure's own stage. */
const OWN_STAGE = /^(?:相应|同|本|各)学段(?:的)?/u;

/** A figure that tells how two values stand to each other, worked out from the workbook's. */
export interface Derived {
  /** The values that it may be, by the readings that the sentence leaves open; the first is the nearest. */
  readonly values: readonly CountyValue[];
  readonly type: 'growth' | 'share';
  /** Whether the sentence itself names the stage; otherwise the totals of all stages may be meant. */
  readonly sure: boolean;
}

/** What the workbook makes of a change or a share that the report tells; null where one of the two ends is not in it. */
export function derivedFor(claim: ReportClaim, data: CountyData, year: string): Derived | null {
  const { role } = claim.figure;
  if (role === 'change-rate' || role === 'change') return changeFor(claim, data, year);
  return role === 'share' ? shareFor(claim, data, year) : null;
}

function changeFor({ figure, clause, sentence, before }: ReportClaim, data: CountyData, year: string): Derived | null {
  const rate = figure.role === 'change-rate';
  const since = SINCE_LAST_YEAR.test(clause) || AGAINST_LAST_YEAR.test(sentence) || (rate && /增长率/u.test(clause));
  if (OTHER_BASE.test(clause) || !since) return null;
  const own = figure.label.replace(rate ? RATE : AMOUNT, '');
  const last = before.at(-1);
  const base = UNNAMED.test(own) && last?.role === 'level' ? last.label : own;
  const id = idOf(base, data, figure);
  const period = figure.period ?? year;
  const years = yearsOf(period);
  if (id === null || years === null || eachSpan(period)) return null;
  const stages = stagesOf(figure, clause, before);
  const sign = FALLING.test(clause) ? -1 : 1;
  const found = stages.flatMap((stage) => {
    const [now] = data.values(id, stage, period);
    const [before] = data.values(id, stage, yearBefore(period));
    const value = rate ? growth(now ?? null, before ?? null) : difference(now, before, figure);
    return value === null
      ? []
      : [sign < 0 ? { ...value, value: value.value.neg(), interval: exactly(value.value.neg()) } : value];
  });
  return found.length > 0 ? { values: found, type: 'growth', sure: stages.length === 1 } : null;
}

/** 比上年增加180人, and of rates 提高1.2个百分点; other units are told of something else. */
function difference(now: CountyValue | undefined, before: CountyValue | undefined, figure: Figure): CountyValue | null {
  if (!now || !before) return null;
  if (figure.unit !== now.unit && !(figure.unit === '个百分点' && now.unit === '%')) return null;
  const value = now.value.minus(before.value);
  const cells = [...new Set([...now.cells, ...before.cells])];
  const formula = `${now.value.toFixed()}－${before.value.toFixed()}`;
  return { ...now, value, interval: exactly(value), cells, formula };
}

function shareFor({ figure, clause, before }: ReportClaim, data: CountyData, year: string): Derived | null {
  const [, partWords, wholeWords] = SHARE.exec(figure.label) ?? [];
  if (partWords === undefined || wholeWords === undefined) return null;
  const period = figure.period ?? year;
  const stages = stagesOf(figure, clause, before);
  const values = stages.flatMap((stage) => {
    const part = valueNamed(partWords, stage, data, period, figure);
    const whole = valueNamed(wholeWords.replace(OWN_STAGE, ''), stage, data, period, figure);
    // the part as the text tells it: 其中骨干教师35人，占交流轮岗教师… are not all of the county's
    const told = before.findLast(
      (other) => other.label === partWords && other.stage === stage && other.span.end < figure.span.start,
    );
    if (told && part && !agrees(told, part) && !isSlip(told, part.value)) return [];
    const value = quotient(part, whole, 100);
    return value === null || value.value.gt(100) || part?.unit !== whole?.unit ? [] : [value];
  });
  return values.length === 0 ? null : { values, type: 'share', sure: stages.length === 1 };
}

function valueNamed(
  words: string,
  own: Stage | null,
  data: CountyData,
  period: string,
  figure: Figure,
): CountyValue | null {
  const { stages, rest } = stageList(words);
  const id = idOf(rest === '' ? words : rest, data, figure);
  return id === null ? null : (data.values(id, stages[0] ?? own, period)[0] ?? null);
}

/** The name that words have in the workbook; of counts, money and areas, since nothing grows by a share of a share. */
function idOf(words: string, { dataset }: CountyData, figure: Figure): string | null {
  const kinds = figure.unit === '个百分点' ? (['percent'] as const) : (['count', 'money', 'area'] as const);
  for (const kind of kinds) {
    const known = indicatorNamed(words, kind);
    if (known && known.scope === null && indicatorOf(known.indicator.id)?.kind === kind) return known.indicator.id;
  }
  const { id, likely } = nameOf(`text:${words}`, dataset.county, null);
  return likely && id.startsWith('text:') && words.length < 5 ? null : id;
}

/** A stage that is only carried over from a list before it may not be meant: 小学a人、初中b人，在校生总数比上年增长c%. */
function stagesOf({ stage }: Figure, clause: string, before: readonly Figure[]): readonly (Stage | null)[] {
  const own = stage === null || stageList(clause).stages.includes(stage);
  const only = before.length > 0 && !clause.includes('总') && before.every((figure) => figure.stage === stage);
  return own || only ? [stage] : [stage, null];
}

function eachSpan(period: string): boolean {
  const years = yearsOf(period);
  return years !== null && !years.schoolYear && years.to > years.from;
}

/** Whether a rate worked out from rounded figures, as people do, may come to what is printed: within one unit of its last place. */
export function nearly(printed: Decimal, computed: Decimal, place: Decimal): boolean {
  return printed.minus(computed).abs().lte(place.times('1.5'));
}
