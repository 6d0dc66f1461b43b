import type { Dataset } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Verdict } from '../model/relation.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { nameOf } from './amount-name.ts';
import type { StageAssessment } from './assessment.ts';
import { type CountyFigure, countyFigure } from './county-figure.ts';
import { meets, missedVerdict } from './limit-outcome.ts';
import type { ClaimTest, Limit, Standard } from './standard.ts';

/** Years up to the report's that a rule is tested for: “近三年”. */
const YEARS = 3;

/** A rule of one year: what it compares, and how that came out. */
export interface YearOutcome {
  /** Id of the claim or limit of the standard. */
  readonly id: string;
  /** 教育财政拨款增幅高于财政经常性收入增幅 */
  readonly name: string;
  readonly year: string;
  readonly verdict: Verdict;
  /** The arithmetic: `6.84%（58246.18→62713.92）…`; empty where figures are missing. */
  readonly arithmetic: string;
  /** What is missing, or why it is only to be looked at; null otherwise. */
  readonly because: string | null;
  readonly clause: string;
}

/** What a rule needs to look figures up. */
interface Lookup {
  readonly dataset: Dataset;
  readonly stages: readonly StageAssessment[];
}

/**
 * A standard's rules on figures over years (三个增长, 两个比例, 只增不减, not below the civil servants, one number by another), each year of
 * the last three by itself: three years of growth take four years of figures. Marks of the county that a standard without
 * coefficients sets (shares of training money) are tested for the two years before as well; the report's own year is a limit.
 *
 * A year without figures is told as such; it is neither kept nor missed. Nothing is told of a workbook without a year.
 */
export function yearOutcomes(dataset: Dataset, stages: readonly StageAssessment[], standard: Standard): YearOutcome[] {
  const last = Number(dataset.year);
  if (!/^\d{4}$/u.test(dataset.year)) return [];
  const years = Array.from({ length: YEARS }, (_, index) => last - (YEARS - 1 - index));
  const lookup = { dataset, stages };
  // the same rule under several wordings of the claim is one rule
  const rules = new Map(standard.claims.map((claim) => [ruleKey(claim), claim]).reverse() as [string, ClaimTest][]);
  const claims = standard.claims.filter((claim) => rules.get(ruleKey(claim)) === claim);
  return [
    ...claims.flatMap((claim) =>
      (isOfEveryYear(claim) ? years : [last])
        .map((year) => ({ year, outcome: claimOutcome(lookup, claim, year) }))
        .filter(({ year, outcome }) => outcome.verdict !== 'unassessable' || year === last || WHOLE.has(claim.form))
        .map(({ outcome }) => outcome),
    ),
    ...(standard.coefficients.length > 0 ? [] : standard.limits).flatMap((limit) =>
      limit.level === 'county' ? years.slice(0, -1).flatMap((year) => limitOutcome(lookup, limit, year) ?? []) : [],
    ),
  ];
}

/**
 * Forms that must be shown for each of the three years (三个增长). “逐步提高” and comparisons with others are tested for the years that
 * have figures: three yearly values are what the items ask for, and they make two steps.
 */
const WHOLE: ReadonlySet<ClaimTest['form']> = new Set<ClaimTest['form']>(['growth-above', 'rising']);

function ruleKey({ form, indicator, stage, than, comparison, value }: ClaimTest): string {
  return [form, indicator, stage, than, comparison, value?.toString()].join('|');
}

function isOfEveryYear({ form }: ClaimTest): boolean {
  return form !== 'level' && form !== 'quotient';
}

