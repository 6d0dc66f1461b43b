import { ALL_RULES, type Rule, type RuleCard, RULES, TEXT_RULES } from '../check/index.ts';
import type { Severity } from '../model/relation.ts';

/** A rule as those who read findings are told of it. */
export interface DescribedRule extends RuleCard {
  /** Of most of its findings; each finding has its own. */
  readonly severity: Severity;
}

const SEVERITY_OF: ReadonlyMap<string, Severity> = new Map([
  ...RULES.map((rule) => [rule.id, usualSeverity(rule)] as const),
  ...TEXT_RULES.map(({ id, severity }) => [id, severity] as const),
]);

/** All rules, in their own order; those that compare reports grade each finding, so that the middle grade stands for them. */
export const DESCRIBED_RULES: readonly DescribedRule[] = ALL_RULES.map(({ id, title, why }) => ({
  id,
  title,
  why,
  severity: SEVERITY_OF.get(id) ?? 'warning',
}));

/** A rule's place among {@link DESCRIBED_RULES}, by its id. */
export const RULE_INDEX: ReadonlyMap<string, number> = new Map(DESCRIBED_RULES.map(({ id }, index) => [id, index]));

/**
 * A rule of figures grades by how firmly the text asserts the relation. Asked about one that the text states, it gives its usual
 * grade; that no rule asks for more than this is what the tests see to.
 */
function usualSeverity(rule: Rule): Severity {
  return rule.severity({ relation: { assertion: 'stated', figures: [] } } as never);
}
