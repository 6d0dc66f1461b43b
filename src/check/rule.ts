import type { Severity } from '../model/relation.ts';
import type { Relation } from '../relations/relation.ts';
import type { Judgement } from './judgement.ts';

/** A judgement narrowed to the relation that a rule is for. */
export type JudgementOf<T extends Relation['type']> = Judgement & { readonly relation: Extract<Relation, { type: T }> };

/**
 * One kind of finding: what it looks at, why, how it is worded, and examples that must fire and that must stay silent,
 * which are its tests and its manual page. One file a rule.
 */
export interface Rule<T extends Relation['type'] = Relation['type']> {
  /** Stable, English. */
  readonly id: string;
  readonly relation: T;
  /** Chinese, a few words. */
  readonly title: string;
  /** Chinese: what is checked, and why it is worth a reviewer's time. */
  readonly why: string;
  /** False where another rule speaks of this relation. */
  readonly appliesTo?: (judgement: JudgementOf<T>) => boolean;
  /** Of a broken relation; one to review is always a warning. */
  readonly severity: (judgement: JudgementOf<T>) => Severity;
  /** Chinese, as a colleague would say it: what stands there, what it should be. The arithmetic stands beside it. */
  readonly message: (judgement: JudgementOf<T>) => string;
  readonly suggestion?: (judgement: JudgementOf<T>) => string | null;
  /** Texts, written for the rule, in which it must find something. */
  readonly fires: readonly string[];
  /** Texts in which it must not. */
  readonly silent: readonly string[];
}

/** Types a rule file by its relation. */
export function rule<T extends Relation['type']>(definition: Rule<T>): Rule {
  return definition as unknown as Rule;
}
