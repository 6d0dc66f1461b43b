import type { Decimal } from './decimal.ts';
import type { Span } from './span.ts';

export type RelationType =
  | 'sum'
  | 'difference'
  | 'product'
  | 'quotient'
  | 'share'
  | 'growth'
  | 'trend'
  | 'threshold'
  | 'equal'
  | 'list-count'
  | 'numbering'
  | 'range'
  | 'claim';

export type TextDefectType =
  | 'typo'
  | 'duplicate'
  | 'punctuation'
  | 'bracket'
  | 'missing-text'
  | 'placeholder'
  | 'grammar'
  | 'term'
  | 'layout'
  | 'missing-content';

/** review: same name, but another time or scope could explain it; unassessable: an operand is masked or missing. */
export type Verdict = 'holds' | 'broken' | 'review' | 'unassessable';

/** A number, or words where the two sides are not numbers (a trend, a numbering). */
export type Amount = Decimal | string | null;

/** A relation with its verdict. */
export interface JudgedRelation {
  readonly type: RelationType;
  readonly verdict: Verdict;
  /** Why it is to review or not assessable; null otherwise. */
  readonly because: string | null;
  /** The arithmetic, as a person would write it: `3188+4409=7597`. */
  readonly check: string;
  readonly stated: Amount;
  readonly computed: Amount;
  /** Ids of the figures it ties together. */
  readonly figures: readonly string[];
  /** The place first, then the other places it speaks of. */
  readonly spans: readonly Span[];
}

/** A place in another file than the report checked: a line of another report, or cells of a workbook. */
export interface OtherPlace {
  /** As the person named the file. */
  readonly file: string;
  /** From 1; null in a workbook. */
  readonly line: number | null;
  /** Of a workbook: `县级数据!C7`, `学校数据!第5—12行`; absent in a report. */
  readonly cells?: readonly string[];
  /** The figure as printed there; of a cell its value with the unit. */
  readonly text: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** Something a person should look at. */
export interface Finding {
  /** Id of the rule, one file in check/rules. */
  readonly rule: string;
  readonly type: RelationType | TextDefectType;
  readonly severity: Severity;
  /** Chinese, as a colleague would say it. */
  readonly message: string;
  /** The arithmetic; null for text defects. */
  readonly evidence: string | null;
  readonly stated: Amount;
  readonly computed: Amount;
  readonly suggestion: string | null;
  readonly figures: readonly string[];
  readonly spans: readonly Span[];
  /** Places in other reports that it speaks of. */
  readonly elsewhere?: readonly OtherPlace[];
}
