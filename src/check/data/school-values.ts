import type { Dataset, SchoolPart, SchoolRow } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Stage } from '../../model/figure.ts';
import { exactly } from '../../quantities/interval.ts';
import { compositeCoefficient } from '../../standards/difference-coefficient.ts';
import { SHARED_AMOUNTS } from '../../read/workbook/shared-conditions.ts';
import { splitCombinedSchools } from '../../standards/combined-schools.ts';
import { EIGHT } from '../../standards/computed.ts';
import {
  type IndicatorOfStage,
  indicatorOfStage,
  PER_PUPIL_INDICATORS,
  type PerPupilIndicator,
  perPupilIndicatorOf,
  schoolsInScope,
} from '../../standards/school-indicators.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import type { CountyValue } from './county-values.ts';

const FINEST = 12;
const COUNTED = '列入测算的学校';
const COUNTED_SCHOOLS = 'text:列入测算学校数';

/** What the school table gives for a stage of the county. */
export interface SchoolTable {
  /** Difference coefficients, county means of the per-pupil indicators, the number of schools in scope; null for other names. */
  indicator(id: string, stage: SchoolPart): CountyValue | null;
  /**
   * Sums of a raw amount: over all schools of the table, and over fewer of them, as the rules of the coefficient or a habit of
   * counting have it. The first is the one to expect; equal ones are told once.
   */
  sums(id: string, stages: readonly SchoolPart[]): readonly CountyValue[];
  /** A ratio of two raw amounts, over the schools in scope and over all. */
  ratios(part: string, whole: string, times: number, stages: readonly SchoolPart[]): readonly CountyValue[];
  /** The sum of a raw amount over the schools of one kind of owner (民办, 公办); null for other scopes. */
  owned(id: string, stage: Stage | null, scope: string): CountyValue | null;
  /** What the table gives for the rows of one school, see {@link valuesOfSchool}. */
  ofSchool(rows: readonly SchoolRow[], id: string): readonly CountyValue[];
}

/**
 * Reads a workbook's school table; a sum with a hole in it is no sum and is not given. What a combined school states as a whole is
 * divided among its parts before anything is added up.
 * @param excludes the categories that the standard in force leaves out; null where none is known, and the table's own reading holds
 */
