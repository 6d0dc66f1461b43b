import { indicatorOf } from '../../../src/vocabulary/index.ts';
import type { Dataset, Datum, SchoolRow } from '../../../src/model/dataset.ts';
import { Decimal } from '../../../src/model/decimal.ts';
import { fullCounty } from './county.ts';

/** Numbers between 0 and 1 that the same seed always gives again (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * A county whose every series of several years goes its own way, whose schools differ by chance, and that lacks some of what the
 * report asks for. Figures that must fit together (questionnaires, children and where they go to school) are left as they are.
 */
export function shakenCounty(seed: number): Dataset {
  const random = seeded(seed);
  const county = fullCounty();
  const lacking = random() * 0.25;
  const names = new Set(county.data.map(({ indicator }) => indicator));
  const gone = new Set([...names].filter(() => random() < lacking));
  const years = new Map<string, number>();
  for (const { indicator, stage } of county.data) {
    const key = `${indicator}|${stage ?? ''}`;
    years.set(key, (years.get(key) ?? 0) + 1);
  }
  const data = county.data
    .filter(({ indicator }) => !gone.has(indicator))
    .map((datum) => ((years.get(`${datum.indicator}|${datum.stage ?? ''}`) ?? 1) > 1 ? shaken(datum, random) : datum));
  return { ...county, data, schools: county.schools.map((school) => shakenSchool(school, random)) };
}

function shaken(datum: Datum, random: () => number): Datum {
  if (datum.indicator.endsWith('large-class-count')) return datum;
  const factor = random() < 0.1 ? 1 : 0.94 + random() * 0.12;
  const moved = datum.value.mul(factor.toFixed(4));
  const isRate = indicatorOf(datum.indicator)?.kind === 'percent' || datum.unit === '%';
  const whole = datum.value.isInteger() && !isRate;
  const value = isRate
    ? Decimal.min(100, moved.toDecimalPlaces(2))
    : moved.toDecimalPlaces(whole ? 0 : datum.value.decimalPlaces());
  return { ...datum, value };
}

function shakenSchool(school: SchoolRow, random: () => number): SchoolRow {
  const teachers = school.amounts.get('full-time-teachers') ?? new Decimal(1);
  const amounts = [...school.amounts].map(([id, amount]): [string, Decimal] => {
    if (id === 'pupils' || id === 'full-time-teachers') return [id, amount];
    const moved = amount.mul((0.4 + random() * 1.2).toFixed(3)).ceil();
    return [id, id.startsWith('teachers-') ? Decimal.min(moved, teachers) : moved];
  });
  return { ...school, amounts: new Map(amounts) };
}
