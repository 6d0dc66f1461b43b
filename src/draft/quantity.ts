import type { CellAddress, Computation } from '../model/dataset.ts';
import type { Decimal } from '../model/decimal.ts';
import type { FigureKind, Stage } from '../model/figure.ts';
import type { Multiplier } from '../quantities/print.ts';
import type { QuantityReference } from './reference.ts';

/** A line of the writer's own words. */
export interface PieceLine {
  readonly piece: string;
  readonly line: number;
}

/**
 * Where a quantity of a draft comes from: a cell of the workbook, an arithmetic of cells, a limit of a regulation, or what the
 * writer wrote.
 */
export type QuantitySource = CellAddress | Computation | { readonly regulation: string } | PieceLine;

/** Something a template did that cannot work; the place is added where it is caught. */
export class TemplateProblem extends Error {
  override readonly name = 'TemplateProblem';
}

/** How a named quantity prints when the template says nothing else. */
export interface PrintHabit {
  readonly unit: string | null;
  readonly kind: FigureKind;
  readonly places: number;
  readonly fixed: boolean;
  /**
   * Fewest decimals by the multiplier it is printed with, so that a quantity's years have the same places (13527.60 beside
   * 12684.75); absent where each value keeps its own.
   */
  readonly aligned?: (multiplier: Multiplier | null) => number;
}

/** A value with its name and its origin, as templates pass it from helper to helper. */
export class Quantity {
  /** Id of the vocabulary, `text:…`, or null for a value that only this sentence computes. */
  readonly indicator: string | null;
  readonly stage: Stage | null;
  /** The year it is of; the report's year where the data say nothing. */
  readonly period: string;
  /** Chinese, with stage and, where it is not the report's year, the year. */
  readonly label: string;
  /** In the base unit. */
  readonly value: Decimal;
  readonly habit: PrintHabit;
  readonly source: QuantitySource;
  readonly definition: string | null;
  readonly asOf: string | null;
  readonly office: string | null;
  readonly #reference: QuantityReference | null;

  constructor(
    facts: Omit<Quantity, 'toString' | 'reference' | 'identity'> & { readonly reference?: QuantityReference | null },
  ) {
    this.indicator = facts.indicator;
    this.stage = facts.stage;
    this.period = facts.period;
    this.label = facts.label;
    this.value = facts.value;
    this.habit = facts.habit;
    this.source = facts.source;
    this.definition = facts.definition;
    this.asOf = facts.asOf;
    this.office = facts.office;
    // Read by its own name only: what is spread comes from another quantity, whose reference it would take along.
    this.#reference = Object.hasOwn(facts, 'reference') ? (facts.reference ?? null) : null;
  }

  /**
   * Which quantity it is, whatever the data; null for one that only its name tells. On the prototype, so that
   * `new Quantity({ ...other, label })` has none: a school's pupils made of the county's must never be brought up to date as the
   * county's. Whoever makes a quantity of another and means the same one says so.
   */
  get reference(): QuantityReference | null {
    return this.#reference;
  }

  /** Its reference, or where it has none its name: what a figure of it is known by in a draft of other data. */
  get identity(): QuantityReference {
    return this.#reference ?? { named: this.label, stage: this.stage, indicator: this.indicator };
  }

  /** A number that reached the text without the ledger would have no source; so it must not print itself. */
  toString(): string {
    throw new TemplateProblem('数据不能直接输出，请写成 {{figure …}}，以便登记出处');
  }
}

/** A quantity that the data do not give; carries the names of what is wanted. */
export class Missing {
  readonly label: string;
  readonly wanted: readonly string[];

  constructor(label: string, wanted: readonly string[] = [label]) {
    this.label = label;
    this.wanted = wanted;
  }

  toString(): string {
    throw new TemplateProblem('数据不能直接输出，请写成 {{figure …}}，以便登记出处');
  }
}

/** A quantity, or the name of what is missing. */
export type Found = Quantity | Missing;

/** The cells behind a source, each once, for the ledger and for computations of computations. */
export function cellsOf(source: QuantitySource): readonly CellAddress[] {
  if ('cell' in source) return [source];
  return 'inputs' in source ? source.inputs : [];
}
