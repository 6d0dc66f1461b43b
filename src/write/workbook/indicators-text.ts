import type { Assessment, LimitOutcome, StageAssessment } from '../../standards/assessment.ts';
import type { AssessedCounty } from '../../standards/gap/gap-analysis.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { type Part, indicatorParts } from './indicator-parts.ts';
import { gapLines } from './indicators-gap-text.ts';
import { verdictSentences } from './indicators-verdict.ts';
import {
  actualPlaces,
  actualText,
  COEFFICIENT_PLACES,
  indicatorHeading,
  limitText,
  placesOf,
  printed,
  subjectText,
  verdictText,
} from './print.ts';
import { textTable } from './text-table.ts';

/** The result of `indicators` for a terminal: the verdict first, then the tables and the arithmetic behind it. */
export function indicatorsText(results: readonly AssessedCounty[]): string {
  return results.map(resultText).join('\n');
}

function resultText(result: AssessedCounty): string {
  const { assessment } = result;
  const { county, year, standard, stages } = assessment;
  const title = [county, year === '' ? '' : `${year}年`, `${standard.name}（${standard.number}）`].filter(
    (word) => word !== '',
  );
  // where schools have marks of their own to reach, what they lack of the mean tells nothing
  const hasMarks = standard.limits.some(({ level }) => level === 'school');
  return [
    title.join(' '),
    '',
    ...verdictSentences(result).map((line) => `  ${line}`),
    '',
    ...(assessment.notes.length === 0 ? [] : [...assessment.notes.map((note) => `  ${note}`), '']),
    ...limitLines(assessment),
    ...indicatorParts(result).flatMap(partLines),
    ...gapLines(result),
    // a standard without coefficients has no tables of them
    ...(standard.coefficients.length === 0 ? [] : stages).flatMap((stage) => stageLines(stage, !hasMarks)),
    ...(standard.coefficients.length === 0 && !hasMarks ? [] : excludedLines(stages)),
  ].join('\n');
}

function limitLines({ limits, schools, standard }: Assessment): string[] {
  // those of schools are told school by school further down
  const shown = limits.filter(({ school }) => school === null);
  const rows = shown.map((outcome) => [
    verdictText(outcome.verdict),
    subjectText(outcome),
    actualText(outcome),
    limitText(outcome),
    outcome.because ?? [gapText(outcome), outcome.formula ? `（${outcome.formula}）` : ''].join(''),
  ]);
  if (rows.length === 0 && schools.length === 0) return [];
  const lines = rows.length === 0 ? [] : ['限值', ...textTable(rows)];
  const doubtful = shown.filter(({ limit }) => limit.confidence !== 'certain').map((outcome) => subjectText(outcome));
  if (doubtful.length > 0) lines.push(`  注：${[...new Set(doubtful)].join('、')}的限值未见原文，请与文件核对。`);
  if (schools.length > 0) {
    const count = (...verdicts: readonly string[]) =>
      schools.filter(({ verdict }) => verdicts.includes(verdict)).length;
    lines.push(
      '',
      `学校达标项数（${standard.schoolRule?.clause}）：${schools.length}所中${count('holds')}所达到，${count('broken', 'review')}所未达到，${count('unassessable')}所缺数据无法判断`,
    );
  }
  return [...lines, ''];
}

function partLines({ title, intro, headings, rows, notes }: Part): string[] {
  // what a rule rests on stands beside it in the page and the workbook; a terminal is too narrow for it
  const columns = headings.flatMap((heading, column) => (heading === '依据' ? [] : [column]));
  const table = [headings, ...rows.map((row) => row.map(({ text }) => text))].map((row) =>
    columns.map((column) => row[column] ?? ''),
  );
  return [
    title,
    ...intro.map((line) => `  ${line}`),
    ...(rows.length === 0 ? [] : textTable(table)),
    ...notes.map((line) => `  ${line}`),
    '',
  ];
}

function gapText(outcome: LimitOutcome): string {
  if (outcome.gap === null) return '';
  const gap = outcome.gap.toDecimalPlaces(Math.max(actualPlaces(outcome), COEFFICIENT_PLACES));
  return `相差${printed(gap, gap.decimalPlaces())}${outcome.limit.unit ?? ''}`;
}

function stageLines({ stage, scope, indicators, composite }: StageAssessment, withLacking: boolean): string[] {
  const pupils = scope.counted.reduce((sum, school) => sum + (school.amounts.get('pupils')?.toNumber() ?? 0), 0);
  const rows = indicators.map(({ indicator, mean, coefficient, values, missing }) => [
    indicatorHeading(indicator.id),
    mean === null ? '—' : printed(mean, placesOf(indicator.id)),
    coefficient === null ? '—' : printed(coefficient, COEFFICIENT_PLACES),
    `${values.filter(({ lacking }) => lacking.gt(0)).length}所`,
    missing.length === 0 ? '' : `缺${missing.length}所：${missing.map(({ name }) => name).join('、')}`,
  ]);
  const mean = composite === null ? '—' : printed(composite, COEFFICIENT_PLACES);
  const found = indicators.map(({ values }) => new Map(values.map((one) => [one.school, one])));
  return [
    `${stage}：列入测算${scope.counted.length}所，学生${pupils}人`,
    ...textTable([['指标', '县域均值', '差异系数', '低于均值'], ...rows, ['综合差异系数', '', mean]]),
    '',
    `${stage}各校指标（*为低于县域均值）`,
    ...textTable([
      ['学校', '学生数', ...indicators.map((_, index) => `[${index + 1}]`)],
      ...scope.counted.map((school) => [
        school.name,
        school.amounts.get('pupils')?.toString() ?? '—',
        ...indicators.map(({ indicator }, index) => {
          const own = found[index]?.get(school);
          return own ? `${printed(own.value, placesOf(indicator.id))}${own.lacking.gt(0) ? '*' : ''}` : '—';
        }),
      ]),
    ]),
    `  ${indicators.map(({ indicator }, index) => `[${index + 1}]${indicatorOf(indicator.id)?.name}`).join(' ')}`,
    '',
    ...(withLacking ? [`${stage}达到县域均值尚需增加`, ...lackingLines(indicators), ''] : []),
  ];
}

function lackingLines(indicators: StageAssessment['indicators']): string[] {
  return indicators.map(({ indicator, values }) => {
    const unit = indicatorOf(indicator.amount)?.unit ?? '';
    const below = values
      .filter(({ lacking }) => lacking.gt(0))
      .sort((a, b) => b.lacking.comparedTo(a.lacking))
      .map(({ school, lacking }) => `${school.name}${printed(lacking.ceil(), 0)}${unit}`);
    return `  ${indicatorOf(indicator.amount)?.name}：${below.length === 0 ? '无' : below.join('，')}`;
  });
}

function excludedLines(stages: readonly StageAssessment[]): string[] {
  const rows = stages.flatMap(({ stage, scope }) =>
    scope.excluded.map(({ school, reason }) => [
      stage,
      school.name,
      `${school.amounts.get('pupils')?.toString() ?? '—'}人`,
      reason,
    ]),
  );
  return rows.length === 0 ? [] : ['不列入测算', ...textTable(rows), ''];
}
