import type { Decimal } from '../model/decimal.ts';

export type Comparison = '>=' | '<=' | '>' | '<';

/**
 * How well a number is sourced. certain: read in a stored source; memory: well known, not seen in a stored text;
 * unsure: shown as a hint, never as an error.
 */
export type Confidence = 'certain' | 'memory' | 'unsure';

/** One mark of a regulation. */
export interface Limit {
  /** Unique within its standard, English. */
  readonly id: string;
  /** Id of the vocabulary, or `text:` and a name. */
  readonly indicator: string;
  /** Null where the mark is for the county as a whole. */
  readonly stage: '小学' | '初中' | null;
  readonly comparison: Comparison;
  /** In the base unit of the indicator. */
  readonly value: Decimal;
  readonly unit: string | null;
  /** Where the regulation says so, in words that a finding may quote. */
  readonly clause: string;
  readonly confidence: Confidence;
  /** Who is measured: the county's figure, or every school's. */
  readonly level: 'county' | 'school';
  /** The share of the mark that a school must keep where it may miss it (0.85); null where there is no such grace. */
  readonly floor: Decimal | null;
}

/** Of several marks, each school must reach at least so many; the others must keep their floor. */
export interface SchoolRule {
  readonly atLeast: number;
  /** Ids of limits; those of the school's own stage count. */
  readonly limits: readonly string[];
  readonly clause: string;
  readonly confidence: Confidence;
}

/** A regulation as data. */
export interface Standard {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  /** 教督〔2012〕3号 */
  readonly number: string;
  /** `YYYY-MM-DD`; until is null while it is in force. */
  readonly effective: { readonly from: string; readonly until: string | null };
  /** 全国, or the province or city it binds. */
  readonly region: string;
  /** Ids of the report kinds it applies to (county-basic, county-quality …). */
  readonly kinds: readonly string[];
  /** Whose numbers stay out: names of the categories in read/workbook/scope. */
  readonly excludes: readonly string[];
  /** Ids of the indicators whose difference coefficients are taken, in the order of the official tables. */
  readonly coefficients: readonly string[];
  readonly limits: readonly Limit[];
  readonly schoolRule: SchoolRule | null;
}
