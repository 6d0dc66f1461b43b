import type { LimitOutcome } from '../../standards/assessment.ts';
import type { AmountTotal, AssessedCounty, CoefficientGap, CompositeGap } from '../../standards/gap/gap-analysis.ts';
import { meets } from '../../standards/assess.ts';
import { nameOf } from '../../standards/county-figure.ts';
import { amountName, amountText, coefficientText, mixText, namesText, planText, yuanText } from './gap-print.ts';
import { actualText, limitText, subjectText } from './print.ts';

/** So many coefficients of a stage are told one by one. */
const MANY = 3;

/**
 * What a clerk reads first: whether the county passes, where not, and what it takes. Whole sentences, one a line; the first is the
 * verdict.
 */
export function verdictSentences(result: AssessedCounty): string[] {
  const { assessment } = result;
  const { county, year, standard } = assessment;
  const who = `${county}${year === '' ? '' : `${year}年`}`;
  const groups = groupsOf(result);
  const [missed, hinted, unknown] = (['broken', 'review', 'unassessable'] as const).map((verdict) =>
    groups.filter((group) => group.verdict === verdict),
  );
  const doubtful = (hinted ?? []).filter(({ isDoubt }) => isDoubt);
  const unsure = (hinted ?? []).filter(({ isDoubt }) => !isDoubt);
  const tested = groups.length - (unknown?.length ?? 0) - doubtful.length;
  const head = `${who}对照《${standard.name}》（${standard.number}）`;
  const verdict =
    tested === 0
      ? `${head}：${doubtful.length > 0 ? '有数据需要核对，核对以前不能判断是否达到' : '数据不足，无法判断是否达到'}。`
      : missed?.length
        ? `${head}：未达到。能够核算的${tested}项要求中，${missed.length}项未达到：${missedText(missed)}。`
        : `${head}：能够核算的${tested}项要求全部达到${unknown?.length || doubtful.length > 0 ? '，但还不能下达标的结论' : ''}。`;
  return [
    verdict,
    ...(doubtful.length > 0
      ? [`需要核对的有${doubtful.length}项：${doubtful.map(({ text }) => text).join('；')}。`]
      : []),
    ...(unsure.length > 0
      ? [`待核${unsure.length}项（限值的出处不确定，只作提示）：${unsure.map(({ text }) => text).join('；')}。`]
      : []),
    ...(unknown?.length
      ? [`缺少数据、无法判断的有${unknown.length}项：${unknown.map(({ text }) => text).join('；')}。`]
      : []),
    ...remedies(result),
  ];
}

interface Group {
  readonly verdict: LimitOutcome['verdict'];
  readonly text: string;
  /** The stage, where it is one coefficient of many; null for all else. */
  readonly coefficientOf?: string | null;
  /** To be looked at for another reason than a limit that nobody is sure of. */
  readonly isDoubt?: boolean;
}

/** Each limit of the county, each limit of schools over all schools, and the rule over all schools: one requirement each. */
function groupsOf({ assessment }: AssessedCounty): Group[] {
  const groups: Group[] = [];
  const ofSchools = new Map<string, LimitOutcome[]>();
  for (const outcome of assessment.limits) {
    if (outcome.school === null) {
      const isDoubt = outcome.doubt !== undefined;
      const text = `${countyText(outcome)}${isDoubt ? `，${outcome.doubt}` : ''}`;
      groups.push({ verdict: outcome.verdict, text, coefficientOf: coefficientStage(outcome), isDoubt });
      continue;
    }
    const { id } = outcome.limit;
    const known = ofSchools.get(id);
    if (known === undefined) ofSchools.set(id, [outcome]);
    else known.push(outcome);
  }
  for (const outcomes of ofSchools.values()) {
    const [first] = outcomes;
    if (first === undefined) continue;
    const name = `${nameOf(first.limit.indicator, first.limit.stage)}（要求${limitText(first)}）`;
    groups.push(groupOf(outcomes, name));
  }
  if (assessment.schools.length > 0) groups.push(groupOf(assessment.schools, '各校资源配置'));
  return [...groups, ...yearGroups(assessment)];
}

/** Each rule over years is one requirement; one year missed is enough to miss it. */
function yearGroups({ years, limits }: AssessedCounty['assessment']): Group[] {
  // the years before of a limit of the county are told in the table; the limit itself is a requirement already
  const limited = new Set(limits.map(({ limit }) => limit.id));
  const ids = [...new Set(years.map(({ id }) => id))].filter((id) => !limited.has(id));
  return ids.flatMap((id): Group[] => {
    const rows = years.filter((row) => row.id === id);
    const [first] = rows;
    const verdict = (['broken', 'review', 'unassessable', 'holds'] as const).find((one) =>
      rows.some((row) => row.verdict === one),
    );
    if (first === undefined || verdict === undefined) return [];
    const of = rows.filter((row) => row.verdict === verdict);
    const told = of.map(({ year, arithmetic }) => `${year}年${arithmetic === '' ? '' : `：${arithmetic}`}`).join('，');
    const missing = rows.filter((row) => row.verdict === 'unassessable').map(({ year }) => `${year}年`);
    const rest = verdict === 'unassessable' || missing.length === 0 ? '' : `，另有${missing.join('、')}缺数据`;
    if (verdict === 'holds') return [{ verdict, text: first.name }];
    const whole = missing.length === rows.length && rows.length > 1;
    const why = verdict === 'unassessable' ? (whole ? '' : `（${missing.join('、')}）`) : `（${told}）${rest}`;
    const isDoubt = verdict === 'review' && of.some(({ because }) => !because?.includes('出处'));
    const reason = isDoubt ? `，${[...new Set(of.map(({ because }) => because))].join('，')}` : '';
    return [{ verdict, text: `${first.name}${why}${reason}`, isDoubt }];
  });
}

