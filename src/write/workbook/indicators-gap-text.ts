import { nameOf } from '../../standards/county-figure.ts';
import type { AssessedCounty, CoefficientGap, CompositeGap, GapAnalysis } from '../../standards/gap/gap-analysis.ts';
import type { GrowthStep } from '../../standards/gap/growth.ts';
import {
  additionTexts,
  amountName,
  amountText,
  coefficientText,
  excessText,
  METHODS,
  missedText,
  missingText,
  namesText,
  percentText,
  planCost,
  planText,
} from './gap-print.ts';
import { actualText, limitText, subjectText, verdictText } from './print.ts';
import { textTable } from './text-table.ts';

/** Schools of a list on a terminal; the workbook and the page have all of them. */
const SHOWN = 20;
/** Schools that are named as moving a coefficient most. */
const MOVERS = 3;

/** The gap analysis for a terminal: schools, coefficients, other enrolment, what is missing. */
export function gapLines({ gaps, assessment }: AssessedCounty): string[] {
  return [
    ...missingLines(gaps),
    ...assessment.splits.map(
      ({ school, ratio, share, formula }) =>
        `  ${school.name}（${school.part}）按${ratio}折算，占全校办学条件的${percentText(share, 2)}（${formula}）`,
    ),
    ...assessment.doubts.map(({ school, because }) => `  待核：${school.name}（${school.part}）${because}`),
    ...schoolLines({ assessment, gaps }),
    ...coefficientLines(gaps),
    ...growthLines(gaps.growth),
  ];
}

function missingLines({ missing }: GapAnalysis): string[] {
  return missing.length === 0
    ? []
    : ['学校表缺少的数据（不按0计算）', ...missing.map((one) => `  ${missingText(one)}`), ''];
}

function schoolLines({ assessment, gaps: { schools } }: AssessedCounty): string[] {
  const open = schools.filter(({ passes }) => !passes);
  if (open.length === 0) return [];
  const met = new Map(assessment.schools.map(({ school, met: count, of }) => [school, `${count}/${of}`]));
  const rows = open
    .slice(0, SHOWN)
    .map((plan) => [
      `${plan.school.name}（${plan.school.part}）${met.get(plan.school) ?? ''}`,
      [missedText(plan), ...plan.excesses.map(excessText)].filter((text) => text !== '').join('；'),
      [...additionTexts(plan), planCost(plan)].filter((text) => text !== '').join('、'),
    ]);
  const lines = [`低于标准的学校${open.length}所，各需补足`];
  for (const [name = '', missed = '', needed = ''] of rows) {
    lines.push(`  ${name}：${missed}`);
    if (needed !== '') lines.push(`    需补${needed}`);
  }
  if (open.length > SHOWN) lines.push(`  另有${open.length - SHOWN}所，全部列在 xlsx、html 输出中`);
  return [...lines, `  ${METHODS.marks}`, ''];
}

function coefficientLines({ coefficients, composites }: GapAnalysis): string[] {
  if (coefficients.length === 0) return [];
  const lines = ['影响差异系数最大的学校（↑高于均值 ↓低于均值）'];
  for (const { stage, influences } of composites) {
    const movers = influences.slice(0, MOVERS).map(({ school, share }) => `${school.name}${percentText(share)}`);
    if (movers.length > 0) lines.push(`  ${stage}综合：${movers.join('，')}`);
  }
  lines.push(
    ...textTable(
      coefficients
        .filter(({ influences }) => influences.length > 0)
        .map(({ stage, indicator, influences }) => [
          `${stage}${amountName(indicator.indicator.amount)}`,
          influences
            .slice(0, MOVERS)
            .map(({ school, share, isBelow }) => `${school.name}${isBelow ? '↓' : '↑'}${percentText(share)}`)
            .join('，'),
        ]),
    ),
    `  ${METHODS.influence}`,
    '',
  );
  const over = coefficients.filter(({ plan }) => plan !== null);
  if (over.length > 0) {
    lines.push('使单项差异系数达到要求的最少增加', ...over.flatMap(planLines), `  ${METHODS.level}`, '');
  }
  for (const composite of composites) lines.push(...compositeLines(composite));
  return lines;
}

function planLines({ stage, indicator, outcome, plan, afterMarks }: CoefficientGap): string[] {
  if (plan === null || outcome === null) return [];
  const { amount, coefficient } = indicator.indicator;
  const after = coefficientText(plan.coefficient, outcome.limit.value);
  const marks = afterMarks === null ? '' : `；各校先补到标准时为${coefficientText(afterMarks, outcome.limit.value)}`;
  return [
    `  ${nameOf(coefficient, stage)}${actualText(outcome)}（${limitText(outcome)}）：${planText(plan)}，增加后${after}${marks}`,
    `    ${plan.schools
      .slice(0, SHOWN)
      .map(({ school, amount: units }) => `${school.name}${amountText(units, amount)}`)
      .join('，')}${plan.schools.length > SHOWN ? `等${plan.schools.length}所` : ''}`,
  ];
}

function compositeLines({ stage, outcome, mix, composite, measure, alone }: CompositeGap): string[] {
  if (outcome.gap === null) return [];
  const lines = [`使${stage}综合差异系数${actualText(outcome)}达到要求（${limitText(outcome)}）`];
  for (const plan of mix ?? []) {
    const { amount } = plan.indicator.indicator;
    const schools = plan.schools
      .slice(0, SHOWN)
      .map(({ school, amount: units }) => `${school.name}${amountText(units, amount)}`);
    lines.push(`  ${planText(plan)}，该项系数降为${coefficientText(plan.coefficient)}`, `    ${schools.join('，')}`);
  }
  if (composite !== null) lines.push(`  增加后综合差异系数为${coefficientText(composite, outcome.limit.value)}`);
  const single = alone.map(({ indicator, plan }) =>
    plan === null ? `${amountName(indicator.indicator.amount)}单独增加不够` : planText(plan),
  );
  return [...lines, `  如只增加一项：${single.join('；')}`, `  ${METHODS[measure]}`, ''];
}

function growthLines(steps: readonly GrowthStep[]): string[] {
  if (steps.length === 0) return [];
  const lines = ['学生数变化后'];
  for (const { label, assessment, newlyFailing, newlyMissed } of steps) {
    const coefficients = assessment.limits.filter(
      ({ school, limit, actual }) => school === null && actual !== null && /^cv-|差异系数$/u.test(limit.indicator),
    );
    const told = coefficients
      .filter(({ limit, gap }) => gap !== null || limit.indicator === 'cv-composite')
      .map((outcome) => `${subjectText(outcome)}${actualText(outcome)}${verdictText(outcome.verdict)}`);
    const parts = [
      told.length === 0 && coefficients.length > 0 ? '差异系数都达到' : told.join('，'),
      newlyMissed.length === 0 ? '没有学校新低于标准' : `新低于标准${newlyMissed.length}项次`,
      newlyFailing.length === 0 ? '' : `新增未达到的学校${newlyFailing.length}所（${namesText(newlyFailing)}）`,
    ];
    lines.push(`  ${label}：${parts.filter((part) => part !== '').join('；')}`);
    for (const outcome of newlyMissed.slice(0, SHOWN)) {
      lines.push(`    ${subjectText(outcome)}${actualText(outcome)}（要求${limitText(outcome)}）`);
    }
    if (newlyMissed.length > SHOWN) lines.push(`    等${newlyMissed.length}项次，全部列在 xlsx、html 输出中`);
  }
  return [...lines, `  ${METHODS.growth}`, ''];
}
