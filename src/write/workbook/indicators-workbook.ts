import type { Assessment } from '../../standards/assessment.ts';
import type { AssessedCounty } from '../../standards/gap/gap-analysis.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import {
  actualPlaces,
  actualText,
  COEFFICIENT_PLACES,
  indicatorHeading,
  limitText,
  placesOf,
  subjectText,
  verdictText,
} from './print.ts';
import { growthSheet, influenceSheet, planSheet, schoolGapSheet, verdictSheet } from './indicators-gap-sheets.ts';
import { partSheets } from './indicator-part-sheets.ts';
import { numberCell, type ResultRow, resultSheet } from './result-sheet.ts';
import { type SheetCell, type SheetPlan, writeSheets } from './xlsx.ts';

/**
 * The result of `indicators` as a workbook: the verdict, limits, coefficients, every school's values, who lacks what and what it
 * takes, who does not count. Numbers are numbers, rounded as the official tables print them, so that they can be copied on.
 */
export async function writeIndicatorsWorkbook(results: readonly AssessedCounty[]): Promise<Uint8Array> {
  const assessments = results.map(({ assessment }) => assessment);
  const county = assessments[0]?.county ?? '';
  const growth = growthSheet(results);
  // a standard without coefficients has no values of schools and no county means
  const measured = assessments.filter(({ standard }) => standard.coefficients.length > 0);
  return writeSheets(`${county}指标测算结果`, [
    verdictSheet(results),
    limitSheet(assessments),
    ...partSheets(results),
    ...(measured.length === 0 ? [] : [coefficientSheet(measured)]),
    ...measured.flatMap((assessment) => schoolSheets(assessment, measured.length > 1)),
    schoolGapSheet(results),
    ...(measured.length === 0 ? [] : [planSheet(results), lackingSheet(measured), influenceSheet(results)]),
    ...(growth === null ? [] : [growth]),
    ...(measured.length === 0 ? [] : [excludedSheet(measured)]),
  ]);
}

function limitSheet(assessments: readonly Assessment[]): SheetPlan {
  const rows = assessments.flatMap(({ standard, limits, schools }): ResultRow[] => [
    ...limits.map((outcome): ResultRow => {
      const style = outcome.verdict === 'holds' ? 'good' : outcome.verdict === 'unassessable' ? 'plain' : 'bad';
      return [
        { value: standard.number },
        { value: subjectText(outcome) },
        numberCell(outcome.actual, actualPlaces(outcome)),
        { value: limitText(outcome) },
        { value: verdictText(outcome.verdict), style },
        { value: outcome.because ?? outcome.formula },
        { value: outcome.limit.clause },
      ];
    }),
    ...schools.map(({ school, met, of, missed, belowFloor, verdict, because }): ResultRow => {
      const detail = missed.map(
        (one) =>
          `${indicatorOf(one.limit.indicator)?.name}${actualText(one)}${belowFloor.includes(one) ? '（低于余项下限）' : ''}`,
      );
      return [
        { value: standard.number },
        { value: `${school.name}（${school.part}）达标项数` },
        { value: `${met}/${of}` },
        { value: `≥${standard.schoolRule?.atLeast}` },
        { value: verdictText(verdict), style: verdict === 'holds' ? 'good' : verdict === 'broken' ? 'bad' : 'plain' },
        { value: because ?? detail.join('；') },
        { value: standard.schoolRule?.clause ?? '' },
      ];
    }),
  ]);
  return resultSheet(
    '限值',
    ['标准', '项目', '实际', '要求', '结论', '说明', '依据'],
    rows,
    [20, 40, 14, 12, 12, 40, 60],
  );
}

