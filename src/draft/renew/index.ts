export { carriedFrom } from './carried.ts';
export { type Derivation, derivationsOf } from './derivations.ts';
export type { GivenValue } from './new-values.ts';
export { type PlannedChange, type PlannedPoint, planRenewal, type PlanRequest, type RenewalPlan } from './plan.ts';
export { type OldQuantities, oldQuantities, type OldQuantity, toldName } from './quantities.ts';
export { yearOf } from './report-year.ts';
