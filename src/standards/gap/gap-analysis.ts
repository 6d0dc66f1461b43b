import type { SchoolPart, SchoolRow } from '../../model/dataset.ts';
import type { Decimal } from '../../model/decimal.ts';
import type { Assessment, LimitOutcome } from '../assessment.ts';
import type { IndicatorOfStage } from '../school-indicators.ts';
import type { GrowthStep } from './growth.ts';
import type { Influence } from './influence.ts';
import type { MissingInput } from './missing-inputs.ts';
import type { Prices } from './prices.ts';
import type { SchoolPlan } from './school-plan.ts';

/** What a school receives of one raw amount. */
export interface SchoolAddition {
  readonly school: SchoolRow;
  /** Whole units, more than zero. */
  readonly amount: Decimal;
}

/** Additions to one indicator of a stage, and the coefficient that they lead to. */
export interface IndicatorPlan {
  readonly indicator: IndicatorOfStage;
  readonly schools: readonly SchoolAddition[];
  readonly total: Decimal;
  readonly coefficient: Decimal;
  /** In yuan; null without a price. */
  readonly cost: Decimal | null;
}

/** One coefficient of a stage: who moves it, and what brings it under its limit. */
export interface CoefficientGap {
  readonly stage: SchoolPart;
  readonly indicator: IndicatorOfStage;
  /** The limit on this coefficient by itself; null where the standard has none. */
  readonly outcome: LimitOutcome | null;
  /** The schools that account for most of it, the largest first. */
  readonly influences: readonly Influence[];
  /** The least additions; null where nothing is to be done, or it cannot be computed. */
  readonly plan: IndicatorPlan | null;
  /** The coefficient once all schools have received what they lack of their own marks; null where they lack nothing. */
  readonly afterMarks: Decimal | null;
}

/** The composite of a stage, where the standard limits it. */
export interface CompositeGap {
  readonly stage: SchoolPart;
  readonly outcome: LimitOutcome;
  readonly influences: readonly { readonly school: SchoolRow; readonly share: Decimal }[];
  /** The cheapest mix of additions; null where nothing is to be done or it cannot be reached with what has a price. */
  readonly mix: readonly IndicatorPlan[] | null;
  readonly composite: Decimal | null;
  /** In yuan; null where the mix is by shares of what there is. */
  readonly cost: Decimal | null;
  /** `yuan`: least cost; `share`: without prices, the least sum of percentage increases. */
  readonly measure: 'yuan' | 'share';
  /** One indicator alone, the others as they are; null as plan where that is not enough. */
  readonly alone: readonly { readonly indicator: IndicatorOfStage; readonly plan: IndicatorPlan | null }[];
}

/** What all schools of a stage need of one raw amount to pass. */
export interface AmountTotal {
  readonly stage: SchoolPart;
  readonly amount: string;
  readonly schools: number;
  readonly total: Decimal;
  readonly cost: Decimal | null;
}

/** What a county lacks under one standard. */
export interface GapAnalysis {
  readonly schools: readonly SchoolPlan[];
  /** By raw amount and stage. */
  readonly totals: readonly AmountTotal[];
  /** What schools need to reach the province's 办学基本标准; empty where it was not tested. */
  readonly gate: { readonly schools: readonly SchoolPlan[]; readonly totals: readonly AmountTotal[] };
  readonly coefficients: readonly CoefficientGap[];
  readonly composites: readonly CompositeGap[];
  readonly growth: readonly GrowthStep[];
  readonly missing: readonly MissingInput[];
  readonly prices: Prices;
}

/** A county held against a standard, and what it lacks: what the outputs are made of. */
export interface AssessedCounty {
  readonly assessment: Assessment;
  readonly gaps: GapAnalysis;
}
