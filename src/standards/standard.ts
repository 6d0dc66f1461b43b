import type { Decimal } from '../model/decimal.ts';

export type Comparison = '>=' | '<=' | '>' | '<';

/**
 * How well a number is sourced. certain: read in a stored source; memory: well known, not seen in a stored text;
 * unsure: shown as a hint, never as an error.
 */
export type Confidence = 'certain' | 'memory' | 'unsure';

/** `YYYY-MM-DD`, both days included; until is null while it is in force. */
export interface InForce {
  readonly from: string;
  readonly until: string | null;
}

/** One mark of a regulation. */
export interface Limit {
  /** Unique within its standard, English. */
  readonly id: string;
  /** Id of the vocabulary, or `text:` and a name. */
  readonly indicator: string;
  /** Other names by which reports call the figure; `…` stands for any words between. */
  readonly names: readonly string[];
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
  /** Its own dates, where it does not bind as long as its standard (a quota that was raised); else null. */
  readonly effective: InForce | null;
  /** The part of the country that it binds (东部); null for all. Nothing tells where a county lies: such a mark is read, not applied. */
  readonly area: string | null;
  /** School types that it binds, as read/workbook/scope names them; empty for all. */
  readonly types: readonly string[];
  /** The school's stages are added up before they are measured: the size of a combined school. */
  readonly wholeSchool: boolean;
}

/** Of several marks, each school must reach at least so many; the others must keep their floor. */
export interface SchoolRule {
  readonly atLeast: number;
  /** Ids of limits; those of the school's own stage count. */
  readonly limits: readonly string[];
  readonly clause: string;
  readonly confidence: Confidence;
}

/**
 * How a claim is tested. growth-above: the indicator grows faster than {@link ClaimTest.than} in each year told; rising,
 * not-falling: each year against the year before; not-below: against `than` of the same year; quotient: divided by `than`,
 * against the value; level: against the value.
 */
export type ClaimForm = 'growth-above' | 'rising' | 'not-falling' | 'not-below' | 'quotient' | 'level';

/** Words by which a report claims to keep a rule (“三个增长”), and the figures that the claim must stand against. */
export interface ClaimTest {
  readonly id: string;
  /** Any of these is the claim; `…` stands for any words between. */
  readonly words: readonly string[];
  readonly form: ClaimForm;
  readonly indicator: string;
  readonly stage: '小学' | '初中' | null;
  /** The second indicator; null for rising, not-falling and level. */
  readonly than: string | null;
  /** With {@link value} for quotient and level, else null. */
  readonly comparison: Comparison | null;
  readonly value: Decimal | null;
  readonly clause: string;
  readonly confidence: Confidence;
}

/** One of the items by which a county's work is judged (十七项, 十五项, 九项). */
export interface Item {
  readonly id: string;
  readonly group: string;
  /** The item in the regulation's words. */
  readonly text: string;
  /** text: papers and facts prove it; figures: numbers do. */
  readonly evidence: 'text' | 'figures';
  /** What has to be worked out, where figures prove it; null for text. */
  readonly figures: string | null;
  /** Ids of the limits and claims that settle it, if any. */
  readonly settledBy: readonly string[];
  readonly confidence: Confidence;
}

/** What alone keeps a county from being recognised. */
export interface Veto {
  readonly id: string;
  readonly text: string;
  readonly settledBy: readonly string[];
  readonly confidence: Confidence;
}

/** Under what condition which marks give way. */
export interface Relief {
  readonly id: string;
  /** 何种学校 */
  readonly when: string;
  /** 放宽为什么 */
  readonly text: string;
  /** Ids of the limits that it eases. */
  readonly limits: readonly string[];
  /** The eased mark; null where it is not a number. */
  readonly value: Decimal | null;
  /** What the school table can tell of the condition, all of it to be true; the rest of it only people know. */
  readonly conditions: readonly ReliefCondition[];
  readonly confidence: Confidence;
}

/** A part of a relief's condition: an amount of the school against a number. */
export interface ReliefCondition {
  readonly id: string;
  readonly indicator: string;
  readonly comparison: Comparison;
  readonly value: Decimal;
}

/** How many people a satisfaction survey must ask; what the regulation leaves open is null. */
export interface Survey {
  /** Of the resident population, in thousandths. */
  readonly perMille: Decimal;
  readonly atLeast: Decimal | null;
  /** Percent. */
  readonly parentShare: Decimal | null;
  /** Percent of the questionnaires given out. */
  readonly validShare: Decimal | null;
  readonly clause: string;
  readonly confidence: Confidence;
}

/** What a standard does not count of an amount of the school table. */
export interface Deduction {
  readonly id: string;
  /** Id of the amount that is taken off: indoor-sports-area. */
  readonly amount: string;
  /** Id of the amount that it is part of: teaching-area. */
  readonly from: string;
  readonly clause: string;
}

/** A regulation as data. */
export interface Standard {
  readonly id: string;
  readonly name: string;
  readonly issuer: string;
  /** 教督〔2012〕3号 */
  readonly number: string;
  readonly effective: InForce;
  /** 全国, or the province or city it binds. */
  readonly region: string;
  /** Ids of the report kinds it applies to (county-basic, county-quality …); empty for every kind. */
  readonly kinds: readonly string[];
  /** Whose numbers stay out: names of the categories in read/workbook/scope. */
  readonly excludes: readonly string[];
  /** Ids of the indicators whose difference coefficients are taken, in the order of the official tables. */
  readonly coefficients: readonly string[];
  /** What is taken off amounts of the schools before anything is computed; absent where nothing is. */
  readonly deductions?: readonly Deduction[];
  readonly limits: readonly Limit[];
  readonly schoolRule: SchoolRule | null;
  readonly claims: readonly ClaimTest[];
  readonly items: readonly Item[];
  readonly vetoes: readonly Veto[];
  readonly reliefs: readonly Relief[];
  readonly survey: Survey | null;
}

/** 县域义务教育均衡发展督导评估暂行办法（教督〔2012〕3号）, as a list names it. */
export function titleOf({ name, number }: Pick<Standard, 'name' | 'number'>): string {
  return number === '' ? name : `${name}（${number}）`;
}

/** 《县域义务教育均衡发展督导评估暂行办法》（教督〔2012〕3号）规定“…”, as a finding quotes a clause. */
export function quoted(standard: Pick<Standard, 'name' | 'number'>, clause: string): string {
  const name = standard.name.includes('《') ? standard.name : `《${standard.name}》`;
  return `${titleOf({ ...standard, name })}规定“${clause}”`;
}
