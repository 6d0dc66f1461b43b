import type { Decimal } from '../../model/decimal.ts';
import type { LimitOutcome } from '../../standards/assessment.ts';
import { meets } from '../../standards/assess.ts';
import { nameOf } from '../../standards/county-figure.ts';
import { perPupilIndicatorOf } from '../../standards/school-indicators.ts';
import { indicatorOf } from '../../vocabulary/index.ts';

export const COEFFICIENT_PLACES = 3;

const SIGNS = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' } as const;
const VERDICTS = { holds: '达到', broken: '未达到', review: '待核', unassessable: '无法判断' } as const;

/** A number with thousands separators and a fixed number of decimals. */
export function printed(value: Decimal, places: number): string {
  const [whole = '', decimals] = value.toFixed(places).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Places that the official tables print of an indicator. */
export function placesOf(indicator: string): number {
  // what only the school table knows: rooms for twelve classes, the area of a room
  if (/^text:(?:每12个班|.*面积$)/u.test(indicator)) return 2;
  return perPupilIndicatorOf(indicator)?.places ?? indicatorOf(indicator)?.places ?? COEFFICIENT_PLACES;
}

/**
 * As many places as it takes for a figure to read, beside its limit, as it was judged: 0.6504 against 0.65 prints as 0.6504, since
 * “0.650 未达到 ≤0.65” looks like a fault of the program.
 */
export function actualPlaces({ actual, limit }: LimitOutcome): number {
  let places = placesOf(limit.indicator);
  if (actual === null) return places;
  const met = meets(actual, limit.comparison, limit.value);
  while (places < 12 && meets(actual.toDecimalPlaces(places), limit.comparison, limit.value) !== met) places++;
  return places;
}

export function actualText(outcome: LimitOutcome): string {
  return outcome.actual === null ? '—' : printed(outcome.actual, actualPlaces(outcome));
}

export function limitText({ limit }: LimitOutcome): string {
  return `${SIGNS[limit.comparison]}${limit.value.toString()}`;
}

export function verdictText(verdict: LimitOutcome['verdict']): string {
  return VERDICTS[verdict];
}

/** What a limit is about: `小学综合差异系数`, or the school and the indicator. */
export function subjectText({ limit, school }: LimitOutcome): string {
  return school === null
    ? nameOf(limit.indicator, limit.stage)
    : `${school.name}（${school.part}）${nameOf(limit.indicator)}`;
}

/** Name and unit of a per-pupil indicator: `生均图书册数（册）`. */
export function indicatorHeading(id: string): string {
  const indicator = indicatorOf(id);
  const unit = indicator?.unit;
  return `${indicator?.name ?? id}${unit && unit !== '比' ? `（${unit}）` : ''}`;
}
