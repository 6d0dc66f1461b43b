import type { Dataset, Datum, SchoolPart, SchoolRow } from '../model/dataset.ts';
import type { Stage } from '../model/figure.ts';
import { PER_PUPIL_INDICATORS, perPupilIndicatorOf } from '../standards/school-indicators.ts';
import type { Limit, Standard } from '../standards/standard.ts';
import { FACTOR, type Multiplier } from '../quantities/print.ts';
import { INDICATORS, indicatorOf } from '../vocabulary/index.ts';
import { difference, growth, share, sum } from './arithmetic.ts';
import { ADDITIVE, COMPUTED, EIGHT, type Rule, SCHOOL_SUMS } from '../standards/computed.ts';
import type { ReportKind } from './kind.ts';
import { type Found, Missing, type PrintHabit, Quantity } from './quantity.ts';
import { gateReached, REACHED } from './gate.ts';
import { type CountyOutcomes, countyOutcomes } from './outcomes.ts';
import type { QuantityReference } from './reference.ts';
import type { SchoolScope } from './school-view.ts';
import { countedSchools, schoolValue } from './schools.ts';

/** What a template asks for: an indicator, a stage, and how many years from the report's year (0, −1, −2…). */
export interface Reference {
  readonly indicator: string;
  readonly stage: Stage | null;
  readonly offset: number;
}

/** The data of a county as a template sees them: every named quantity, given or computed, with its origin. */
export interface DataView {
  readonly dataset: Dataset;
  /** The report's year, `-1` the one before. */
  year(offset: number): string;
  find(reference: Reference): Found;
  /** The limit of a regulation, as a quantity whose origin is the regulation. */
  limit(indicator: string, stage: Stage | null): Found;
  /** What the assessment of the kind's own standard says of schools, coefficients and items; null where the kind names none. */
  outcomes(): CountyOutcomes | null;
  /** The school parts of a stage that the kind's standard counts, combined schools divided. */
  counted(part: SchoolPart): readonly SchoolRow[];
  /** Whether a template may ask for this name at all; a slip in a template is an error, not a gap. */
  knows(indicator: string): boolean;
  /** The school whose report it is; absent in a county's. */
  readonly school?: SchoolScope;
  /** The names that a template may have meant by one that is none. */
  readonly names: readonly string[];
}

/** Also those that the vocabulary has no entry for: 每百名学生拥有网络多媒体教室数差异系数. */
const COEFFICIENTS: ReadonlySet<string> = new Set(PER_PUPIL_INDICATORS.map(({ coefficient }) => coefficient));
const PLACES: Readonly<Record<string, number>> = { 元: 2, '%': 2, 平方米: 0, 分: 1 };

