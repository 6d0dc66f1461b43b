import type { Dataset, SchoolPart } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { nameOf } from './amount-name.ts';
import type { StageAssessment } from './assessment.ts';
import { ADDITIVE } from './computed.ts';
import type { Limit } from './standard.ts';

export { nameOf };

/** A figure of the county, given or computed, or what is missing for it. */
export type CountyFigure =
  | { readonly value: Decimal; readonly formula: string | null }
  | { readonly value: null; readonly missing: readonly string[] };

/** Number of schools in scope, which no cell states. */
const COUNTED = 'text:列入测算学校数';

/** What follows from other figures: numerators and denominators are added up, then divided; times `per`. */
interface Share {
  readonly parts: readonly string[];
  readonly whole: readonly string[];
  readonly per: 1 | 100;
}

const SHARES: Readonly<Record<string, Share>> = {
  satisfaction: percentage(['satisfaction-satisfied'], ['satisfaction-valid']),
  'disabled-enrolment-rate': percentage(
    ['disabled-special-school', 'disabled-inclusive', 'disabled-home'],
    ['disabled-children'],
  ),
  'standard-attainment-rate': percentage(['text:办学基本标准达标学校数'], [COUNTED]),
  'exchange-rate': percentage(['exchanged-teachers'], ['text:符合交流条件教师数']),
  'migrant-public-rate': percentage(['text:公办学校就读随迁子女数'], ['migrant-pupils']),
  'education-share': percentage(['education-budget'], ['fiscal-expenditure']),
  'text:骨干教师占交流轮岗教师比例': percentage(['text:交流骨干教师数'], ['exchanged-teachers']),
  'text:教师培训经费占公用经费比例': percentage(['teacher-training-funds'], ['text:义务教育学校公用经费预算总额']),
  'text:全县教师培训经费占公用经费预算总额的比例': percentage(
    ['teacher-training-funds'],
    ['text:义务教育学校公用经费预算总额'],
  ),
  'text:教师与公务员平均工资之比': { parts: ['teacher-average-pay'], whole: ['civil-servant-average-pay'], per: 1 },
  'text:地方教育附加与教育费附加之比': { parts: ['local-education-surcharge'], whole: ['education-surcharge'], per: 1 },
  'text:教职工与学生之比': { parts: ['pupils'], whole: ['staff'], per: 1 },
};

/** How a figure is asked for. */
export interface FigureQuery extends Pick<Limit, 'indicator' | 'stage'> {
  /** Other names that a county may have given it in its workbook; `…` stands for any words between. */
  readonly names?: readonly string[];
}

/**
 * The county's figure for an indicator in the report's year: what the workbook states, else what follows from it. A stated figure
 * wins over a computed one, since an office answers for it; whether the two agree is another check.
 *
 * @param year another than the report's
 */
export function countyFigure(
  dataset: Dataset,
  stages: readonly StageAssessment[],
  { indicator, stage, names = [] }: FigureQuery,
  year: string = dataset.year,
): CountyFigure {
  const source = { dataset, stages, year };
  const stated = amount(source, indicator, stage, names);
  if (stated !== null) return { value: stated, formula: null };
  const isNow = year === dataset.year;
  const coefficient = isNow
    ? (coefficientOf(stages, indicator, stage) ?? largestClass(stages, indicator, stage))
    : null;
  if (coefficient !== null) return coefficient;
  const share = SHARES[indicator];
  if (share === undefined) return { value: null, missing: [nameOf(indicator, stage)] };
  const [parts, whole] = [share.parts, share.whole].map((ids) =>
    ids.map((id) => ({ id, value: amount(source, id, stage) })),
  );
  const missing = [...(parts ?? []), ...(whole ?? [])].filter(({ value }) => value === null);
  if (missing.length > 0) return { value: null, missing: missing.map(({ id }) => nameOf(id, stage)) };
  const [above, below] = [total(parts ?? []), total(whole ?? [])];
  if (below.isZero()) return { value: null, missing: (whole ?? []).map(({ id }) => `${nameOf(id, stage)}（现为0）`) };
  const factor = share.per === 1 ? '' : '×100';
  return {
    value: above.times(share.per).div(below),
    formula: `${sumText(parts ?? [])}÷${sumText(whole ?? [])}${factor}`,
  };
}

/** Where figures are looked for. */
interface Source {
  readonly dataset: Dataset;
  readonly stages: readonly StageAssessment[];
  readonly year: string;
}

function amount(
  { dataset, stages, year }: Source,
  indicator: string,
  stage: SchoolPart | null,
  names: readonly string[] = [],
): Decimal | null {
  if (indicator === COUNTED) {
    // the school table is that of its year, and says nothing of another
    const counted = stages
      .filter((one) => stage === null || one.stage === stage)
      .map(({ scope }) => scope.counted.length);
    if (year !== dataset.year || counted.length === 0) return null;
    return new Decimal(counted.reduce((sum, count) => sum + count));
  }
  const patterns = names.map(patternOf);
  const of = (wanted: SchoolPart | null) =>
    dataset.data.find(
      (candidate) =>
        (candidate.indicator === indicator || patterns.some((pattern) => pattern.test(candidate.indicator))) &&
        candidate.stage === wanted &&
        candidate.scope === null &&
        (candidate.period === year || (candidate.period === null && year === dataset.year)),
    )?.value ?? null;
  const own = of(stage);
  if (own !== null || !ADDITIVE.has(indicator)) return own;
  // asked for a stage, one of the two is what was not found just now
  const [primary, junior] = [of('小学'), of('初中')];
  return primary === null || junior === null ? null : primary.plus(junior);
}

/** A name that a standard knows a figure by, as the workbook may have it in full. */
function patternOf(name: string): RegExp {
  const words = name.split('…').map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`));
  return new RegExp(`^text:.{0,8}${words.join('.*')}$`, 'u');
}

/** The largest class of a stage, or of the county, out of the school table where every school, also one out of scope, has told its own. */
function largestClass(
  stages: readonly StageAssessment[],
  indicator: string,
  stage: SchoolPart | null,
): CountyFigure | null {
  if (indicator !== 'largest-class') return null;
  const schools = stages
    .filter((one) => stage === null || one.stage === stage)
    .flatMap(({ scope }) => [...scope.counted, ...scope.excluded.map(({ school }) => school)]);
  const sizes = schools.flatMap(({ amounts }) => amounts.get('largest-class') ?? []);
  if (sizes.length === 0 || sizes.length < schools.length) return null;
  return { value: Decimal.max(...sizes), formula: '学校表各校最大班额中最大的' };
}

function percentage(parts: readonly string[], whole: readonly string[]): Share {
  return { parts, whole, per: 100 };
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
  if (assessed?.scope.counted.length === 1) return { value: null, missing: [`学校表中至少两所${stage}（现有1所）`] };
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
