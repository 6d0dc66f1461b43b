import { DATA_RULES } from './data/data-rules.ts';
import { PAIR_RULES } from './other-reports/rules.ts';
import { RULES } from './rules/index.ts';
import { TEXT_RULES } from './text-rules/index.ts';

/** What every rule says of itself, whatever it looks at. */
export interface RuleCard {
  readonly id: string;
  readonly title: string;
  readonly why: string;
}

/** Every rule that a finding may name: of figures, of the wording, between reports, against a workbook. */
export const ALL_RULES: readonly RuleCard[] = [...RULES, ...TEXT_RULES, ...PAIR_RULES, ...DATA_RULES];
