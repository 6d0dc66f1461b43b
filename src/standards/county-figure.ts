import type { Dataset, SchoolPart } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import type { StageAssessment } from './assessment.ts';

/** A figure of the county, given or computed, or what is missing for it. */
export type CountyFigure =
  | { readonly value: Decimal; readonly formula: string | null }
  | { readonly value: null; readonly missing: readonly string[] };

/** Number of schools in scope, which no cell states. */
const COUNTED = 'text:列入测算学校数';

/** Percentages that follow from counts: numerators and denominators are added up, then divided. */
const SHARES: Readonly<Record<string, readonly [parts: readonly string[], whole: readonly string[]]>> = {
  satisfaction: [['satisfaction-satisfied'], ['satisfaction-valid']],
  'disabled-enrolment-rate': [
    ['disabled-special-school', 'disabled-inclusive', 'disabled-home'],
    ['disabled-children'],
  ],
  'standard-attainment-rate': [['text:办学基本标准达标学校数'], [COUNTED]],
  'exchange-rate': [['exchanged-teachers'], ['text:符合交流条件教师数']],
};

/**
 * The county's figure for an indicator in the report's year: what the workbook states, else what follows from it. A stated figure
 * wins over a computed one, since an office answers for it; whether the two agree is another check.
 */
export function countyFigure(
  dataset: Dataset,
  stages: readonly StageAssessment[],
  indicator: string,
  stage: SchoolPart | null,
): CountyFigure {
  const stated = amount(dataset, stages, indicator, stage);
  if (stated !== null) return { value: stated, formula: null };
  const coefficient = coefficientOf(stages, indicator, stage);
  if (coefficient !== null) return coefficient;
  const share = SHARES[indicator];
  if (share === undefined) return { value: null, missing: [nameOf(indicator, stage)] };
  const [parts, whole] = share.map((ids) => ids.map((id) => ({ id, value: amount(dataset, stages, id, stage) })));
  const missing = [...(parts ?? []), ...(whole ?? [])].filter(({ value }) => value === null);
  if (missing.length > 0) return { value: null, missing: missing.map(({ id }) => nameOf(id, stage)) };
  const [above, below] = [total(parts ?? []), total(whole ?? [])];
  if (below.isZero()) return { value: null, missing: (whole ?? []).map(({ id }) => `${nameOf(id, stage)}（现为0）`) };
  return { value: above.times(100).div(below), formula: `${sumText(parts ?? [])}÷${sumText(whole ?? [])}×100` };
}

/** Name with stage, as people say it. */
export function nameOf(indicator: string, stage: SchoolPart | null = null): string {
  return `${stage ?? ''}${indicatorOf(indicator)?.name ?? indicator.replace(/^text:/, '')}`;
}

function amount(
  dataset: Dataset,
  stages: readonly StageAssessment[],
  indicator: string,
  stage: SchoolPart | null,
): Decimal | null {
  if (indicator === COUNTED) {
    const found = stages.find((assessed) => assessed.stage === stage);
    return found === undefined ? null : new Decimal(found.scope.counted.length);
  }
  const datum = dataset.data.find(
    (candidate) =>
      candidate.indicator === indicator &&
      candidate.stage === stage &&
      candidate.scope === null &&
      (candidate.period === null || candidate.period === dataset.year),
  );
  return datum?.value ?? null;
}

function coefficientOf(
  stages: readonly StageAssessment[],
  indicator: string,
  stage: SchoolPart | null,
): CountyFigure | null {
  const assessed = stages.find((candidate) => candidate.stage === stage);
  const found = assessed?.indicators.find((one) => one.indicator.coefficient === indicator);
  if (indicator !== 'cv-composite' && found === undefined) return null;
  const value = indicator === 'cv-composite' ? (assessed?.composite ?? null) : (found?.coefficient ?? null);
  if (value !== null) return { value, formula: indicator === 'cv-composite' ? '各项差异系数的平均数' : null };
  const holes = (found ? [found] : (assessed?.indicators ?? [])).filter((one) => one.coefficient === null);
  const missing = holes.map((one) => {
    const schools = one.missing.map(({ name }) => name);
    const names = schools.length > 3 ? `${schools.slice(0, 3).join('、')}等${schools.length}所` : schools.join('、');
    const isPupils = one.missing.some(({ amounts }) => amounts.has(one.indicator.amount));
    return `${names === '' ? '' : `${names}的`}${nameOf(isPupils ? 'pupils' : one.indicator.amount)}`;
  });
  return { value: null, missing: missing.length > 0 ? missing : [`学校表中的${stage ?? '学校'}`] };
}

function total(terms: readonly { value: Decimal | null }[]): Decimal {
  return terms.reduce((sum, { value }) => sum.plus(value ?? 0), new Decimal(0));
}

function sumText(terms: readonly { value: Decimal | null }[]): string {
  const text = terms.map(({ value }) => (value ?? new Decimal(0)).toString()).join('+');
  return terms.length > 1 ? `(${text})` : text;
}
