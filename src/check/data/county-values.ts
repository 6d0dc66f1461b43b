import type { Dataset, Datum } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Stage } from '../../model/figure.ts';
import type { Interval } from '../../model/interval.ts';
import { exactly } from '../../quantities/interval.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { nameOf, unitClass } from './names.ts';

/** A value that the workbook states, or that follows from what it states. */
export interface CountyValue {
  readonly value: Decimal;
  readonly interval: Interval;
  readonly unit: string | null;
  /** `县级数据!C7`, `学校数据!第5—12行`; of a computed value those it was made of. */
  readonly cells: readonly string[];
  /** How it follows, readable; null where a cell states it. */
  readonly formula: string | null;
  /** 口径 */
  readonly definition: string | null;
  /** A definition that it holds under, where the workbook's own name may mean another: 列入测算的学校之和. */
  readonly because: string | null;
  /** Whether another definition than the one reckoned with may be meant as well. */
  readonly loose?: boolean;
}

/** What a value is asked for by. */
export interface ValueKey {
  /** Canonical id, see {@link nameOf}. */
  readonly id: string;
  /** Years up to the period that it is told of; 1 for most. */
  readonly years: number;
  readonly stage: Stage | null;
  readonly scope: string | null;
}

/** The cells of a workbook by the names of their quantities. */
export interface StatedValues {
  readonly dataset: Dataset;
  /** Whether any value bears an id. */
  has(id: string): boolean;
  find(key: ValueKey, period: string): CountyValue | null;
  /** All periods of a name, as the workbook has them. */
  periods(key: ValueKey): ReadonlyMap<string, CountyValue>;
  /** The numbers of years (近三年 is 3) that a name is told of besides single ones. */
  spans(key: ValueKey): readonly number[];
}

/** Makes the index of a workbook's cells. */
export function statedValues(dataset: Dataset): StatedValues {
  const byKey = new Map<string, Map<string, CountyValue>>();
  const spans = new Map<string, Set<number>>();
  const ids = new Set<string>();
  for (const datum of dataset.data) {
    const { id, years } = nameOf(datum.indicator, dataset.county, null);
    // the bare words may be those of two names (补助人数, 补助资金): their units tell them apart
    const both = id.startsWith('text:') ? [id, `${id}#${unitClass(datum.unit) ?? ''}`] : [id];
    for (const one of both) {
      ids.add(one);
      const key = { id: one, years, stage: ownStage(id, datum.stage), scope: datum.scope };
      const periods = byKey.get(keyOf(key)) ?? new Map<string, CountyValue>();
      byKey.set(keyOf(key), periods);
      periods.set(datum.period ?? dataset.year, valueOf(datum));
      if (years === 1) continue;
      const plain = keyOf({ ...key, years: 1 });
      spans.set(plain, (spans.get(plain) ?? new Set()).add(years));
    }
  }
  const periods = (key: ValueKey): ReadonlyMap<string, CountyValue> =>
    byKey.get(keyOf({ ...key, stage: ownStage(key.id, key.stage) })) ?? new Map();
  return {
    dataset,
    has: (id) => ids.has(id),
    periods,
    find: (key, period) => periods(key).get(period) ?? null,
    spans: (key) => [...(spans.get(keyOf({ ...key, stage: ownStage(key.id, key.stage) })) ?? [])],
  };
}

/** A stage that the name bears already says nothing more: 初中毕业生升入高中阶段比例; the disabled are counted over all stages. */
export function ownStage(id: string, stage: Stage | null): Stage | null {
  if (stage === null || (stage === '特殊教育' && id.startsWith('disabled-'))) return null;
  return indicatorOf(id)?.name.includes(stage) ? null : stage;
}

function keyOf({ id, years, stage, scope }: ValueKey): string {
  return [id, years, stage ?? '', scope ?? ''].join('|');
}

function valueOf({ value, unit, source, definition }: Datum): CountyValue {
  return {
    value,
    interval: asEntered(value),
    unit,
    cells: 'formula' in source ? source.inputs.map(cellText) : [cellText(source)],
    formula: 'formula' in source ? source.formula : null,
    definition,
    because: null,
  };
}

/** A rate entered as 98.6 may be 98.64 rounded; a whole number is taken at its word. */
function asEntered(value: Decimal): Interval {
  if (value.isInteger()) return exactly(value);
  // a hair less than half a unit: of two numbers printed to one place, neighbours are two numbers and no rounding
  const half = new Decimal(10).pow(-value.decimalPlaces()).times('0.499');
  return { low: value.minus(half), high: value.plus(half) };
}

function cellText({ sheet, cell }: { readonly sheet: string; readonly cell: string }): string {
  return `${sheet}!${cell}`;
}
