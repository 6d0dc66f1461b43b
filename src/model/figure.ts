import type { Decimal } from './decimal.ts';
import type { Interval } from './interval.ts';
import type { Span } from './span.ts';

export type FigureKind =
  | 'count'
  | 'money'
  | 'area'
  | 'percent'
  | 'ratio'
  | 'coefficient'
  | 'score'
  | 'duration'
  | 'other';
export type Bound = '>=' | '<=' | '~' | null;
/**
 * What the sentence makes of a number: a value of its own, by how much a value changed (as an amount or a rate), a share of
 * a whole, a value that another is compared with (由, 比上年的), or a limit that values are held against.
 */
export type FigureRole = 'level' | 'change' | 'change-rate' | 'share' | 'base' | 'limit';
export type Stage = '小学' | '初中' | '九年一贯制' | '普通高中' | '幼儿园' | '特殊教育';

/** A printed number as a claim: what it says, how exactly, and of what. */
export interface Figure {
  /** `f1`, `f2`… in reading order. */
  readonly id: string;
  readonly span: Span;
  /** The number with its multiplier and unit, as printed. */
  readonly text: string;
  /** In the base unit: 万, 亿 multiplied out, a percentage as the number in percent, a:b as a/b; the lower end of a range. */
  readonly value: Decimal;
  /** Upper end of a range, else null. */
  readonly valueMax: Decimal | null;
  /** What the printed precision allows: half a unit in the last printed place on either side. */
  readonly interval: Interval;
  /** The unit as printed without its multiplier, or the one that the sentence gives; null for a bare coefficient. */
  readonly unit: string | null;
  readonly kind: FigureKind;
  readonly bound: Bound;
  readonly role: FigureRole;
  /** Canonical Chinese name of what is measured, without stage. */
  readonly label: string;
  /** An id of the vocabulary, `text:` and the report's own words where no official name fits, or null. */
  readonly indicator: string | null;
  readonly stage: Stage | null;
  /** Year or school year as printed, without 年; null where the text gives none. */
  readonly period: string | null;
  /** 全县, 城区, 农村, a school…; null where the text speaks of the whole. */
  readonly scope: string | null;
  /** The figures of one list (分别为 a、b、c) share a series; index from 0. */
  readonly series: { readonly id: number; readonly index: number } | null;
  /** Id of the figure whose part this one is said to be (其中, 含). */
  readonly partOf: string | null;
}

/** A redacted number (`**万元`): a place where a figure stood. */
export interface Mask {
  readonly span: Span;
  readonly text: string;
  readonly unit: string | null;
}
