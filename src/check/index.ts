export { ALL_RULES, type RuleCard } from './all-rules.ts';
export { type CheckResult, checkReport, type Summary } from './check.ts';
export type { Rule } from './rule.ts';
export { RULES } from './rules/index.ts';
export {
  applyDecisions,
  type Decided,
  decide,
  type Decision,
  type Decisions,
  NO_DECISIONS,
  newSince,
  type Ruling,
  withDecision,
} from './decisions.ts';
export type { DataSummary } from './data/index.ts';
export { parseDecisions, printDecisions } from './decisions-file.ts';
export { type FindingKey, findingKey } from './finding-key.ts';
export { type CheckSettings, checkSettings, NO_SETTINGS, withSettings } from './settings.ts';
export { TEXT_RULES } from './text-rules/index.ts';
export type { TextRule } from './text-rule.ts';
