import type { CellAddress } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import type { PrintForm } from '../quantities/print.ts';
import { cellsOf, type Quantity } from './quantity.ts';
import type { RecordedFigure } from './recorder.ts';
import type { QuantityReference } from './reference.ts';

/** Where a figure of the draft came from. */
export interface LedgerEntry {
  /** `f_k3x9a2`, the name of its bookmark in the Word file: the same figure has the same name in a draft of other data. */
  readonly id: string;
  /** Chinese name of the quantity. */
  readonly name: string;
  readonly indicator: string | null;
  readonly stage: string | null;
  readonly period: string;
  /** Nearest heading. */
  readonly section: string;
  /** The sentence it stands in; in a table caption, row and column. */
  readonly sentence: string;
  /** The cell, the formula, or the regulation, as a person reads it. */
  readonly origin: string;
  readonly cells: readonly CellAddress[];
  /** The clause that sets it, where it is a limit. */
  readonly regulation: string | null;
  /** Unrounded, in the base unit. */
  readonly value: Decimal;
  /** What the printed digits say, in the base unit. */
  readonly printedValue: Decimal;
  readonly unit: string | null;
  readonly printed: string;
  readonly rounding: string;
  /** 口径, 时点, 来源 */
  readonly definition: string | null;
  readonly asOf: string | null;
  readonly office: string | null;
  /** Which quantity it is and how it is printed: with these it is brought up to date in a draft that people have edited. */
  readonly reference: QuantityReference;
  /** Null where a person wrote it: such a figure is never brought up to date. */
  readonly form: PrintForm | null;
}

/** A place to fill in, as listed after drafting. */
export interface DraftGap {
  readonly label: string;
  readonly section: string;
  /** The data that are missing; empty where the writer's own words are wanted. */
  readonly wanted: readonly string[];
  readonly kind: 'datum' | 'prose';
}

/** A recorded figure as an entry, once its place is known. */
export function ledgerEntry(id: string, figure: RecordedFigure, section: string, sentence: string): LedgerEntry {
  const { quantity } = figure;
  return {
    id,
    name: quantity.label,
    indicator: quantity.indicator,
    stage: quantity.stage,
    period: quantity.period,
    section,
    sentence,
    origin: originOf(quantity),
    cells: cellsOf(quantity.source),
    regulation: 'regulation' in quantity.source ? quantity.source.regulation : null,
    value: quantity.value,
    printedValue: figure.printedValue,
    unit: figure.printedUnit,
    printed: figure.printed,
    rounding: figure.rounding,
    definition: quantity.definition,
    asOf: quantity.asOf,
    office: quantity.office,
    reference: quantity.identity,
    form: figure.form ?? null,
  };
}

function originOf({ source }: Quantity): string {
  if ('regulation' in source) return source.regulation;
  if ('piece' in source) return `${source.piece} 第${source.line}行`;
  return 'formula' in source ? source.formula : `${source.sheet}!${source.cell}`;
}

/** The ledger as JSON: decimals as text, so that no reader turns them into binary floats. */
export function ledgerJson(entries: readonly LedgerEntry[]): string {
  const plain = entries.map((entry) => ({
    ...entry,
    value: entry.value.toFixed(),
    printedValue: entry.printedValue.toFixed(),
  }));
  return `${JSON.stringify(plain, null, 2)}\n`;
}
