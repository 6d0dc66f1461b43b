import type { Decimal } from '../../model/decimal.ts';
import { nameOf, unitOf } from '../../standards/amount-name.ts';
import type { AssessedCounty, IndicatorPlan } from '../../standards/gap/gap-analysis.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { amountName, excessText, METHODS, missingText } from './gap-print.ts';
import { verdictSentences } from './indicators-verdict.ts';
import { actualPlaces, COEFFICIENT_PLACES, limitText, placesOf, subjectText, verdictText } from './print.ts';
import { numberCell, type ResultRow, resultSheet } from './result-sheet.ts';
import type { SheetPlan } from './xlsx.ts';

type Results = readonly AssessedCounty[];

/** What a clerk reads first, and how the plans were made. */
export function verdictSheet(results: Results): SheetPlan {
  const rows = results.flatMap((result): ResultRow[] => [
    ...verdictSentences(result).map((line): ResultRow => [{ value: line, style: 'boxed' }]),
    ...result.assessment.splits.map(
      ({ school, ratio, formula }): ResultRow => [
        { value: `${school.name}（${school.part}）的办学条件按${ratio}折算：${formula}`, style: 'boxed' },
      ],
    ),
    ...result.assessment.notes.map((note): ResultRow => [{ value: note, style: 'boxed' }]),
    ...result.assessment.doubts.map(
      ({ school, because }): ResultRow => [
        { value: `待核：${school.name}（${school.part}）${because}`, style: 'boxed' },
      ],
    ),
    ...result.gaps.missing.map((one): ResultRow => [{ value: `缺少数据：${missingText(one)}`, style: 'boxed' }]),
  ]);
  const methods = Object.values(METHODS).map((line): ResultRow => [{ value: line, style: 'boxed' }]);
  const plan = resultSheet('结论', ['结论与说明'], [...rows, ...methods], [110]);
  const { filter: _, ...unfiltered } = plan;
  return { ...unfiltered, fitted: true };
}

/** Each mark that each school is below, with what it takes. */
export function schoolGapSheet(results: Results): SheetPlan {
  const rows = results.flatMap(({ assessment, gaps }) =>
    gaps.schools.flatMap(({ school, gaps: marks, excesses, additions, passes }): ResultRow[] => [
      ...marks.map(({ outcome, indicator, toMark, toFloor, cost }): ResultRow => {
        const own = additions.find(({ gap }) => gap.outcome === outcome);
        return [
          { value: assessment.standard.number },
          { value: school.part },
          { value: school.name },
          { value: nameOf(outcome.limit.indicator) },
          numberCell(outcome.actual, actualPlaces(outcome)),
          { value: limitText(outcome) },
          numberCell(toMark, 0),
          numberCell(toFloor, 0),
          { ...numberCell(own?.amount ?? null, 0), style: own === undefined ? 'plain' : 'bad' },
          { value: unitOf(indicator.amount) },
          numberCell(cost, 0),
          { value: passes ? '允许有一项不达标，本校已达到' : own?.isFloor ? '本项补到下限即可' : '' },
        ];
      }),
      ...excesses.map(
        (excess): ResultRow => [
          { value: assessment.standard.number },
          { value: school.part },
          { value: school.name },
          { value: nameOf(excess.outcome.limit.indicator) },
          numberCell(excess.outcome.actual, excess.outcome.actual?.decimalPlaces() ?? 0),
          { value: limitText(excess.outcome) },
          null,
          null,
          null,
          null,
          null,
          { value: excessText(excess) },
        ],
      ),
    ]),
  );
  const headings =
    '标准 学段 学校名称 项目 本校 要求 达到要求需增加 达到下限需增加 至少需增加 单位 费用（元） 说明'.split(' ');
  return resultSheet('学校缺口', headings, rows, [20, 8, 26, 34, 12, 10, 12, 12, 12, 8, 14, 50]);
}