function claimOutcome(lookup: Lookup, claim: ClaimTest, year: number): YearOutcome {
  const base = { id: claim.id, name: ruleName(claim), year: String(year), clause: claim.clause };
  const tested = TESTS[claim.form](lookup, claim, year);
  if ('missing' in tested) {
    const because = `缺少${[...new Set(tested.missing)].join('、')}`;
    return { ...base, verdict: 'unassessable', arithmetic: '', because };
  }
  const doubt = tested.holds ? null : doubtOf(claim);
  const verdict = tested.holds ? 'holds' : doubt === null ? missedVerdict(claim.confidence) : 'review';
  const because = verdict === 'review' ? (doubt ?? '规定的出处没有核实，只作提示') : null;
  return { ...base, verdict, arithmetic: tested.arithmetic, because };
}

/**
 * Why a rule that is not kept is only to be looked at: it is no duty by itself but what a report that says so must stand against, older
 * norms may replace it, or “逐步提高” speaks of the trend and one year below the one before does not refute that.
 */
function doubtOf({ form, words, clause }: ClaimTest): string | null {
  if (form === 'level') return `报告如写“${words[0] ?? ''}”，与此不符`;
  if (form === 'quotient') return '可能另有规定，请核对';
  if (form === 'not-falling' && clause.includes('逐步')) return '规定的是逐步提高，个别年份下降请核对原因';
  return null;
}

type Tested = { readonly holds: boolean; readonly arithmetic: string } | { readonly missing: readonly string[] };

const TESTS: Readonly<Record<ClaimTest['form'], (lookup: Lookup, claim: ClaimTest, year: number) => Tested>> = {
  'growth-above': growthAbove,
  rising: (lookup, claim, year) => after(lookup, claim, year, (now, before) => now.gt(before)),
  'not-falling': (lookup, claim, year) => after(lookup, claim, year, (now, before) => now.gte(before)),
  'not-below': (lookup, claim, year) =>
    pair(lookup, claim, year, (own, other) => ({
      holds: own.gte(other),
      arithmetic: `${show(own)}${sign(own, other)}${show(other)}`,
    })),
  quotient: (lookup, claim, year) =>
    pair(lookup, claim, year, (own, other) => {
      if (other.isZero()) return { missing: [`${nameOf(claim.than ?? '', claim.stage)}（现为0）`] };
      const value = own.div(other);
      const arithmetic = `${show(own)}÷${show(other)}=${show(value.toDecimalPlaces(2))}`;
      return { holds: withinLimit(claim, value), arithmetic };
    }),
  level: (lookup, claim, year) => {
    const figure = figureOf(lookup, claim.indicator, claim.stage, year);
    if (figure.value === null) return { missing: namesIn(figure, year) };
    return { holds: withinLimit(claim, figure.value), arithmetic: show(figure.value) };
  },
};

function growthAbove(lookup: Lookup, claim: ClaimTest, year: number): Tested {
  const names = [claim.indicator, claim.than ?? ''];
  const figures = names.map((id) => [year - 1, year].map((of) => ({ of, ...figureOf(lookup, id, claim.stage, of) })));
  const missing = figures.flat().flatMap((figure) => (figure.value === null ? namesIn(figure, figure.of) : []));
  if (missing.length > 0) return { missing };
  const [own, other] = figures.map(([before, now]) => [before?.value, now?.value] as [Decimal, Decimal]);
  if (own === undefined || other === undefined) return { missing: [] };
  if (own[0].lte(0) || other[0].lte(0)) return { missing: [`${year - 1}年不为0的数`] };
  // a/b > c/d as a·d > c·b: no quotient that forty digits could round to the other side
  const [grown, than] = [own[1].times(other[0]), other[1].times(own[0])];
  return {
    holds: grown.gt(than),
    arithmetic: `${growthText(own)}${grown.gt(than) ? '高于' : grown.eq(than) ? '等于' : '低于'}${growthText(other)}`,
  };
}

function growthText([before, now]: readonly [Decimal, Decimal]): string {
  const growth = now.minus(before).times(100).div(before);
  return `${growth.toDecimalPlaces(2).toString()}%（${show(before)}→${show(now)}）`;
}