function coefficientStage({ limit }: LimitOutcome): string | null {
  return /^cv-(?!composite)|差异系数$/u.test(limit.indicator) ? limit.stage : null;
}

/** What is missed, in a row; more than three coefficients of a stage are counted, since the table below has them one by one. */
function missedText(groups: readonly Group[]): string {
  const texts: string[] = [];
  for (const stage of ['小学', '初中']) {
    const own = groups.filter(({ coefficientOf }) => coefficientOf === stage);
    if (own.length > MANY) texts.push(`${stage}${own.length}项指标的差异系数超过限值`);
    else texts.push(...own.map(({ text }) => text));
  }
  return [...texts, ...groups.filter(({ coefficientOf }) => !coefficientOf).map(({ text }) => text)].join('；');
}

function countyText(outcome: LimitOutcome): string {
  if (outcome.actual === null) {
    // what schools lack is told by sheet and column further down, and would bury the verdict here
    const isOfSchools = outcome.limit.indicator.startsWith('cv-') || outcome.limit.indicator.includes('差异系数');
    const isItself = outcome.because === `缺少${subjectText(outcome)}`;
    return isOfSchools || isItself ? subjectText(outcome) : `${subjectText(outcome)}（${outcome.because}）`;
  }
  return `${subjectText(outcome)}${actualText(outcome)}${outcome.limit.unit ?? ''}（要求${limitText(outcome)}${outcome.limit.unit ?? ''}）`;
}

function groupOf(outcomes: readonly Pick<LimitOutcome, 'school' | 'verdict'>[], name: string): Group {
  const of = (verdict: LimitOutcome['verdict']) =>
    outcomes.flatMap((one) => (one.verdict === verdict && one.school !== null ? [one.school] : []));
  const unknown = of('unassessable');
  for (const verdict of ['broken', 'review'] as const) {
    const schools = of(verdict);
    if (schools.length === 0) continue;
    const rest = unknown.length === 0 ? '' : `，另有${unknown.length}所缺数据`;
    return { verdict, text: `${name}有${schools.length}所学校未达到（${namesText(schools, 3)}）${rest}` };
  }
  if (unknown.length > 0) {
    return { verdict: 'unassessable', text: `${name}有${unknown.length}所学校缺数据（${namesText(unknown, 3)}）` };
  }
  return { verdict: 'holds', text: name };
}

function remedies({ gaps }: AssessedCounty): string[] {
  const lines: string[] = gateLines(gaps);
  for (const stage of ['小学', '初中'] as const) {
    const totals = gaps.totals.filter((total) => total.stage === stage);
    const parts = totals.map(totalText);
    if (parts.length > 0) lines.push(`${stage}各校都达到要求，至少需要增加：${parts.join('、')}。`);
    lines.push(...coefficientLines(gaps.coefficients.filter((gap) => gap.stage === stage)));
  }
  for (const composite of gaps.composites) if (composite.outcome.gap !== null) lines.push(compositeLine(composite));
  return lines;
}

/** What brings every school to the province's standard. */
function gateLines({ gate }: AssessedCounty['gaps']): string[] {
  return (['小学', '初中'] as const).flatMap((stage) => {
    const parts = gate.totals.filter((total) => total.stage === stage).map(totalText);
    return parts.length === 0 ? [] : [`${stage}各校达到省定办学基本标准，至少需要增加：${parts.join('、')}。`];
  });
}

function totalText({ amount, total, schools, cost }: AmountTotal): string {
  const money = cost === null || amount === 'equipment-value' ? '' : `，约${yuanText(cost)}`;
  return `${amountName(amount)}${amountText(total, amount)}（${schools}所${money}）`;
}

/** Single coefficients: those that the schools' own marks bring under the limit in one sentence, the others with what they need. */
function coefficientLines(over: readonly CoefficientGap[]): string[] {
  const [solved, open]: [CoefficientGap[], CoefficientGap[]] = [[], []];
  for (const gap of over) {
    if (gap.plan === null || gap.outcome === null) continue;
    const isSolved =
      gap.afterMarks !== null && meets(gap.afterMarks, gap.outcome.limit.comparison, gap.outcome.limit.value);
    (isSolved ? solved : open).push(gap);
  }
  const names = solved.map(({ indicator }) => nameOf(indicator.indicator.id)).join('、');
  const [first] = [...solved, ...open];
  if (first === undefined) return [];
  const needs = open.flatMap(({ plan, outcome, indicator }) =>
    plan === null || outcome === null
      ? []
      : [
          `${nameOf(indicator.indicator.id)}由${actualText(outcome)}降到${limitText(outcome).slice(1)}，${planText(plan)}`,
        ],
  );
  return [
    ...(solved.length > 0
      ? [`${first.stage}各校这样补足后，原来超过限值的${solved.length}项差异系数也降到限值以内：${names}。`]
      : []),
    ...(needs.length > 0 ? [`使${first.stage}差异系数达到要求，至少需要：${needs.join('；')}。`] : []),
  ];
}

function compositeLine(composite: CompositeGap): string {
  const { stage, outcome, composite: reached } = composite;
  const mix = mixText(composite);
  const from = `使${stage}综合差异系数由${actualText(outcome)}降到${limitText(outcome).slice(1)}`;
  if (mix === null || reached === null) return `${from}：只增加有单价的项目不够，请补充其他项目的单价。`;
  const how = composite.measure === 'yuan' ? '花费最少的办法是' : '增加比例最小的办法是';
  return `${from}，${how}：${mix}；增加后为${coefficientText(reached, outcome.limit.value)}。`;
}