export function schoolTable({ schools: stated }: Dataset, excludes: readonly string[] | null): SchoolTable {
  const { schools } = splitCombinedSchools(stated);
  const inScope = new Set(
    excludes === null
      ? schools.filter(({ excluded }) => excluded === null)
      : (['小学', '初中'] as const).flatMap((stage) => schoolsInScope(schools, stage, excludes).counted),
  );
  const counted = (stage: SchoolPart): SchoolRow[] => schools.filter((row) => row.part === stage && inScope.has(row));
  const known = new Map<string, IndicatorOfStage>();
  const ofStage = (id: string, stage: SchoolPart): IndicatorOfStage | null => {
    const indicator = perPupilIndicatorOf(id);
    if (indicator === undefined) return null;
    const key = `${id}|${stage}`;
    const found = known.get(key) ?? indicatorOfStage(counted(stage), indicator);
    known.set(key, found);
    return found;
  };
  const computed = (value: Decimal, unit: string | null, formula: string, rows: readonly SchoolRow[]): CountyValue => ({
    value,
    interval: exactly(value),
    unit,
    cells: rowRanges(rows),
    formula,
    definition: null,
    because: null,
  });

  const indicator = (id: string, stage: SchoolPart): CountyValue | null => {
    const rows = counted(stage);
    if (rows.length === 0) return null;
    if (id === COUNTED_SCHOOLS) return computed(new Decimal(rows.length), '所', `${COUNTED}的所数`, rows);
    if (id === 'cv-composite') {
      const singles = EIGHT.map((one) => ofStage(one.id, stage)?.coefficient ?? null);
      if (singles.includes(null)) return null;
      const mean = compositeCoefficient(singles as Decimal[]);
      return mean && computed(mean, null, `${COUNTED}八项指标差异系数的平均数`, rows);
    }
    const single = PER_PUPIL_INDICATORS.find(({ coefficient }) => coefficient === id);
    if (single !== undefined) {
      const coefficient = ofStage(single.id, stage)?.coefficient ?? null;
      return coefficient && computed(coefficient, null, `${COUNTED}按在校生数加权的差异系数`, rows);
    }
    const mean = ofStage(id, stage);
    if (mean === null || mean.mean === null || mean.missing.length > 0) return null;
    const { amount, per } = mean.indicator;
    const formula = `${COUNTED}${named(amount)}之和÷在校生数之和${per === 100 ? '×100' : ''}`;
    return computed(mean.mean, indicatorOf(id)?.unit ?? null, formula, rows);
  };

  const sums = (id: string, stages: readonly SchoolPart[]): CountyValue[] => {
    const all = schools.filter(({ part }) => stages.includes(part));
    const subsets: readonly (readonly [name: string, rows: readonly SchoolRow[]])[] = [
      ['学校表中全部学校', all],
      [COUNTED, all.filter((row) => inScope.has(row))],
      ['学校表中不含教学点的学校', all.filter(({ type }) => type !== '教学点')],
      ['学校表中的公办学校', all.filter(({ owner }) => owner !== '民办')],
    ];
    const found: CountyValue[] = [];
    for (const [name, rows] of subsets) {
      const value = id === 'school-count' ? new Decimal(new Set(rows.map((row) => row.name)).size) : sumOf(rows, id);
      if (value === null || rows.length === 0 || found.some((one) => one.value.eq(value))) continue;
      const formula = `${name}${id === 'school-count' ? '的所数' : `${named(id)}之和`}`;
      found.push({ ...computed(value, indicatorOf(id)?.unit ?? null, formula, rows), because: `按${name}计` });
    }
    return found.length > 1 ? found.map((one) => ({ ...one, loose: true })) : found;
  };

  const ratios = (part: string, whole: string, times: number, stages: readonly SchoolPart[]): CountyValue[] => {
    const all = schools.filter((row) => stages.includes(row.part));
    const subsets = [
      [COUNTED, all.filter((row) => inScope.has(row))],
      ['学校表中全部学校', all],
    ] as const;
    return subsets.flatMap(([name, rows]) => {
      const [above, below] = [sumOf(rows, part), sumOf(rows, whole)];
      if (above === null || below === null || below.isZero()) return [];
      const formula = `${name}${named(part)}÷${named(whole)}${times === 1 ? '' : `×${times}`}`;
      const value = computed(above.times(times).div(below), times === 100 ? '%' : null, formula, rows);
      return [{ ...value, because: `按${name}计`, loose: true }];
    });
  };
  const ofSchool = (rows: readonly SchoolRow[], id: string): CountyValue[] => valuesOfSchool(stated, schools, rows, id);
  const owned = (id: string, stage: Stage | null, scope: string): CountyValue | null => {
    if (scope !== '民办' && scope !== '公办') return null;
    if (stage !== null && stage !== '小学' && stage !== '初中') return null;
    const rows = schools.filter(
      ({ owner, part }) => (owner === '民办') === (scope === '民办') && (stage === null || part === stage),
    );
    const value = id === 'school-count' || rows.length === 0 ? null : sumOf(rows, id);
    return value && computed(value, indicatorOf(id)?.unit ?? null, `学校表中的${scope}学校${named(id)}之和`, rows);
  };
  return { indicator, sums, ratios, owned, ofSchool };
}

/**
 * What the table gives for one school: an amount, or a value per pupil. Both parts of a combined school count together; of what
 * it states as a whole (areas, books…) its parts are told divided, and whole, since texts do either.
 * @param stated the table as entered, @param divided the same rows after the division
 */
