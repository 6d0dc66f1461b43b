import type { Decimal } from '../model/decimal.ts';
import type { Figure, Mask } from '../model/figure.ts';
import type { Span } from '../model/span.ts';

/** A member of a relation: a figure of the text, a redacted one, or a number that the sentence or a rule gives. */
export type Operand = Figure | Mask | Constant;

export interface Constant {
  readonly constant: Decimal;
  /** Where the text says it; null for a rule's own number. */
  readonly span: Span | null;
}

/**
 * How firmly the text asserts it: stated — it can be meant in no other way; implied — a reader would take it so, and another
 * reading is possible; possible — found because it fits, and nothing is said where it does not.
 */
export type Assertion = 'stated' | 'implied' | 'possible';

interface Common {
  readonly assertion: Assertion;
  /** The phrase that asserts it, for the place of a finding without a figure. */
  readonly span: Span;
}

/** Parts that make a total: 7597人(初中3188人，小学4409人). */
export interface Sum extends Common {
  readonly type: 'sum';
  readonly total: Operand;
  readonly parts: readonly Operand[];
  /** 其中, 含: perhaps only some of the parts are named; their sum may stay below the total. */
  readonly partial: boolean;
  /** Although 其中 stands there, the parts look like all of them (each stage, each kind of schooling, each head of a budget). */
  readonly exhaustive: boolean;
  /** There can be no other parts (男、女; each of the years told): even far less than the total is told. */
  readonly complete?: boolean;
}

/** 编制1669名，实有1575人，空编94人. */
export interface Difference extends Common {
  readonly type: 'difference';
  readonly minuend: Operand;
  readonly subtrahend: Operand;
  readonly result: Operand;
  /** Added to the difference: 1 where both end years count. */
  readonly plus: 0 | 1;
}

export interface Product extends Common {
  readonly type: 'product';
  readonly factors: readonly Operand[];
  readonly result: Operand;
}

export interface Quotient extends Common {
  readonly type: 'quotient';
  /** Added up before they are divided: one total, or the values of a mean. */
  readonly dividend: readonly Operand[];
  readonly divisor: Operand;
  /** 100 for a figure per hundred. */
  readonly times: number;
  readonly result: Operand;
}

/** A total and the amount per head of the same thing: they imply how many heads there are. */
export interface PerHead {
  readonly total: Figure;
  readonly each: Figure;
  /** 100 for a figure per hundred. */
  readonly times: number;
}

/** 校舍120000平方米，生均8平方米；图书30万册，生均25册: two totals with their amounts per head must imply the same heads. */
export interface Implied extends Common {
  readonly type: 'implied';
  readonly first: PerHead;
  readonly second: PerHead;
  /** 在校生数: what is divided by. */
  readonly heads: string;
}

/** 45所学校中，达标的占97.3%: a share of whole things must be k of them for some whole number k. */
export interface Granular extends Common {
  readonly type: 'granular';
  readonly share: Figure;
  readonly whole: Figure;
}

/** part / whole = share, in percent. */
export interface Share extends Common {
  readonly type: 'share';
  /** Mostly one; the members of a list that is told as a share together. */
  readonly parts: readonly Operand[];
  readonly whole: Operand;
  readonly share: Operand;
}

/** 全部达到…，达标率为100%: all of them is a hundred percent, none of them zero. */
export interface All extends Common {
  readonly type: 'all';
  readonly share: Figure;
  readonly word: string;
  readonly expected: 100 | 0;
}

/** (to − from) / from = rate, in percent. */
export interface Growth extends Common {
  readonly type: 'growth';
  readonly from: Operand;
  readonly to: Operand;
  readonly rate: Operand;
  /** 下降c%: the rate is printed without its sign. */
  readonly falling: boolean;
  /** 年均增长: over how many years the rate compounds; 1 for a rate of the whole change. */
  readonly years: number;
}

/** amount / (level − amount) = rate: 在校生4200人，比上年增加180人，增长4.5%. */
export interface GrowthByAmount extends Common {
  readonly type: 'growth-by-amount';
  readonly level: Operand;
  readonly amount: Operand;
  readonly rate: Operand;
  readonly falling: boolean;
}

export interface Trend extends Common {
  readonly type: 'trend';
  readonly series: readonly Operand[];
  readonly rising: boolean;
  /** 逐年: every step counts; otherwise the first and the last. */
  readonly words: string;
}

/** 均高于2.5%: each figure against a limit that the text or a regulation gives. */
export interface Threshold extends Common {
  readonly type: 'threshold';
  readonly figure: Operand;
  readonly comparison: '>' | '>=' | '<' | '<=';
  readonly limit: Operand;
  /** Where the limit comes from, Chinese; null where the text itself gives it. */
  readonly source: string | null;
  /** The regulation's name and words, where the limit comes from one: 《…》（…）规定“…”. */
  readonly quotation?: string;
  /** What a reader needs to know of the comparison, Chinese. */
  readonly note?: string;
  /** Why it can be no more than a hint: nobody is sure of the limit. */
  readonly hint?: string;
}

/** The same quantity told twice. */
export interface Equal extends Common {
  readonly type: 'equal';
  readonly first: Operand;
  readonly second: Operand;
  /** What another time or scope could explain; null where nothing can. */
  readonly explanation: string | null;
}

/** 四个到位 and the items that follow, or a row of values after 分别. */
export interface ListCount extends Common {
  readonly type: 'list-count';
  readonly stated: number;
  readonly items: readonly string[];
  /** Words that announce the number: “五项机制”, 近三年. */
  readonly announced: string;
  /** 等: the list may name only some. */
  readonly open: boolean;
  readonly figures: readonly Figure[];
}

export interface Numbering extends Common {
  readonly type: 'numbering';
  readonly markers: readonly string[];
  readonly ordinals: readonly number[];
  readonly spans: readonly Span[];
  readonly level: number;
}

/** A part against its whole, or a value against what is possible. */
export interface Range extends Common {
  readonly type: 'range';
  readonly part: Operand;
  readonly whole: Operand;
  /** Chinese: what makes the limit. */
  readonly reason: string;
  readonly kind: 'part' | 'rate' | 'size';
}

/** A claim in words and the figures that contradict it. */
export interface Claim extends Common {
  readonly type: 'claim';
  readonly words: string;
  readonly contradicted: readonly Figure[];
  /** The words that contradict it, where no figure alone does. */
  readonly denial?: string;
  readonly reason: string;
  /** Why it can be no more than a hint. */
  readonly hint?: string;
  readonly places: readonly Span[];
}

export type Relation =
  | Sum
  | Difference
  | Product
  | Quotient
  | Implied
  | Granular
  | Share
  | All
  | Growth
  | GrowthByAmount
  | Trend
  | Threshold
  | Equal
  | ListCount
  | Numbering
  | Range
  | Claim;
