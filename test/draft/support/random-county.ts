import type { Dataset, Datum, SchoolRow } from '../../../src/model/dataset.ts';
import { Decimal } from '../../../src/model/decimal.ts';
import { indicatorOf } from '../../../src/vocabulary/index.ts';

/** Parts and the whole that they must not exceed. */
const WITHIN: readonly (readonly [part: string, whole: string])[] = [
  ['agricultural-population', 'population'],
  ['super-large-class-count', 'large-class-count'],
  ['full-time-teachers', 'staff'],
  ['text:市级以上骨干教师数', 'backbone-teachers'],
  ['text:交流骨干教师数', 'exchanged-teachers'],
  ['exchanged-teachers', 'text:符合交流条件教师数'],
  ['satisfaction-valid', 'satisfaction-issued'],
  ['satisfaction-satisfied', 'satisfaction-valid'],
  ['text:公办学校就读随迁子女数', 'migrant-pupils'],
];

/** Counted as they are: schools of the table, marks out of a hundred, and the classes that hang on them. */
const KEPT = /得分|score|达标学校数|school-count|teaching-point|large-class|largest-class|township|subdistrict/;

/**
 * Another fictional county, made of one by chance: larger or smaller, its numbers rising or falling from year to year, some of its
 * data not given. Parts stay parts of their wholes, so that a report of it has nothing to contradict itself with.
 *
 * @param absent how many of a hundred data are left out
 */
export function randomCounty(base: Dataset, seed: number, absent: number): Dataset {
  const chance = generator(seed);
  const between = (low: number, high: number): number => low + (high - low) * chance();
  const size = between(0.3, 3);
  const yearly = new Map<string, number>();
  const values = new Map<Datum, Decimal>();
  for (const datum of base.data) values.set(datum, changed(datum));

  function changed(datum: Datum): Decimal {
    const { value, indicator, stage, period, unit } = datum;
    const places = value.decimalPlaces();
    if (KEPT.test(indicator)) return value;
    if (unit === '%') {
      const off = new Decimal(100).sub(value).mul(between(0.2, 2.5).toFixed(4));
      return Decimal.max(0, new Decimal(100).sub(off)).toDecimalPlaces(2);
    }
    const series = `${indicator}|${stage}`;
    if (!yearly.has(series)) yearly.set(series, between(0.9, 1.12));
    const back = Number(base.year) - Number(period ?? base.year);
    const trend = (yearly.get(series) ?? 1) ** -back * (back > 0 ? between(0.97, 1.03) : 1);
    return value.mul((size * trend).toFixed(6)).toDecimalPlaces(places);
  }

  const at = (indicator: string, { stage, period }: Datum): Datum | undefined =>
    base.data.find(
      (one) => one.indicator === indicator && one.stage === stage && one.period === period && one.scope === null,
    );
  for (const [part, whole] of WITHIN) {
    for (const datum of base.data.filter((one) => one.indicator === part && one.scope === null)) {
      const limit = values.get(at(whole, datum) ?? datum);
      const value = values.get(datum);
      if (limit && value?.gt(limit)) values.set(datum, limit);
    }
  }
  const disabled = base.data.find(({ indicator }) => indicator === 'disabled-children');
  if (disabled) {
    const parts = base.data.filter(({ indicator }) =>
      ['disabled-special-school', 'disabled-inclusive', 'disabled-home'].includes(indicator),
    );
    const enrolled = parts.reduce((sum, datum) => sum.add(values.get(datum) ?? 0), new Decimal(0));
    values.set(disabled, enrolled.add(Math.floor(between(0, 4))));
  }
  const data = base.data.flatMap((datum) => {
    const value = values.get(datum) ?? datum.value;
    return chance() * 100 < absent ? [] : [{ ...datum, value }];
  });
  const schools = base.schools.map((row): SchoolRow => {
    const amounts = new Map(
      [...row.amounts].map(([id, amount]) => [
        id,
        id === 'pupils' || (indicatorOf(id)?.kind ?? 'count') === 'percent'
          ? amount
          : amount.mul(between(0.8, 1.25).toFixed(4)).toDecimalPlaces(amount.decimalPlaces()),
      ]),
    );
    return { ...row, amounts: partsWithin(amounts, 'full-time-teachers', 'teachers-') };
  });
  return { ...base, data, schools };
}

/** A school's teachers of a degree or a title are some of its teachers. */
function partsWithin(amounts: ReadonlyMap<string, Decimal>, whole: string, part: string): Map<string, Decimal> {
  const most = amounts.get(whole);
  if (most === undefined) return new Map(amounts);
  return new Map([...amounts].map(([id, amount]) => [id, id.startsWith(part) ? Decimal.min(amount, most) : amount]));
}

/** Numbers from 0 to 1, the same in every run. */
function generator(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
