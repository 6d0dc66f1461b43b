import type { Dataset, SchoolPart } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Stage } from '../../model/figure.ts';
import { exactly } from '../../quantities/interval.ts';
import { ADDITIVE, COMPUTED, type Rule } from '../../standards/computed.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { type CountyValue, ownStage, type StatedValues, statedValues } from './county-values.ts';
import { nameOf } from './names.ts';
import { type SchoolTable, schoolTable } from './school-values.ts';
import { yearBefore } from './years.ts';
import type { Standard } from '../../standards/standard.ts';

const PARTS: readonly SchoolPart[] = ['小学', '初中'];
/** The schools of a county are told without a stage together with those of several stages. */
const ALL_SCHOOLS: readonly string[] = ['combined-school-count', 'complete-middle-school-count'];

/** All that a workbook says of its county, stated or computed. */
export interface CountyData {
  readonly dataset: Dataset;
  readonly stated: StatedValues;
  readonly schools: SchoolTable;
  /**
   * The values of a name at a period, the most authoritative first: what a cell states, what follows from cells, what follows from
   * the school table. An office answers for a stated number; one that follows beside it holds under another definition.
   */
  values(id: string, stage: Stage | null, period: string): readonly CountyValue[];
}

/**
 * Makes the view of a workbook.
 * @param standard the one in force, by which schools and amounts are counted; null where none is known
 */
export function countyData(dataset: Dataset, standard: Standard | null = null): CountyData {
  const stated = statedValues(dataset);
  const schools = schoolTable(dataset, standard);
  const known = new Map<string, readonly CountyValue[]>();

  const values = (asked: string, stage: Stage | null, period: string): readonly CountyValue[] => {
    const { id } = nameOf(asked, dataset.county, null);
    const key = [id, stage, period].join('|');
    const before = known.get(key);
    if (before !== undefined) return before;
    // a name that is computed from itself would go round for ever
    known.set(key, []);
    const found = distinct([
      stated.find({ id, years: 1, stage, scope: null }, period),
      ...derived(id, ownStage(id, stage), period),
    ]);
    known.set(key, found);
    return found;
  };
  const first = (id: string, stage: Stage | null, period: string): CountyValue | null =>
    values(id, stage, period)[0] ?? null;

  const derived = (id: string, stage: Stage | null, period: string): (CountyValue | null)[] => {
    // of the figures of a report nobody says that the stages told are all of them, or that two are counted alike
    if (dataset.ofReport === true && dataset.schools.length === 0) return [];
    const now = period === dataset.year;
    const part = PARTS.find((one) => one === stage);
    const rule = COMPUTED.get(id);
    const ratio = indicatorOf(id)?.ratioOf;
    return [
      now && part ? schools.indicator(id, part) : null,
      rule && !ratio ? applied(rule, (one, back) => first(one, stage, back ? yearBefore(period) : period)) : null,
      ...(ratio ? ofRatio(ratio, stage, period) : []),
      stage === null ? overStages(id, period) : null,
      ...(now && id !== 'school-count' ? schools.sums(id, part ? [part] : stage === null ? PARTS : []) : []),
      ...(now && id === 'school-count' && part ? schools.sums(id, [part]) : []),
    ];
  };

  /** Of stated amounts if the workbook has both; otherwise both from the school table, so that they are of the same schools. */
  const ofRatio = (ratio: readonly [string, string, number], stage: Stage | null, period: string) => {
    const [above, below, times] = ratio;
    const both = [above, below].every((id) => values(id, stage, period)[0]?.loose !== true);
    const part = PARTS.find((one) => one === stage);
    const quotients = [quotient(first(above, stage, period), first(below, stage, period), times)];
    const table = period === dataset.year ? schools.ratios(above, below, times, part ? [part] : PARTS) : [];
    return both || table.length === 0 ? [...quotients, ...table] : [...table, ...quotients];
  };

  const overStages = (id: string, period: string): CountyValue | null => {
    if (!ADDITIVE.has(id)) return null;
    const parts = PARTS.map((stage) => first(id, stage, period));
    if (id !== 'school-count') return added(parts);
    const others = ALL_SCHOOLS.flatMap(
      (one) => stated.find({ id: one, years: 1, stage: null, scope: null }, period) ?? [],
    );
    return added([...parts, ...others]);
  };
  return { dataset, stated, schools, values };
}

/** A rule of {@link COMPUTED} on the values that it names; null where one of them is missing. */
function applied(rule: Rule, of: (id: string, yearBack: boolean) => CountyValue | null): CountyValue | null {
  switch (rule.how) {
    case 'sum':
      return added(rule.of.map((id) => of(id, false)));
    case 'difference': {
      const [a, b] = rule.of.map((id) => of(id, false));
      return a && b ? made(a.value.minus(b.value), [a, b], '－', a.unit) : null;
    }
    case 'share': {
      const [a, b] = rule.of.map((id) => of(id, false));
      return quotient(a ?? null, b ?? null, 100);
    }
    case 'growth':
      return growth(of(rule.of, false), of(rule.of, true));
  }
}

/** (now − before) ÷ before in percent; null where one is missing or there was nothing before. */
export function growth(now: CountyValue | null, before: CountyValue | null): CountyValue | null {
  if (!now || !before || before.value.isZero()) return null;
  const value = now.value.minus(before.value).div(before.value).times(100);
  const formula = `(${plain(now.value)}－${plain(before.value)})÷${plain(before.value)}×100%`;
  return { ...made(value, [now, before], '', '%'), formula };
}

/** a ÷ b, times 100 for a percentage; null where one is missing or b is nothing. */
export function quotient(a: CountyValue | null, b: CountyValue | null, times: number): CountyValue | null {
  if (!a || !b || b.value.isZero()) return null;
  const percent = times === 100 && a.unit === b.unit;
  const formula = `${plain(a.value)}÷${plain(b.value)}${times === 1 ? '' : percent ? '×100%' : `×${times}`}`;
  return { ...made(a.value.times(times).div(b.value), [a, b], '', percent ? '%' : a.unit), formula };
}

function added(parts: readonly (CountyValue | null)[]): CountyValue | null {
  const known = parts.flatMap((part) => part ?? []);
  if (known.length === 0 || known.length < parts.length) return null;
  const total = known.reduce((sum, { value }) => sum.plus(value), new Decimal(0));
  return made(total, known, '＋', known[0]?.unit ?? null);
}

/** A value made of others, with their cells, 口径 and arithmetic. */
function made(value: Decimal, of: readonly CountyValue[], sign: string, unit: string | null): CountyValue {
  const notes = [...new Set(of.flatMap(({ definition }) => definition ?? []))];
  return {
    value,
    interval: exactly(value),
    unit,
    cells: [...new Set(of.flatMap(({ cells }) => cells))],
    formula: of.map((one) => plain(one.value)).join(sign),
    definition: notes.length === 0 ? null : notes.join('；'),
    because: null,
  };
}

function plain(value: Decimal): string {
  return value.toDecimalPlaces(4).toFixed();
}

/** The first of equal values stands for them; those behind it hold by another reckoning, and say by which. */
function distinct(found: readonly (CountyValue | null)[]): CountyValue[] {
  const kept: CountyValue[] = [];
  for (const one of found) {
    if (one === null || kept.some(({ value }) => value.eq(one.value))) continue;
    const because = kept.length === 0 ? null : (one.because ?? `按${one.formula ?? '另一处的数'}计算`);
    kept.push({ ...one, because });
  }
  return kept;
}
