import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { isMissed, type StageAssessment } from '../../standards/assessment.ts';
import { meets } from '../../standards/assess.ts';
import type { AssessedCounty } from '../../standards/gap/gap-analysis.ts';
import { missingText } from '../workbook/gap-print.ts';
import { type Part, indicatorParts } from '../workbook/indicator-parts.ts';
import { verdictSentences } from '../workbook/indicators-verdict.ts';
import {
  actualText,
  indicatorHeading,
  limitText,
  placesOf,
  printed,
  subjectText,
  verdictText,
} from '../workbook/print.ts';
import { type DataCell, dataTable } from './data-table.ts';
import { growthSection, influenceSection, planSection, schoolSection } from './gap-sections.ts';
import { INDICATORS_STYLE } from './indicators-style.ts';
import { htmlPage } from './page.ts';
import { coefficientChart, indicatorChart } from './stage-charts.ts';

const MOODS = { holds: 'met', broken: 'missed', review: 'hint', unassessable: 'hint' } as const;

/**
 * The result of `indicators` as one page without script or request: the verdict first, then limits, charts with the numbers beside
 * them, what it takes, and the whole table of schools. For the screen and for paper.
 */
export function indicatorsPage(results: readonly AssessedCounty[]): string {
  const county = results[0]?.assessment.county ?? '';
  return htmlPage(`${county}指标测算结果`, INDICATORS_STYLE, [
    h(
      'main',
      results.map((result, index) => h('section', resultSection(result, `s${index + 1}`))),
    ),
  ]);
}

function resultSection(result: AssessedCounty, prefix: string): ElementContent[] {
  const { assessment, gaps } = result;
  const { county, year, standard, stages, limits } = assessment;
  // a standard without coefficients has no tables of them
  const measured = standard.coefficients.length > 0 ? stages : [];
  const mood = isMissed(assessment) ? 'missed' : limits.every(({ verdict }) => verdict === 'holds') ? 'met' : '';
  const notes = [
    ...gaps.missing.map((one) => `缺少数据（不按0计算）：${missingText(one)}。`),
    ...assessment.splits.map(
      ({ school, ratio, formula }) => `${school.name}（${school.part}）的办学条件按${ratio}折算：${formula}。`,
    ),
    ...assessment.notes.map((note) => `${note}。`),
    ...assessment.doubts.map(({ school, because }) => `待核：${school.name}（${school.part}）${because}。`),
  ];
  const id = ({ stage }: StageAssessment) => (stage === '小学' ? 'primary' : 'junior');
  const parts: [id: string, title: string, content: ElementContent[]][] = [
    ...(limits.some(({ school }) => school === null)
      ? [['limits', '各项要求', [limitTable(result)]] as [string, string, ElementContent[]]]
      : []),
    ...indicatorParts(result).map(partSection),
    ...planSection(result),
    ...measured.map((stage): [string, string, ElementContent[]] => [
      id(stage),
      `${stage.stage}各项指标`,
      stageContent(stage, result),
    ]),
    // hundreds of rows are not read before the charts that sum them up
    ...schoolSection(result),
    ...growthSection(result),
    ...influenceSection(result),
    ...measured.map((stage): [string, string, ElementContent[]] => [
      `${id(stage)}-schools`,
      `${stage.stage}各校指标`,
      [schoolTable(stage, result)],
    ]),
    ...(measured.length > 0 ? excludedPart(result) : []),
  ];
  return [
    h('header', [
      h('h1', `${county}${year === '' ? '' : `${year}年`}指标测算结果`),
      h('p', { className: 'name' }, `对照《${standard.name}》（${standard.number}）`),
    ]),
    h(
      'div',
      { className: `verdict ${mood}`.trim() },
      verdictSentences(result).map((line) => h('p', line)),
    ),
    ...notes.map((note) => h('p', { className: 'note' }, note)),
    h(
      'nav',
      { ariaLabel: '目录' },
      parts.map(([part, title]) => h('a', { href: `#${prefix}-${part}` }, title)),
    ),
    ...parts.flatMap(([part, title, content]) => [h('h2', { id: `${prefix}-${part}` }, title), ...content]),
  ];
}

