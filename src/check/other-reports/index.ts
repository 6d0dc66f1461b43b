export { compareChanges } from './changes.ts';
export type { Compared, OtherReport } from './other-report.ts';
export { PAIR_RULES, type PairRule } from './rules.ts';
export { compareClaims } from './claims.ts';
export { findUnrenewed } from './unrenewed.ts';