/** Makes the view of a dataset for a report kind. */
export function dataView(dataset: Dataset, kind: ReportKind, standards: readonly Standard[]): DataView {
  const byKey = new Map<string, Datum>();
  for (const datum of dataset.data) {
    if (datum.scope !== null) continue;
    byKey.set(keyOf(datum.indicator, datum.stage, datum.period ?? dataset.year), datum);
  }
  const units = new Map(kind.needs.flatMap((need) => (need.unit === undefined ? [] : [[need.indicator, need.unit]])));
  const asked = new Set(kind.needs.map((need) => need.indicator));

  // The one that says which schools count; a kind may name others besides, for their limits.
  const judging = standards.find(({ coefficients }) => coefficients.length > 0) ?? null;
  const aligned = new Map<string, number>();

  const year = (offset: number): string => shiftYear(dataset.year, offset);

  const label = ({ indicator, stage, offset }: Reference): string =>
    `${offset === 0 ? '' : `${year(offset)}年`}${stage ?? ''}${nameOf(indicator)}`;

  const habit = (indicator: string, unit: string | null): PrintHabit => {
    const known = indicatorOf(indicator);
    if (COEFFICIENTS.has(indicator)) return { unit: null, kind: 'coefficient', places: 3, fixed: true };
    const kindOf = known?.kind ?? (unit === '%' ? 'percent' : unit === '元' ? 'money' : 'count');
    const places = known?.places ?? PLACES[unit ?? ''] ?? 0;
    const isAligned = kindOf === 'money' || kindOf === 'percent';
    return {
      unit: known === undefined ? unit : known.unit,
      kind: kindOf,
      places,
      fixed: kindOf === 'coefficient' || perPupilIndicatorOf(indicator) !== undefined,
      ...(isAligned ? { aligned: (multiplier) => placesOf(indicator, places, multiplier) } : {}),
    };
  };

  /** The most decimals that any year or stage of the indicator has, within those it may have. */
  const placesOf = (indicator: string, places: number, multiplier: Multiplier | null): number => {
    const key = `${indicator}|${multiplier ?? ''}`;
    const before = aligned.get(key);
    if (before !== undefined) return before;
    const most = multiplier === null ? places : Math.max(places, 2);
    const own = dataset.data
      .filter((datum) => datum.indicator === indicator && datum.scope === null)
      .map(({ value }) => value.div(multiplier === null ? 1 : FACTOR[multiplier]).decimalPlaces());
    // Rates that no cell holds are computed, and have all their decimals.
    const found =
      own.length === 0 ? (multiplier === null && COMPUTED.has(indicator) ? most : 0) : Math.min(most, Math.max(...own));
    aligned.set(key, found);
    return found;
  };

  // A composite coefficient is asked for a dozen times and costs eight passes over the schools.
  const known = new Map<string, Found>();
  const find = (reference: Reference): Found => {
    const key = keyOf(reference.indicator, reference.stage, String(reference.offset));
    const before = known.get(key);
    if (before !== undefined) return before;
    const looked = look(reference);
    const found = looked instanceof Quantity ? new Quantity({ ...looked, reference: referenceOf(reference) }) : looked;
    known.set(key, found);
    return found;
  };

  const look = (reference: Reference): Found => {
    const { indicator, stage, offset } = reference;
    const datum = byKey.get(keyOf(indicator, stage, year(offset)));
    if (datum !== undefined) {
      return new Quantity({
        ...datum,
        period: year(offset),
        label: label(reference),
        habit: habit(indicator, datum.unit ?? baseUnit(units.get(indicator))),
      });
    }
    return fromSchools(reference) ?? fromRule(reference) ?? fromStages(reference) ?? new Missing(label(reference));
  };

  const fromSchools = (reference: Reference): Found | null => {
    const { indicator, stage, offset } = reference;
    if ((stage !== '小学' && stage !== '初中') || offset !== 0) return null;
    const found =
      indicator === REACHED
        ? gateReached(dataset, stage)
        : schoolValue(dataset, indicator, stage satisfies SchoolPart, judging);
    if (found === null) return null;
    if ('wanted' in found) return new Missing(label(reference), found.wanted);
    const unit = indicator === 'text:列入测算学校数' || indicator === REACHED ? '所' : '人';
    return new Quantity({
      indicator,
      stage,
      period: year(0),
      label: label(reference),
      value: found.value,
      habit: habit(indicator, unit),
      source: found.source,
      definition: '学校表中列入测算的学校',
      asOf: null,
      office: null,
    });
  };

  const fromRule = (reference: Reference): Found | null => {
    const rule = COMPUTED.get(reference.indicator);
    if (rule === undefined) return null;
    const known = indicatorOf(reference.indicator);
    const name = {
      label: label(reference),
      indicator: reference.indicator,
      ...(known === undefined ? {} : { habit: habit(reference.indicator, known.unit) }),
    };
    return apply(rule, reference, name);
  };

  const apply = (rule: Rule, reference: Reference, name: Parameters<typeof sum>[1]): Found => {
    const at = (indicator: string, back = 0): Found =>
      find({ ...reference, indicator, offset: reference.offset - back });
    switch (rule.how) {
      case 'sum':
        return sum(
          rule.of.map((id) => at(id)),
          name,
        );
      case 'difference':
        return difference(at(rule.of[0]), at(rule.of[1]), name);
      case 'share':
        return share(at(rule.of[0]), at(rule.of[1]), name);
      case 'growth':
        return growth(at(rule.of), at(rule.of, 1), name);
    }
  };

  const fromStages = (reference: Reference): Found | null => {
    if (reference.stage !== null || !ADDITIVE.has(reference.indicator)) return null;
    const parts = (['小学', '初中'] as const).map((stage) => find({ ...reference, stage }));
    return sum(parts, { label: label(reference), indicator: reference.indicator });
  };

  const limit = (indicator: string, stage: Stage | null): Found => {
    const told = standards.find((standard) => countyLimit(standard, indicator, stage) !== undefined);
    const entry = told === undefined ? undefined : countyLimit(told, indicator, stage);
    const name = `${stage ?? ''}${nameOf(indicator)}标准值`;
    if (told === undefined || entry === undefined) return new Missing(name);
    const own = habit(indicator, baseUnit(units.get(indicator)) ?? entry.unit);
    return new Quantity({
      indicator,
      stage,
      period: year(0),
      label: name,
      value: entry.value,
      reference: { limit: indicator, stage },
      // A limit prints as its regulation words it: 0.65, not 0.650.
      habit: { ...own, fixed: false, aligned: () => 0 },
      source: { regulation: `《${told.name}》（${told.number}）：${entry.clause}` },
      definition: null,
      asOf: null,
      office: null,
    });
  };

  let judged: CountyOutcomes | null | undefined;
  const outcomes = (): CountyOutcomes | null => {
    judged ??= judging === null ? null : countyOutcomes(dataset, judging);
    return judged;
  };

  const knows = (indicator: string): boolean =>
    asked.has(indicator) ||
    standards.some(({ limits }) => limits.some((limit) => limit.indicator === indicator)) ||
    indicatorOf(indicator) !== undefined ||
    COMPUTED.has(indicator) ||
    SCHOOL_SUMS.has(indicator) ||
    indicator === 'text:列入测算学校数' ||
    EIGHT.some((one) => one.id === indicator || one.coefficient === indicator);

  const counted = (part: SchoolPart): readonly SchoolRow[] => countedSchools(dataset, part, judging);

  const names = [...asked, ...INDICATORS.map(({ id }) => id), ...COMPUTED.keys()];

  return { dataset, year, find, limit, outcomes, counted, knows, names };
}

/** `2018` → `2017`; `2018-2019学年` → `2017-2018学年`. */
export function shiftYear(year: string, offset: number): string {
  return year.replace(/\d{4}/g, (digits) => String(Number(digits) + offset));
}

/** The Chinese name of an indicator, without stage. */
export function nameOf(indicator: string): string {
  return indicatorOf(indicator)?.name ?? indicator.replace(/^text:/, '');
}

/** The mark of the county as a whole; where there is none, that of every school (七项指标, 班额). */
function countyLimit(standard: Standard, indicator: string, stage: Stage | null): Limit | undefined {
  const found = standard.limits.filter((limit) => limit.indicator === indicator && limit.stage === stage);
  return found.find(({ level }) => level === 'county') ?? found[0];
}

function referenceOf({ indicator, stage, offset }: Reference): QuantityReference {
  return { of: indicator, stage, offset };
}

function keyOf(indicator: string, stage: Stage | null, period: string): string {
  return `${indicator}|${stage ?? ''}|${period}`;
}

function baseUnit(unit: string | undefined): string | null {
  return unit?.replace(/^[万亿](?=.)/, '') ?? null;
}