/** What brings coefficients under their limits, school by school. */
export function planSheet(results: Results): SheetPlan {
  const rows = results.flatMap(({ assessment, gaps }) => {
    const row = (aim: string, plan: IndicatorPlan): ResultRow[] => {
      const { indicator, schools, total, coefficient, cost } = plan;
      const { amount } = indicator.indicator;
      const unit = { value: indicatorOf(amount)?.unit ?? '' };
      const start = [
        { value: assessment.standard.number },
        { value: aim, style: 'boxed' as const },
        { value: amountName(amount) },
      ];
      return [
        [
          ...start,
          { value: `合计${schools.length}所`, style: 'topic' },
          { ...numberCell(total, 0), style: 'topic' },
          unit,
          { ...numberCell(coefficient, COEFFICIENT_PLACES), style: 'topic' },
          numberCell(cost, 0),
        ],
        ...schools.map(
          ({ school, amount: units }): ResultRow => [
            ...start,
            { value: school.name },
            numberCell(units, 0),
            unit,
            null,
            null,
          ],
        ),
      ];
    };
    return [
      ...gaps.composites.flatMap(({ stage, mix }) => (mix ?? []).flatMap((plan) => row(`${stage}综合差异系数`, plan))),
      ...gaps.coefficients.flatMap(({ stage, indicator, plan }) =>
        plan === null ? [] : row(nameOf(indicator.indicator.coefficient, stage), plan),
      ),
    ];
  });
  const headings = ['标准', '使哪项系数达到要求', '增加', '学校名称', '数量', '单位', '增加后该项系数', '费用（元）'];
  return resultSheet('系数补足方案', headings, rows, [20, 36, 28, 26, 12, 8, 14, 14]);
}

/** How much of each coefficient each school accounts for. */
export function influenceSheet(results: Results): SheetPlan {
  const share = (value: Decimal) => ({ value: value.toDecimalPlaces(4).toNumber(), format: '0.0%' });
  const rows = results.flatMap(({ assessment, gaps }) => {
    const { number } = assessment.standard;
    return [
      ...gaps.composites.flatMap(({ stage, influences }) =>
        influences.map(
          (one): ResultRow => [
            { value: number },
            { value: stage },
            { value: '综合' },
            { value: one.school.name },
            share(one.share),
            null,
          ],
        ),
      ),
      ...gaps.coefficients.flatMap(({ stage, indicator, influences }) =>
        influences.map(
          (one): ResultRow => [
            { value: number },
            { value: stage },
            { value: nameOf(indicator.indicator.id) },
            { value: one.school.name },
            share(one.share),
            { value: one.isBelow ? '低于均值' : '高于均值' },
          ],
        ),
      ),
    ];
  });
  return resultSheet(
    '影响大小',
    ['标准', '学段', '差异系数', '学校名称', '所占比例', '方向'],
    rows,
    [20, 8, 36, 26, 12, 12],
  );
}

/** The county with other numbers of pupils: its limits, and who falls below which mark when. */
export function growthSheet(results: Results): SheetPlan | null {
  const rows = results.flatMap(({ gaps }) =>
    gaps.growth.flatMap(({ label, assessment, newlyMissed }): ResultRow[] => [
      ...assessment.limits
        .filter(
          ({ school, limit }) =>
            (school === null && limit.indicator.includes('差异系数')) || limit.indicator.startsWith('cv-'),
        )
        .filter(({ actual }) => actual !== null)
        .map(
          (outcome): ResultRow => [
            { value: label },
            { value: subjectText(outcome) },
            numberCell(outcome.actual, actualPlaces(outcome)),
            { value: limitText(outcome) },
            { value: verdictText(outcome.verdict), style: outcome.verdict === 'holds' ? 'good' : 'bad' },
          ],
        ),
      ...newlyMissed.map(
        (outcome): ResultRow => [
          { value: label },
          { value: subjectText(outcome) },
          numberCell(outcome.actual, Math.max(placesOf(outcome.limit.indicator), actualPlaces(outcome))),
          { value: limitText(outcome) },
          { value: '由达到变为低于标准', style: 'bad' },
        ],
      ),
    ]),
  );
  if (rows.length === 0) return null;
  return resultSheet('学生数变化', ['时间', '项目', '那时', '要求', '结论'], rows, [14, 56, 12, 12, 22]);
}
