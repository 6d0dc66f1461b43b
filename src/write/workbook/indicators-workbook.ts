import type { Decimal } from '../../model/decimal.ts';
import type { Assessment } from '../../standards/assessment.ts';
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
import { type SheetCell, type SheetPlan, writeSheets } from './xlsx.ts';

type Row = (SheetCell | null)[];

/**
 * The result of `indicators` as a workbook: limits, coefficients, every school's values, who lacks what, who does not count. Numbers
 * are numbers, rounded as the official tables print them, so that they can be copied on.
 */
export async function writeIndicatorsWorkbook(assessments: readonly Assessment[]): Promise<Uint8Array> {
  const county = assessments[0]?.county ?? '';
  return writeSheets(`${county}指标测算结果`, [
    limitSheet(assessments),
    coefficientSheet(assessments),
    ...assessments.flatMap((assessment) => schoolSheets(assessment, assessments.length > 1)),
    lackingSheet(assessments),
    excludedSheet(assessments),
  ]);
}

function limitSheet(assessments: readonly Assessment[]): SheetPlan {
  const rows = assessments.flatMap(({ standard, limits, schools }): Row[] => [
    ...limits.map((outcome): Row => {
      const style = outcome.verdict === 'holds' ? 'good' : outcome.verdict === 'unassessable' ? 'plain' : 'bad';
      return [
        { value: standard.number },
        { value: subjectText(outcome) },
        number(outcome.actual, actualPlaces(outcome)),
        { value: limitText(outcome) },
        { value: verdictText(outcome.verdict), style },
        { value: outcome.because ?? outcome.formula },
        { value: outcome.limit.clause },
      ];
    }),
    ...schools.map(({ school, met, of, missed, belowFloor, verdict, because }): Row => {
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
  return sheet('限值', ['标准', '项目', '实际', '要求', '结论', '说明', '依据'], rows, [20, 40, 14, 12, 12, 40, 60]);
}

function coefficientSheet(assessments: readonly Assessment[]): SheetPlan {
  const rows = assessments.flatMap(({ standard, stages }) =>
    stages.flatMap(({ stage, scope, indicators, composite }): Row[] => [
      ...indicators.map(
        ({ indicator, mean, coefficient, values, missing }): Row => [
          { value: standard.number },
          { value: stage },
          { value: indicatorHeading(indicator.id) },
          number(mean, placesOf(indicator.id)),
          number(coefficient, COEFFICIENT_PLACES),
          { value: values.filter(({ lacking }) => lacking.gt(0)).length },
          { value: missing.map(({ name }) => name).join('、') },
        ],
      ),
      [
        { value: standard.number },
        { value: stage },
        { value: `综合差异系数（列入测算${scope.counted.length}所）`, style: 'topic' },
        null,
        { ...number(composite, COEFFICIENT_PLACES), style: 'topic' },
      ],
    ]),
  );
  const headings = ['标准', '学段', '指标', '县域均值', '差异系数', '低于均值学校数', '缺数据的学校'];
  return sheet('差异系数', headings, rows, [20, 8, 40, 14, 12, 12, 40]);
}

function schoolSheets({ standard, stages }: Assessment, several: boolean): SheetPlan[] {
  return stages.map(({ stage, scope, indicators }) => {
    const rows = scope.counted.map(
      (school): Row => [
        { value: school.name },
        { value: school.type },
        number(school.amounts.get('pupils') ?? null, 0),
        ...indicators.map(({ indicator, values }): SheetCell => {
          const found = values.find((one) => one.school === school);
          const style = found?.lacking.gt(0) ? 'bad' : 'plain';
          return { ...number(found?.value ?? null, placesOf(indicator.id)), style };
        }),
      ],
    );
    const mean: Row = [
      { value: '县域均值', style: 'topic' },
      null,
      null,
      ...indicators.map(
        ({ indicator, mean }): SheetCell => ({ ...number(mean, placesOf(indicator.id)), style: 'topic' }),
      ),
    ];
    const headings = [
      '学校名称',
      '学校类型',
      '学生数（人）',
      ...indicators.map(({ indicator }) => indicatorHeading(indicator.id)),
    ];
    const name = several ? `${stage}指标-${standard.id}`.slice(0, 31) : `${stage}指标`;
    return sheet(name, headings, [mean, ...rows], [26, 16, 12, ...indicators.map(() => 14)]);
  });
}

function lackingSheet(assessments: readonly Assessment[]): SheetPlan {
  const rows = assessments.flatMap(({ stages }) =>
    stages.flatMap(({ stage, indicators }) =>
      indicators.flatMap(({ indicator, mean, values }) =>
        values
          .filter(({ lacking }) => lacking.gt(0))
          .map(
            ({ school, value, difference, lacking }): Row => [
              { value: stage },
              { value: indicatorHeading(indicator.id) },
              { value: school.name },
              number(value, placesOf(indicator.id)),
              number(mean, placesOf(indicator.id)),
              number(difference, placesOf(indicator.id)),
              number(lacking.ceil(), 0),
              { value: indicatorOf(indicator.amount)?.unit ?? '' },
            ],
          ),
      ),
    ),
  );
  const headings = ['学段', '指标', '学校名称', '本校', '县域均值', '相差', '达到均值需增加', '单位'];
  return sheet('低于均值', headings, rows, [8, 40, 26, 12, 12, 12, 16, 8]);
}

function excludedSheet(assessments: readonly Assessment[]): SheetPlan {
  const rows = assessments.flatMap(({ standard, stages }) =>
    stages.flatMap(({ stage, scope }) =>
      scope.excluded.map(
        ({ school, reason }): Row => [
          { value: standard.number },
          { value: stage },
          { value: school.name },
          number(school.amounts.get('pupils') ?? null, 0),
          { value: reason },
        ],
      ),
    ),
  );
  return sheet('不列入测算', ['标准', '学段', '学校名称', '学生数（人）', '原因'], rows, [20, 8, 26, 12, 24]);
}

function sheet(name: string, headings: readonly string[], rows: Row[], widths: readonly number[]): SheetPlan {
  const header = headings.map((value): SheetCell => ({ value, style: 'header' }));
  return { name, rows: [header, ...rows], widths, frozen: { rows: 1, columns: 0 } };
}

function number(value: Decimal | null, places: number): SheetCell {
  const format = places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`;
  return value === null ? { value: '—' } : { value: value.toDecimalPlaces(places).toNumber(), format };
}
