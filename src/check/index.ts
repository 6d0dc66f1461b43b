export { type CheckResult, checkReport, type Summary } from './check.ts';
export type { Rule } from './rule.ts';
export { RULES } from './rules/index.ts';