function valuesOfSchool(
  stated: readonly SchoolRow[],
  divided: readonly SchoolRow[],
  rows: readonly SchoolRow[],
  id: string,
): CountyValue[] {
  const [first] = rows;
  if (first === undefined) return [];
  const perPupil = perPupilIndicatorOf(id);
  const amount = perPupil?.amount ?? id;
  const parts = stated.filter(({ name }) => name === first.name);
  const isWhole = rows.some(({ conditions }) => conditions === 'whole') && SHARED_AMOUNTS.includes(amount);
  const told = (value: Decimal | null, formula: string | null, of: readonly SchoolRow[]): CountyValue[] =>
    value === null
      ? []
      : [
          {
            value,
            interval: exactly(value),
            unit: indicatorOf(id)?.unit ?? null,
            cells: rowRanges(of),
            formula,
            definition: null,
            because: null,
          },
        ];
  const ratio = perPupil ? `${named(perPupil.amount)}÷在校生数` : null;
  if (!isWhole) {
    const value = perPupil === undefined ? sumOf(rows, id) : perPupilOf(rows, perPupil);
    return told(value, ratio ?? (rows.length > 1 ? '各学段之和' : null), rows);
  }
  const whole = wholeOf(parts, amount);
  const pupils = allPupils(parts);
  const ofWhole = perPupil === undefined ? whole : whole && pupils && whole.times(perPupil.per).div(pupils);
  const found = told(ofWhole, ratio && `全校${ratio}`, parts);
  if (rows.length === parts.length && rows.length > 1) return found;
  const share = rows.flatMap((row) => divided[stated.indexOf(row)] ?? []);
  const ofPart = perPupil === undefined ? sumOf(share, id) : perPupilOf(share, perPupil);
  return [...told(ofPart, ratio ?? '全校数按学段折算', rows), ...found];
}

/** Stated in the row of one part or alike in all. */
function wholeOf(parts: readonly SchoolRow[], amount: string): Decimal | null {
  const values = parts.flatMap(({ amounts }) => amounts.get(amount) ?? []);
  const [first] = values;
  return first !== undefined && values.every((value) => value.eq(first)) ? first : null;
}

/** Those of the senior stage among them, since they use the same rooms. */
function allPupils(parts: readonly SchoolRow[]): Decimal | null {
  const own = sumOf(parts, 'pupils');
  const [senior] = parts.flatMap(({ amounts }) => amounts.get('senior-pupils') ?? []);
  const all = own?.plus(senior ?? 0) ?? null;
  return all?.gt(0) ? all : null;
}

function perPupilOf(rows: readonly SchoolRow[], { amount, per }: PerPupilIndicator): Decimal | null {
  const [above, pupils] = [sumOf(rows, amount), sumOf(rows, 'pupils')];
  return above === null || pupils === null || pupils.lte(0) ? null : above.times(per).div(pupils);
}

function sumOf(rows: readonly SchoolRow[], id: string): Decimal | null {
  if (rows.length === 0 || rows.some(({ amounts }) => !amounts.has(id))) return null;
  // the shares of a whole are no round numbers, their sum is one again
  return rows.reduce((sum, { amounts }) => sum.plus(amounts.get(id) ?? 0), new Decimal(0)).toDecimalPlaces(FINEST);
}

/** Rows as few readable places. */
function rowRanges(rows: readonly SchoolRow[]): string[] {
  const ranges: { sheet: string; from: number; to: number }[] = [];
  for (const { source } of rows) {
    const last = ranges.at(-1);
    if (last !== undefined && last.sheet === source.sheet && source.row === last.to + 1) last.to = source.row;
    else ranges.push({ sheet: source.sheet, from: source.row, to: source.row });
  }
  return ranges.map(({ sheet, from, to }) => `${sheet}!${from === to ? `第${from}行` : `第${from}—${to}行`}`);
}

function named(id: string): string {
  return indicatorOf(id)?.name ?? id.replace(/^text:/u, '');
}
