import type { Decimal } from './decimal.ts';
import type { Stage } from './figure.ts';

/** Where a value of a workbook stands. */
export interface CellAddress {
  readonly sheet: string;
  /** As a spreadsheet shows it: `C7`. */
  readonly cell: string;
}

/** What names a quantity: the same key and values that differ is a contradiction. */
export interface QuantityKey {
  /** Id of the vocabulary, or `text:` and a name of the workbook's own. */
  readonly indicator: string;
  readonly stage: Stage | null;
  /** `2024`, `2023-2024学年`, or null for the report's own time. */
  readonly period: string | null;
  readonly scope: string | null;
}

/** A named value of the county's data. */
export interface Datum extends QuantityKey {
  /** In the base unit, as {@link Figure.value}. */
  readonly value: Decimal;
  readonly unit: string | null;
  /** The cell, or the cells that it was added up from. */
  readonly source: CellAddress | Computation;
  /** 口径, 统计时点 and 来源科室, as offices sign numbers off. */
  readonly definition: string | null;
  readonly asOf: string | null;
  readonly office: string | null;
}

/** A value computed from others. */
export interface Computation {
  /** Chinese, readable: `小学在校生数 ÷ 小学专任教师数`. */
  readonly formula: string;
  readonly inputs: readonly CellAddress[];
}

export type SchoolPart = '小学' | '初中';

/** One school part: a school of one stage, or the part of a combined school that belongs to a stage. */
export interface SchoolRow {
  readonly name: string;
  readonly part: SchoolPart;
  /** 小学, 初级中学, 九年一贯制学校, 十二年一贯制学校, 完全中学, 教学点, 特殊教育学校… */
  readonly type: string;
  /** 县级公办, 民办, 省市直属…; only the first counts for the difference coefficient of stage 1. */
  readonly owner: string;
  /** Why the school is out of scope of the difference coefficient; null where it is in. */
  readonly excluded: string | null;
  /**
   * Why the county itself leaves the school out of every reckoning (新办未招满…), in its own words; absent where it does not.
   * A standard's own exclusions follow from type and owner and do not stand here.
   */
  readonly leftOut?: string;
  /** Raw amounts by vocabulary id (pupils, teaching-area …); absent where the cell is empty. */
  readonly amounts: ReadonlyMap<string, Decimal>;
  /** `whole`: areas, equipment, computers, books and rooms are those of the whole combined school, still to be divided. */
  readonly conditions?: 'part' | 'whole';
  readonly source: { readonly sheet: string; readonly row: number };
}

/** One item of the province's 办学基本标准, the gate of basic balance. */
export interface GateItem {
  /** Id of the vocabulary, or `text:` and the name as written. */
  readonly indicator: string;
  readonly comparison: '>=' | '<=';
  /** Marks in the base unit; null where the province sets none for that stage. */
  readonly primary: Decimal | null;
  readonly junior: Decimal | null;
  readonly unit: string | null;
  readonly source: { readonly sheet: string; readonly row: number };
}

/** The province's gate as the sheet 省标 gives it. */
export interface ProvincialGate {
  readonly items: readonly GateItem[];
  /** How many items a school may miss and still reach the standard; null where nothing is said. */
  readonly allowedMisses: number | null;
  /** The share of the mark, in per cent, that a missed item must still reach; null where nothing is said. */
  readonly floor: Decimal | null;
}

/** One item of the county government's self-assessment. */
export interface WorkItem {
  /** `A1` … `D5`, or the province's own number; empty where there is none. */
  readonly code: string;
  readonly group: string;
  readonly name: string;
  readonly points: Decimal | null;
  /** Null where nobody has scored it yet. */
  readonly score: Decimal | null;
  /** Where the proof lies; empty where nothing is said. */
  readonly evidence: string;
  readonly source: { readonly sheet: string; readonly row: number };
}

/** A county's data for one report. */
export interface Dataset {
  /** 县名, e.g. 清河县. */
  readonly county: string;
  /** The year the report is about. */
  readonly year: string;
  readonly schools: readonly SchoolRow[];
  readonly data: readonly Datum[];
  /** Absent where the workbook has no such sheet or nothing in it. */
  readonly gate?: ProvincialGate;
  readonly workItems?: readonly WorkItem[];
  /**
   * Made of last year's report: of the county it has what that report tells and people filled in, so that parts need not make up
   * a whole, and its year is the one that follows the report's.
   */
  readonly ofReport?: boolean;
  /**
   * What whoever gave the workbook should know of its reading: which column of a form was taken as what, what was left out.
   * Chinese, one line each; absent where there is nothing to tell.
   */
  readonly notices?: readonly string[];
}
