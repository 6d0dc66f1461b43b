import type { Severity, TextDefectType } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import type { TextContext } from './text-context.ts';

/** One defect of the wording, as narrow as a reader would mark it. */
export interface TextDefect {
  /** Its place first, then the other places that the finding speaks of. */
  readonly spans: readonly [Span, ...Span[]];
  /** Chinese, as a colleague would say it. */
  readonly message: string;
  /** The right form of the first place, or null where only the writer can know it. */
  readonly suggestion: string | null;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
}

/**
 * One kind of defect in the wording: what it looks at, why, and examples that must fire and that must stay silent, which
 * are its tests and its manual page. One file a rule. A text rule never speaks of a figure's value, and never touches a
 * name in 《》.
 */
export interface TextRule {
  /** Stable, English. */
  readonly id: string;
  readonly type: TextDefectType;
  /** Chinese, a few words. */
  readonly title: string;
  /** Chinese: what is checked, and why it is worth a reviewer's time. */
  readonly why: string;
  readonly severity: Severity;
  /** Its suggestions of severity error are right whatever was meant: they may be put in as tracked changes. */
  readonly fixable?: true;
  readonly find: (context: TextContext) => readonly TextDefect[];
  /** Texts, written for the rule, in which it must find something. */
  readonly fires: readonly string[];
  /** Texts in which no text rule may give an error or a warning. */
  readonly silent: readonly string[];
}
