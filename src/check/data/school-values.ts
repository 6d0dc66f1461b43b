import type { Dataset, SchoolPart, SchoolRow } from '../../model/dataset.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Stage } from '../../model/figure.ts';
import { exactly } from '../../quantities/interval.ts';
import { compositeCoefficient } from '../../standards/difference-coefficient.ts';
import { splitCombinedSchools } from '../../standards/combined-schools.ts';
import { EIGHT } from '../../standards/computed.ts';
import { deduct } from '../../standards/deduct.ts';
import {
  type IndicatorOfStage,
  indicatorOfStage,
  PER_PUPIL_INDICATORS,
  perPupilIndicatorOf,
  schoolsInScope,
} from '../../standards/school-indicators.ts';
import type { Standard } from '../../standards/standard.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import type { CountyValue } from './county-values.ts';
import { valuesOfSchool } from './one-school.ts';
import { named, rowRanges, sumOf } from './school-sums.ts';

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
 * @param standard the one in force: which schools it leaves out, and what it takes off an amount for its indicators; null where none
 * is known, and the table's own reading holds
 */
export function schoolTable({ schools: stated }: Dataset, standard: Standard | null): SchoolTable {
  const { schools } = splitCombinedSchools(stated);
  const inScope = new Set(
    standard === null
      ? schools.filter(({ excluded }) => excluded === null)
      : (['小学', '初中'] as const).flatMap((stage) => schoolsInScope(schools, stage, standard.excludes).counted),
  );
  const counted = (stage: SchoolPart): SchoolRow[] => schools.filter((row) => row.part === stage && inScope.has(row));
  const known = new Map<string, IndicatorOfStage>();
  const ofStage = (id: string, stage: SchoolPart): IndicatorOfStage | null => {
    const indicator = perPupilIndicatorOf(id);
    if (indicator === undefined) return null;
    const key = `${id}|${stage}`;
    const found =
      known.get(key) ?? indicatorOfStage(deduct(counted(stage), standard?.deductions ?? []).schools, indicator);
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
    for (const [index, [name, rows]] of subsets.entries()) {
      // a part that is all of it has its sum
      if (index > 0 && rows.length === all.length) continue;
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
  // What a school has per pupil follows the standard's deductions as the county's mean does; its areas themselves do not.
  const deductions = standard?.deductions ?? [];
  const taken = { stated: deduct(stated, deductions).schools, schools: deduct(schools, deductions).schools };
  const ofSchool = (rows: readonly SchoolRow[], id: string): CountyValue[] => {
    if (perPupilIndicatorOf(id) === undefined) return valuesOfSchool(stated, schools, rows, id);
    const own = rows.map((row) => taken.stated[stated.indexOf(row)] ?? row);
    return valuesOfSchool(taken.stated, taken.schools, own, id);
  };
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