function after(
  lookup: Lookup,
  claim: ClaimTest,
  year: number,
  test: (now: Decimal, before: Decimal) => boolean,
): Tested {
  const [before, now] = [year - 1, year].map((of) => figureOf(lookup, claim.indicator, claim.stage, of));
  const missing = [before, now].flatMap((figure, index) =>
    figure?.value === null ? namesIn(figure, year - 1 + index) : [],
  );
  if (missing.length > 0 || !before?.value || !now?.value) return { missing };
  const difference = now.value.minus(before.value);
  const change = difference.isZero() ? '持平' : `${difference.gt(0) ? '增' : '减'}${show(difference.abs())}`;
  return { holds: test(now.value, before.value), arithmetic: `${show(before.value)}→${show(now.value)}，${change}` };
}

function pair(lookup: Lookup, claim: ClaimTest, year: number, test: (own: Decimal, other: Decimal) => Tested): Tested {
  const own = figureOf(lookup, claim.indicator, claim.stage, year);
  const other = figureOf(lookup, claim.than ?? '', claim.stage, year);
  if (own.value === null || other.value === null) return { missing: [own, other].flatMap((one) => namesIn(one, year)) };
  return test(own.value, other.value);
}

function limitOutcome(lookup: Lookup, limit: Limit, year: number): YearOutcome | null {
  const figure = countyFigure(lookup.dataset, lookup.stages, limit, String(year));
  // the year of the report says what is missing; the same words for the years before would only bury it
  if (figure.value === null) return null;
  const holds = meets(figure.value, limit.comparison, limit.value);
  const verdict = holds ? 'holds' : missedVerdict(limit.confidence);
  const formula = figure.formula === null ? '' : `${figure.formula}=`;
  return {
    id: limit.id,
    name: `${nameOf(limit.indicator, limit.stage)}${SIGNS[limit.comparison]}${limit.value.toString()}${limit.unit ?? ''}`,
    year: String(year),
    verdict,
    arithmetic: `${formula}${show(figure.value.toDecimalPlaces(2))}${limit.unit ?? ''}`,
    because: verdict === 'review' ? '限值的出处没有核实，只作提示' : null,
    clause: limit.clause,
  };
}

function figureOf({ dataset, stages }: Lookup, indicator: string, stage: ClaimTest['stage'], year: number) {
  return countyFigure(dataset, stages, { indicator, stage }, String(year));
}

function namesIn(figure: CountyFigure, year: number): string[] {
  return figure.value === null ? figure.missing.map((name) => `${year}年${name}`) : [];
}

function withinLimit({ comparison, value }: ClaimTest, actual: Decimal): boolean {
  return comparison === null || value === null || meets(actual, comparison, value);
}

function ruleName({ form, indicator, stage, than, comparison, value }: ClaimTest): string {
  const own = nameOf(indicator, stage);
  const other = than === null ? '' : nameOf(than, stage);
  const mark = `${comparison === null ? '' : SIGNS[comparison]}${value?.toString() ?? ''}${form === 'level' ? (indicatorOf(indicator)?.unit ?? '') : ''}`;
  const names: Record<ClaimTest['form'], string> = {
    'growth-above': `${own}增幅高于${other}增幅`,
    rising: `${own}逐年增长`,
    'not-falling': `${own}不低于上年`,
    'not-below': `${own}不低于${other}`,
    quotient: `${own}÷${other}${mark}`,
    level: `${own}${mark}`,
  };
  return names[form];
}

const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' } as const;

function sign(own: Decimal, other: Decimal): string {
  return own.gt(other) ? '高于' : own.eq(other) ? '等于' : '低于';
}

/** Yuan in 万元 where that is shorter to read; other numbers as they are. */
function show(value: Decimal): string {
  const wan = value.div(10_000);
  return value.abs().gte(1_000_000) ? `${wan.toDecimalPlaces(2).toString()}万` : value.toDecimalPlaces(4).toString();
}
