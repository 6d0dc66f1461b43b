import type { Decimal } from '../../model/decimal.ts';
import type { Derivation } from './derivations.ts';
import { type OldQuantity, toldName } from './quantities.ts';

/** A value that the workbook gives. */
export interface GivenValue {
  /** In the base unit. */
  readonly value: Decimal;
  /** `今年的数!I7` */
  readonly cells: readonly string[];
  /** How it follows from the workbook's cells; null where one states it. */
  readonly formula: string | null;
}

/** This year's value of a quantity, and where it is from. */
export interface NewValue {
  readonly value: Decimal;
  readonly how: 'given' | 'carried' | 'computed';
  /** Chinese, for the list: the cell, or the arithmetic. */
  readonly source: string;
  /** What the report's own relations make of it, where the workbook says otherwise; null elsewhere. */
  readonly recomputed: { readonly value: Decimal; readonly show: string } | null;
}

export interface NewValues {
  readonly of: ReadonlyMap<OldQuantity, NewValue>;
  /** What is wanted to work out those that follow from others. */
  readonly wanting: ReadonlyMap<OldQuantity, readonly OldQuantity[]>;
}

/**
 * This year's values: what the workbook gives; else what last year's report says itself of the year before; else what follows from
 * others. The workbook is what an office answers for, so it stands where a recomputation says otherwise, and that is told.
 */
export function newValues(
  all: readonly OldQuantity[],
  given: (quantity: OldQuantity) => GivenValue | null,
  carried: ReadonlyMap<OldQuantity, OldQuantity>,
  derivations: ReadonlyMap<OldQuantity, Derivation>,
  agree: (quantity: OldQuantity, given: Decimal, computed: Decimal) => boolean,
): NewValues {
  const of = new Map<OldQuantity, NewValue | null>();
  const wanting = new Map<OldQuantity, readonly OldQuantity[]>();
  const valueOf = (quantity: OldQuantity): NewValue | null => {
    const known = of.get(quantity);
    if (known !== undefined) return known;
    // a computation that asked for itself would go round for ever; derivations are free of circles, carried values end in old ones
    of.set(quantity, null);
    const value = find(quantity);
    of.set(quantity, value);
    return value;
  };
  const find = (quantity: OldQuantity): NewValue | null => {
    const stated = given(quantity);
    const computed = compute(quantity);
    if (stated !== null) {
      const differs = computed !== null && !agree(quantity, stated.value, computed.value);
      const source =
        stated.formula === null ? stated.cells.join('、') : `${stated.formula}（${stated.cells.join('、')}）`;
      return { value: stated.value, how: 'given', source, recomputed: differs ? computed : null };
    }
    const from = carried.get(quantity);
    if (from !== undefined) {
      return {
        value: from.value,
        how: 'carried',
        source: `去年报告中的${toldName(from)}${from.figures[0].text}`,
        recomputed: null,
      };
    }
    return computed && { value: computed.value, how: 'computed', source: computed.show, recomputed: null };
  };
  const compute = (quantity: OldQuantity): { value: Decimal; show: string } | null => {
    const derivation = derivations.get(quantity);
    if (derivation === undefined) return null;
    const values = new Map(derivation.inputs.map((input) => [input, valueOf(input)]));
    const absent = derivation.inputs.filter((input) => !values.get(input));
    if (absent.length > 0) {
      wanting.set(quantity, absent);
      return null;
    }
    const now = (input: OldQuantity): Decimal => (values.get(input) as NewValue).value;
    const value = derivation.compute(now);
    return value && { value, show: derivation.show(now) };
  };
  for (const quantity of all) valueOf(quantity);
  const found = [...of].flatMap(([quantity, value]) => (value === null ? [] : [[quantity, value] as const]));
  return { of: new Map(found), wanting };
}
