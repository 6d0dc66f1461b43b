import type { SchoolPart, SchoolRow } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import type { Verdict } from '../model/relation.ts';
import type { Split, SplitDoubt } from './combined-schools.ts';
import type { IndicatorOfStage, Scope } from './school-indicators.ts';
import type { GateAssessment } from './gate.ts';
import type { ItemOutcome } from './item-outcomes.ts';
import type { ReliefHint } from './relief-hints.ts';
import type { Limit, Standard } from './standard.ts';
import type { WorkAssessment } from './work.ts';
import type { YearOutcome } from './yearly.ts';

/** One stage of a county under one standard. */
export interface StageAssessment {
  readonly stage: SchoolPart;
  readonly scope: Scope;
  /** In the order of the standard. */
  readonly indicators: readonly IndicatorOfStage[];
  /** Mean of the coefficients; null where one of them is not known. */
  readonly composite: Decimal | null;
}

/** A limit held against a figure. */
export interface LimitOutcome {
  readonly limit: Limit;
  /** The school it is about; null for the county. */
  readonly school: SchoolRow | null;
  readonly actual: Decimal | null;
  /** How the figure came about where no cell states it: `1107÷1168×100`. */
  readonly formula: string | null;
  /** review: missed, but the limit itself is not surely sourced, or the figure has two values that lead to different verdicts; unassessable: the figure is not in the workbook. */
  readonly verdict: Verdict;
  /** What is missing or to be looked at; null otherwise. */
  readonly because: string | null;
  /** Two values of the one figure that differ, in words; absent where there is one. */
  readonly doubt?: string;
  /** How far the figure is from the limit; null where it reaches it or is not known. */
  readonly gap: Decimal | null;
}

/** A school held against the rule “at least n of m marks, the rest at the floor”. */
export interface SchoolRuleOutcome {
  readonly school: SchoolRow;
  readonly met: number;
  readonly of: number;
  /** Every mark, known or not. */
  readonly outcomes: readonly LimitOutcome[];
  /** The marks it misses, with what it has. */
  readonly missed: readonly LimitOutcome[];
  /** Of those missed, the ones below the floor. */
  readonly belowFloor: readonly LimitOutcome[];
  readonly verdict: Verdict;
  readonly because: string | null;
}

/** A county's workbook held against one standard. */
export interface Assessment {
  readonly county: string;
  readonly year: string;
  readonly standard: Standard;
  readonly stages: readonly StageAssessment[];
  /** County limits first, then those of schools, in the order of the standard. */
  readonly limits: readonly LimitOutcome[];
  readonly schools: readonly SchoolRuleOutcome[];
  /** Parts of combined schools that received their share of the whole, and what is odd about others. */
  readonly splits: readonly Split[];
  readonly doubts: readonly SplitDoubt[];
  /** The province's standard, where this one asks for it and the workbook has it. */
  readonly gate: GateAssessment | null;
  /** The work scores, where this standard judges by them and the workbook has them. */
  readonly work: WorkAssessment | null;
  /** Rules over years, by rule and year. */
  readonly years: readonly YearOutcome[];
  /** The items of the standard, then its vetoes. */
  readonly items: readonly ItemOutcome[];
  readonly reliefs: readonly ReliefHint[];
  /** What a reader should know of how figures came about: what was taken off amounts, which reckoning a rate follows. A line each. */
  readonly notes: readonly string[];
}

/** Whether anything in it is surely missed: what makes the command end with exit code 1. */
export function isMissed(assessment: Assessment): boolean {
  return [...assessment.limits, ...assessment.schools, ...assessment.years].some(({ verdict }) => verdict === 'broken');
}
