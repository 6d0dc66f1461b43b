import type { Dataset, SchoolRow } from '../../model/dataset.ts';
import type { Decimal } from '../../model/decimal.ts';
import { assess } from '../assess.ts';
import type { Assessment, LimitOutcome } from '../assessment.ts';
import type { Standard } from '../standard.ts';

/** By how much the pupils are taken to change each year, and for how many years. */
export interface Growth {
  /** 0.03 for three per cent; may be negative, above −1. */
  readonly rate: Decimal;
  readonly years: number;
}

/** The county with other pupils and everything else as it is. */
export interface GrowthStep {
  /** `2027年`, or 预计学生数 for what the workbook foresees. */
  readonly label: string;
  readonly assessment: Assessment;
  /** Marks of schools that are kept now and are missed then, and were not yet missed a step before. */
  readonly newlyMissed: readonly LimitOutcome[];
  /** Schools that pass their rule now and do not then; those of a step before left out. */
  readonly newlyFailing: readonly SchoolRow[];
}

/**
 * What becomes of the indicators when the pupils change and nothing is added: step by step by one rate for all, and by the 预计学生数
 * of the workbook where schools give one (the others keep their pupils). Pupils are rounded to whole ones. The scope is judged
 * anew at each step: a teaching point may grow out of being too small to count.
 */
export function growthSteps(
  dataset: Dataset,
  standard: Standard,
  now: Assessment,
  growth: Growth | null,
): GrowthStep[] {
  // other pupils change nothing in rules on money
  if (standard.coefficients.length === 0 && standard.limits.every(({ level }) => level !== 'school')) return [];
  const scenarios: { label: string; schools: SchoolRow[] }[] = [];
  if (dataset.schools.some(({ amounts }) => amounts.has('expected-pupils'))) {
    const schools = dataset.schools.map((school) => withPupils(school, school.amounts.get('expected-pupils') ?? null));
    scenarios.push({ label: '预计学生数', schools });
  }
  for (const [year, factor] of factorsOf(growth)) {
    const schools = dataset.schools.map((school) =>
      withPupils(school, school.amounts.get('pupils')?.times(factor).toDecimalPlaces(0) ?? null),
    );
    const first = Number(dataset.year);
    scenarios.push({ label: Number.isInteger(first) && first > 0 ? `${first + year}年` : `${year}年后`, schools });
  }
  const steps: GrowthStep[] = [];
  for (const { label, schools } of scenarios) {
    const assessment = assess({ ...dataset, schools }, standard);
    // what the workbook foresees is a step of its own, not one of the row of years
    const before = [now, ...(label === '预计学生数' ? [] : steps.filter((step) => step.label !== '预计学生数'))];
    const known = new Set(before.flatMap((step) => missedKeys('assessment' in step ? step.assessment : step)));
    const failing = new Set(before.flatMap((step) => failingKeys('assessment' in step ? step.assessment : step)));
    steps.push({
      label,
      assessment,
      newlyMissed: missedMarks(assessment).filter((outcome) => !known.has(markKey(outcome))),
      newlyFailing: assessment.schools
        .filter(({ school, verdict }) => verdict !== 'holds' && !failing.has(schoolKey(school)))
        .map(({ school }) => school),
    });
  }
  return steps;
}

/** The years, from 1, and by how much the pupils have then grown. */
function factorsOf(growth: Growth | null): [year: number, factor: Decimal][] {
  if (growth === null) return [];
  return Array.from({ length: growth.years }, (_, index) => [index + 1, growth.rate.plus(1).pow(index + 1)]);
}

function withPupils(school: SchoolRow, pupils: Decimal | null): SchoolRow {
  if (pupils === null || pupils.lte(0)) return school;
  return { ...school, amounts: new Map([...school.amounts, ['pupils', pupils]]) };
}

function missedMarks({ limits, schools }: Assessment): LimitOutcome[] {
  return [
    ...schools.flatMap(({ missed }) => missed),
    ...limits.filter(({ school, gap }) => school !== null && gap !== null),
  ];
}

function missedKeys(assessment: Assessment): string[] {
  return missedMarks(assessment).map(markKey);
}

function failingKeys({ schools }: Assessment): string[] {
  return schools.filter(({ verdict }) => verdict !== 'holds').map(({ school }) => schoolKey(school));
}

function markKey({ limit, school }: LimitOutcome): string {
  return `${limit.id}|${school === null ? '' : schoolKey(school)}`;
}

function schoolKey({ name, part }: SchoolRow): string {
  return `${name}|${part}`;
}
