import type { LimitOutcome } from '../../standards/assessment.ts';
import type { AssessedCounty, CompositeGap } from '../../standards/gap/gap-analysis.ts';
import { nameOf } from '../../standards/county-figure.ts';
import { amountName, amountText, coefficientText, mixText, namesText, planText, yuanText } from './gap-print.ts';
import { actualText, limitText, subjectText } from './print.ts';

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
  const tested = groups.length - (unknown?.length ?? 0);
  const head = `${who}对照《${standard.name}》（${standard.number}）`;
  const verdict =
    tested === 0
      ? `${head}：数据不足，无法判断是否达到。`
      : missed?.length
        ? `${head}：未达到。能够核算的${tested}项要求中，${missed.length}项未达到：${missed.map(({ text }) => text).join('；')}。`
        : `${head}：能够核算的${tested}项要求全部达到${unknown?.length ? '，但还不能下达标的结论' : ''}。`;
  return [
    verdict,
    ...(hinted?.length
      ? [`待核${hinted.length}项（限值的出处不确定，只作提示）：${hinted.map(({ text }) => text).join('；')}。`]
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
}

/** Each limit of the county, each limit of schools over all schools, and the rule over all schools: one requirement each. */
function groupsOf({ assessment }: AssessedCounty): Group[] {
  const groups: Group[] = [];
  const ofSchools = new Map<string, LimitOutcome[]>();
  for (const outcome of assessment.limits) {
    if (outcome.school === null) {
      groups.push({ verdict: outcome.verdict, text: countyText(outcome) });
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
  return groups;
}

function countyText(outcome: LimitOutcome): string {
  if (outcome.actual === null) {
    // what schools lack is told by sheet and column further down, and would bury the verdict here
    const isOfSchools = outcome.limit.indicator.startsWith('cv-') || outcome.limit.indicator.includes('差异系数');
    return isOfSchools ? subjectText(outcome) : `${subjectText(outcome)}（${outcome.because}）`;
  }
  return `${subjectText(outcome)}${actualText(outcome)}${outcome.limit.unit ?? ''}（要求${limitText(outcome)}${outcome.limit.unit ?? ''}）`;
}

function groupOf(outcomes: readonly Pick<LimitOutcome, 'school' | 'verdict'>[], name: string): Group {
  const of = (verdict: LimitOutcome['verdict']) =>
    outcomes.flatMap((one) => (one.verdict === verdict && one.school !== null ? [one.school] : []));
  for (const verdict of ['broken', 'review', 'unassessable'] as const) {
    const schools = of(verdict);
    const word = verdict === 'unassessable' ? '缺数据' : '未达到';
    if (schools.length > 0) {
      return { verdict, text: `${name}有${schools.length}所学校${word}（${namesText(schools, 3)}）` };
    }
  }
  return { verdict: 'holds', text: name };
}

function remedies({ gaps }: AssessedCounty): string[] {
  const lines: string[] = [];
  for (const stage of ['小学', '初中'] as const) {
    const totals = gaps.totals.filter((total) => total.stage === stage);
    if (totals.length === 0) continue;
    const parts = totals.map(({ amount, total, schools, cost }) => {
      const money = cost === null || amount === 'equipment-value' ? '' : `，约${yuanText(cost)}`;
      return `${amountName(amount)}${amountText(total, amount)}（${schools}所${money}）`;
    });
    lines.push(`${stage}各校都达到要求，至少需要增加：${parts.join('、')}。`);
  }
  for (const { stage, plan, outcome, indicator, afterMarks } of gaps.coefficients) {
    if (plan === null || outcome === null) continue;
    const enough =
      afterMarks !== null && afterMarks.lte(outcome.limit.value)
        ? `；各校按上面补足后，系数已降为${coefficientText(afterMarks, outcome.limit.value)}，不必另补`
        : '';
    lines.push(
      `使${nameOf(indicator.indicator.coefficient, stage)}由${actualText(outcome)}降到${limitText(outcome).slice(1)}，至少需要：${planText(plan)}${enough}。`,
    );
  }
  for (const composite of gaps.composites) if (composite.outcome.gap !== null) lines.push(compositeLine(composite));
  return lines;
}

function compositeLine(composite: CompositeGap): string {
  const { stage, outcome, composite: reached } = composite;
  const mix = mixText(composite);
  const from = `使${stage}综合差异系数由${actualText(outcome)}降到${limitText(outcome).slice(1)}`;
  if (mix === null || reached === null) return `${from}：只增加有单价的项目不够，请补充其他项目的单价。`;
  const how = composite.measure === 'yuan' ? '花费最少的办法是' : '增加比例最小的办法是';
  return `${from}，${how}：${mix}；增加后为${coefficientText(reached, outcome.limit.value)}。`;
}