function coefficientSheet(assessments: readonly Assessment[]): SheetPlan {
  const rows = assessments.flatMap(({ standard, stages }) =>
    stages.flatMap(({ stage, scope, indicators, composite }): ResultRow[] => [
      ...indicators.map(
        ({ indicator, mean, coefficient, values, missing }): ResultRow => [
          { value: standard.number },
          { value: stage },
          { value: indicatorHeading(indicator.id) },
          numberCell(mean, placesOf(indicator.id)),
          numberCell(coefficient, COEFFICIENT_PLACES),
          { value: values.filter(({ lacking }) => lacking.gt(0)).length },
          { value: missing.map(({ name }) => name).join('、') },
        ],
      ),
      [
        { value: standard.number },
        { value: stage },
        { value: `综合差异系数（列入测算${scope.counted.length}所）`, style: 'topic' },
        null,
        { ...numberCell(composite, COEFFICIENT_PLACES), style: 'topic' },
      ],
    ]),
  );
  const headings = ['标准', '学段', '指标', '县域均值', '差异系数', '低于均值学校数', '缺数据的学校'];
  return resultSheet('差异系数', headings, rows, [20, 8, 40, 14, 12, 12, 40]);
}

function schoolSheets({ standard, stages }: Assessment, several: boolean): SheetPlan[] {
  return stages.map(({ stage, scope, indicators }) => {
    const found = indicators.map(({ values }) => new Map(values.map((one) => [one.school, one])));
    const rows = scope.counted.map(
      (school): ResultRow => [
        { value: school.name },
        { value: school.type },
        numberCell(school.amounts.get('pupils') ?? null, 0),
        ...indicators.map(({ indicator }, index): SheetCell => {
          const own = found[index]?.get(school);
          const style = own?.lacking.gt(0) ? 'bad' : 'plain';
          return { ...numberCell(own?.value ?? null, placesOf(indicator.id)), style };
        }),
      ],
    );
    const mean: ResultRow = [
      { value: '县域均值', style: 'topic' },
      null,
      null,
      ...indicators.map(
        ({ indicator, mean }): SheetCell => ({ ...numberCell(mean, placesOf(indicator.id)), style: 'topic' }),
      ),
    ];
    const headings = [
      '学校名称',
      '学校类型',
      '学生数（人）',
      ...indicators.map(({ indicator }) => indicatorHeading(indicator.id)),
    ];
    const name = several ? `${stage}指标-${standard.id}`.slice(0, 31) : `${stage}指标`;
    return resultSheet(name, headings, [mean, ...rows], [26, 16, 12, ...indicators.map(() => 14)]);
  });
}

function lackingSheet(assessments: readonly Assessment[]): SheetPlan {
  const rows = assessments.flatMap(({ stages }) =>
    stages.flatMap(({ stage, indicators }) =>
      indicators.flatMap(({ indicator, mean, values }) =>
        values
          .filter(({ lacking }) => lacking.gt(0))
          .map(
            ({ school, value, difference, lacking }): ResultRow => [
              { value: stage },
              { value: indicatorHeading(indicator.id) },
              { value: school.name },
              numberCell(value, placesOf(indicator.id)),
              numberCell(mean, placesOf(indicator.id)),
              numberCell(difference, placesOf(indicator.id)),
              numberCell(lacking.ceil(), 0),
              { value: indicatorOf(indicator.amount)?.unit ?? '' },
            ],
          ),
      ),
    ),
  );
  const headings = ['学段', '指标', '学校名称', '本校', '县域均值', '相差', '达到均值需增加', '单位'];
  return resultSheet('低于均值', headings, rows, [8, 40, 26, 12, 12, 12, 16, 8]);
}

function excludedSheet(assessments: readonly Assessment[]): SheetPlan {
  const rows = assessments.flatMap(({ standard, stages }) =>
    stages.flatMap(({ stage, scope }) =>
      scope.excluded.map(
        ({ school, reason }): ResultRow => [
          { value: standard.number },
          { value: stage },
          { value: school.name },
          numberCell(school.amounts.get('pupils') ?? null, 0),
          { value: reason },
        ],
      ),
    ),
  );
  return resultSheet('不列入测算', ['标准', '学段', '学校名称', '学生数（人）', '原因'], rows, [20, 8, 26, 12, 24]);
}