function partSection({ id, title, intro, headings, rows, notes }: Part): [string, string, ElementContent[]] {
  const content = [
    ...intro.map((line) => h('p', line)),
    ...(rows.length === 0 ? [] : [dataTable('', headings, rows)]),
    ...notes.map((line) => h('p', { className: 'note' }, line)),
  ];
  return [id, title, content];
}

function limitTable({ assessment }: AssessedCounty): ElementContent {
  const rows = assessment.limits
    // those of schools are told school by school below
    .filter(({ school }) => school === null)
    .map((outcome): (DataCell | string)[] => [
      subjectText(outcome),
      actualText(outcome),
      limitText(outcome),
      { text: verdictText(outcome.verdict), mood: MOODS[outcome.verdict] },
      outcome.because ?? outcome.formula ?? '',
      `${outcome.limit.clause}${outcome.limit.confidence === 'certain' ? '' : '（限值未见原文，请与文件核对）'}`,
    ]);
  return dataTable('', ['项目', '实际', '要求', '结论', '说明', '依据'], rows);
}

function stageContent(stage: StageAssessment, { assessment }: AssessedCounty): ElementContent[] {
  const { scope } = stage;
  return [
    h('p', { className: 'note' }, `列入测算${scope.counted.length}所，不列入${scope.excluded.length}所。`),
    coefficientChart(stage, assessment),
    ...stage.indicators.flatMap((indicator) => indicatorChart(stage.stage, indicator, assessment) ?? []),
  ];
}

/** Every school with every indicator: what the charts show, in numbers. */
function schoolTable({ stage, scope, indicators }: StageAssessment, { assessment }: AssessedCounty): ElementContent {
  const found = indicators.map(({ values }) => new Map(values.map((one) => [one.school, one])));
  const limits = indicators.map(
    ({ indicator }) =>
      assessment.standard.limits.find(
        (one) =>
          one.level === 'school' && one.indicator === indicator.id && (one.stage === null || one.stage === stage),
      ) ?? null,
  );
  const rows = scope.counted.map((school): (DataCell | string)[] => [
    school.name,
    school.amounts.get('pupils')?.toString() ?? '—',
    ...indicators.map(({ indicator }, index): DataCell => {
      const own = found[index]?.get(school);
      if (own === undefined) return { text: '—', mood: 'hint' };
      const limit = limits[index];
      const text = printed(own.value, placesOf(indicator.id));
      const isLow = limit ? !meets(own.value, limit.comparison, limit.value) : own.lacking.gt(0);
      return isLow ? { text, mood: 'missed' } : { text };
    }),
  ]);
  const marks = limits.some((limit) => limit !== null) ? '标准' : '县域均值';
  const mean = indicators.map(({ indicator, mean: value }) =>
    value === null ? '—' : printed(value, placesOf(indicator.id)),
  );
  const headings = ['学校', '学生数', ...indicators.map(({ indicator }) => indicatorHeading(indicator.id))];
  return dataTable(`${stage}各校指标（红色为低于${marks}）`, headings, [['县域均值', '', ...mean], ...rows], true);
}

function excludedPart({ assessment }: AssessedCounty): [string, string, ElementContent[]][] {
  const rows = assessment.stages.flatMap(({ stage, scope }) =>
    scope.excluded.map(({ school, reason }) => [
      stage,
      school.name,
      school.amounts.get('pupils')?.toString() ?? '—',
      reason,
    ]),
  );
  if (rows.length === 0) return [];
  return [['excluded', '不列入测算的学校', [dataTable('', ['学段', '学校', '学生数', '原因'], rows)]]];
}
