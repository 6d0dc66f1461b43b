import type { SchoolRow } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { SCHOOL_COLUMNS } from '../read/workbook/school-columns.ts';
import { perPupilIndicatorOf } from './school-indicators.ts';

/** How an indicator of a school follows from two raw amounts of the school table: `per` × above ÷ below. */
interface Quotient {
  readonly above: string;
  readonly per: number;
  readonly below: string;
}

/** What gates and standards ask of a school beyond the per-pupil indicators. */
const QUOTIENTS: Readonly<Record<string, Quotient>> = {
  'campus-area-per-pupil': { above: 'campus-area', per: 1, below: 'pupils' },
  'building-area-per-pupil': { above: 'building-area', per: 1, below: 'pupils' },
  'pupil-teacher-ratio': { above: 'pupils', per: 1, below: 'full-time-teachers' },
  'pupil-computer-ratio': { above: 'pupils', per: 1, below: 'computers' },
  'average-class-size': { above: 'pupils', per: 1, below: 'class-count' },
  'above-required-degree-rate': { above: 'teachers-above-required-degree', per: 100, below: 'full-time-teachers' },
  'intermediate-title-rate': { above: 'teachers-intermediate-title', per: 100, below: 'full-time-teachers' },
  // one room for every twelve classes begun: rooms are whole, so rooms ≥ ⌈classes÷12⌉ is the same as rooms×12÷classes ≥ 1
  'text:每12个班音乐专用教室数': { above: 'music-rooms', per: 12, below: 'class-count' },
  'text:每12个班美术专用教室数': { above: 'art-rooms', per: 12, below: 'class-count' },
};

/** Names of the school table's own columns that the vocabulary does not have: 音乐专用教室最小面积 → smallest-music-room-area. */
const COLUMN_KEYS: ReadonlyMap<string, string> = new Map(
  SCHOOL_COLUMNS.filter(({ unit }) => unit !== null).flatMap(({ key, heading, aliases }) =>
    [heading, ...aliases].map((name): [string, string] => [`text:${name}`, key]),
  ),
);

/** A school's value of an indicator, or which raw amount is missing for it. */
export type SchoolMeasure =
  | { readonly value: Decimal; readonly formula: string | null }
  | { readonly value: null; readonly missing: string };

/** What to add to reach a mark: whole units of a raw amount. */
export interface Addition {
  readonly amount: string;
  readonly units: Decimal;
}

/** The raw amounts that an indicator of a school is made of; the amount of its own id where it is none of the computed ones. */
export function inputsOf(indicator: string): readonly string[] {
  const quotient = quotientOf(indicator);
  return quotient === null ? [amountId(indicator)] : [quotient.above, quotient.below];
}

/** Whether the school table has what the indicator needs at all: a gate may name what no column holds. */
export function isMeasurable(indicator: string): boolean {
  const known = new Set(SCHOOL_COLUMNS.map(({ key }) => key));
  return inputsOf(indicator).every((id) => known.has(id));
}

/** A school's value of an indicator in the indicator's unit, with the arithmetic where it is no cell's own. */
export function measureOf(school: SchoolRow, indicator: string): SchoolMeasure {
  const quotient = quotientOf(indicator);
  if (quotient === null) {
    const id = amountId(indicator);
    const value = school.amounts.get(id);
    return value === undefined ? { value: null, missing: id } : { value, formula: null };
  }
  const [above, below] = [school.amounts.get(quotient.above), school.amounts.get(quotient.below)];
  // what divides is told first: a school without pupils lacks everything per pupil
  if (below === undefined) return { value: null, missing: quotient.below };
  if (above === undefined || below.lte(0)) {
    return { value: null, missing: above === undefined ? quotient.above : quotient.below };
  }
  const factor = quotient.per === 1 ? '' : `×${quotient.per}`;
  return {
    value: above.times(quotient.per).div(below),
    formula: `${above.toString()}${factor}÷${below.toString()}`,
  };
}

/**
 * The least that brings a school to a mark, as whole units of the amount that can be added: books for 生均图书, teachers for 生师比.
 * Null where nothing is to be added (a class too large), or the amounts are not known.
 */
export function additionTo(
  school: SchoolRow,
  indicator: string,
  comparison: '>=' | '<=' | '>' | '<',
  mark: Decimal,
): Addition | null {
  const quotient = quotientOf(indicator);
  if (quotient === null) {
    const id = amountId(indicator);
    const has = school.amounts.get(id);
    return has === undefined || comparison.startsWith('<') || isSmallest(id)
      ? null
      : { amount: id, units: wholeUnits(mark.minus(has), comparison) };
  }
  const [above, below] = [school.amounts.get(quotient.above), school.amounts.get(quotient.below)];
  if (above === undefined || below === undefined) return null;
  if (comparison.startsWith('>')) {
    // By the product, not by the quotient: what divides evenly must not lack 10⁻³⁸ of a book.
    const wanted = mark.times(below).div(quotient.per);
    return { amount: quotient.above, units: wholeUnits(wanted.minus(above), comparison) };
  }
  if (mark.lte(0) || quotient.below === 'class-count') return null;
  return { amount: quotient.below, units: wholeUnits(above.times(quotient.per).div(mark).minus(below), comparison) };
}

function wholeUnits(lacking: Decimal, comparison: string): Decimal {
  const units = comparison.length === 1 ? lacking.floor().plus(1) : lacking.toDecimalPlaces(20).ceil();
  return Decimal.max(units, 0);
}

/** The smallest of several rooms is enlarged by building, not by adding square metres to a total. */
function isSmallest(id: string): boolean {
  return id.startsWith('smallest-');
}

function quotientOf(indicator: string): Quotient | null {
  const perPupil = perPupilIndicatorOf(indicator);
  if (perPupil !== undefined) return { above: perPupil.amount, per: perPupil.per, below: 'pupils' };
  return QUOTIENTS[indicator] ?? null;
}

function amountId(indicator: string): string {
  return COLUMN_KEYS.get(indicator) ?? indicator;
}
