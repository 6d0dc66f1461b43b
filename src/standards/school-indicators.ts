import { Decimal } from '../model/decimal.ts';
import type { SchoolPart, SchoolRow } from '../model/dataset.ts';
import { exclusionReason } from '../read/workbook/scope.ts';
import { differenceCoefficient } from './difference-coefficient.ts';

/** An indicator that is a raw amount of a school over its pupils. */
export interface PerPupilIndicator {
  /** Id of the vocabulary. */
  readonly id: string;
  /** Id of the raw amount in {@link SchoolRow.amounts}. */
  readonly amount: string;
  /** 100 for an indicator per hundred pupils, else 1. */
  readonly per: 1 | 100;
  /** Id of its difference coefficient. */
  readonly coefficient: string;
  /** Decimal places of the official result tables. */
  readonly places: number;
}

/** The eight of basic balance in the order of the official tables, then those that only quality balance counts. */
export const PER_PUPIL_INDICATORS: readonly PerPupilIndicator[] = [
  perPupil('teaching-area-per-pupil', 'teaching-area', 'cv-teaching-area', 2),
  perPupil('sports-area-per-pupil', 'sports-area', 'cv-sports-area', 2),
  perPupil('equipment-value-per-pupil', 'equipment-value', 'cv-equipment-value', 2),
  perHundred('computers-per-hundred', 'computers', 'cv-computers'),
  perPupil('books-per-pupil', 'books', 'cv-books', 2),
  perPupil('teacher-pupil-ratio', 'full-time-teachers', 'cv-teacher-pupil-ratio', 3),
  perPupil('above-required-degree-per-pupil', 'teachers-above-required-degree', 'cv-above-required-degree', 3),
  perPupil('intermediate-title-per-pupil', 'teachers-intermediate-title', 'cv-intermediate-title', 3),
  perHundred('above-required-degree-per-hundred', 'teachers-above-required-degree', 'cv-above-required-degree'),
  perHundred('backbone-per-hundred', 'backbone-teachers', 'text:每百名学生拥有县级以上骨干教师数差异系数'),
  perHundred('sports-arts-per-hundred', 'sports-arts-teachers', 'text:每百名学生拥有体育、艺术专任教师数差异系数'),
  perHundred('multimedia-rooms-per-hundred', 'multimedia-rooms', 'text:每百名学生拥有网络多媒体教室数差异系数'),
];

const byId = new Map(PER_PUPIL_INDICATORS.map((indicator) => [indicator.id, indicator]));

/** The per-pupil indicator of an id; undefined for others. */
export function perPupilIndicatorOf(id: string): PerPupilIndicator | undefined {
  return byId.get(id);
}

/** A school's value, and how it stands to the county mean. */
export interface SchoolValue {
  readonly school: SchoolRow;
  readonly value: Decimal;
  /** value − mean; negative for a school below the mean. */
  readonly difference: Decimal;
  /** The raw amount that would lift the school to the mean (m², yuan, teachers …); zero where it reaches it. */
  readonly lacking: Decimal;
}

/** One indicator over the schools of one stage. */
export interface IndicatorOfStage {
  readonly indicator: PerPupilIndicator;
  /** Of the schools whose amount is known; null where none is. */
  readonly mean: Decimal | null;
  /** Null where an amount is missing: a coefficient over some of the schools is not the county's. */
  readonly coefficient: Decimal | null;
  readonly values: readonly SchoolValue[];
  /** Schools in scope whose amount is empty. */
  readonly missing: readonly SchoolRow[];
}

/** Which schools count and which do not. */
export interface Scope {
  readonly counted: readonly SchoolRow[];
  readonly excluded: readonly { readonly school: SchoolRow; readonly reason: string }[];
}

/**
 * The schools of a stage that a standard counts.
 *
 * @param excludes names of the categories that stay out, as {@link Standard.excludes}
 */
export function schoolsInScope(schools: readonly SchoolRow[], stage: SchoolPart, excludes: readonly string[]): Scope {
  const counted: SchoolRow[] = [];
  const excluded: { school: SchoolRow; reason: string }[] = [];
  for (const school of schools) {
    if (school.part !== stage) continue;
    const byRule = exclusionReason(school.type, school.owner, school.amounts.get('pupils') ?? null, excludes);
    const reason = byRule ?? school.leftOut ?? null;
    if (reason === null) counted.push(school);
    else excluded.push({ school, reason });
  }
  return { counted, excluded };
}

/** A school's own value of an indicator, in the indicator's unit; null where its amount or its pupils are not known. */
export function schoolValue(school: SchoolRow, indicator: PerPupilIndicator): Decimal | null {
  const amount = school.amounts.get(indicator.amount);
  const pupils = school.amounts.get('pupils');
  if (amount === undefined || pupils === undefined || pupils.lte(0)) return null;
  return amount.times(indicator.per).div(pupils);
}

/**
 * One indicator for each school of a stage, the county mean (Σx/ΣP) and the difference coefficient.
 *
 * @param schools those in scope, of one stage
 */
export function indicatorOfStage(schools: readonly SchoolRow[], indicator: PerPupilIndicator): IndicatorOfStage {
  const known: { school: SchoolRow; value: Decimal; pupils: Decimal; amount: Decimal }[] = [];
  const missing: SchoolRow[] = [];
  for (const school of schools) {
    const value = schoolValue(school, indicator);
    if (value === null) missing.push(school);
    else known.push({ school, value, pupils: amountOf(school, 'pupils'), amount: amountOf(school, indicator.amount) });
  }
  const spread = differenceCoefficient(known);
  if (spread === null) return { indicator, mean: null, coefficient: null, values: [], missing };
  const mean = spread.mean.times(indicator.per);
  const values = known.map(({ school, value, pupils, amount }): SchoolValue => {
    // By products, not by the quotient: a school that stands exactly at the mean must not lack 10⁻³⁸ of a book.
    const wanted = spread.mean.times(pupils);
    const lacking = Decimal.max(wanted.minus(amount).toDecimalPlaces(20), 0);
    return { school, value, difference: value.minus(mean).toDecimalPlaces(20), lacking };
  });
  // One school alone does not differ from itself: 0.000 would be told as a standard reached, and says nothing.
  const isComparable = missing.length === 0 && known.length > 1;
  return { indicator, mean, coefficient: isComparable ? spread.coefficient : null, values, missing };
}

function amountOf(school: SchoolRow, id: string): Decimal {
  return school.amounts.get(id) ?? new Decimal(0);
}

function perPupil(id: string, amount: string, coefficient: string, places: number): PerPupilIndicator {
  return { id, amount, per: 1, coefficient, places };
}

function perHundred(id: string, amount: string, coefficient: string): PerPupilIndicator {
  return { id, amount, per: 100, coefficient, places: 2 };
}
