import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { around, partOf } from './context.ts';
import { isOnly } from './sole-levels.ts';
import type { Quotient } from './relation.ts';

const ONE = new Decimal(1);

/**
 * Figures that the vocabulary derives from others (生均…, 生师比, 平均班额) with the two that make them up, of the same stage,
 * scope and time. In one paragraph they are meant to agree; farther apart they only confirm, since 生均 figures are often
 * worked out over the schools in scope and the totals over all.
 */
export function findFormulas(report: Report): Quotient[] {
  const byName = new Map<string, Figure[]>();
  for (const figure of report.figures) {
    if (!figure.indicator || figure.role !== 'level' || figure.valueMax) continue;
    const list = byName.get(figure.indicator);
    if (list) list.push(figure);
    else byName.set(figure.indicator, [figure]);
  }
  return report.figures.flatMap((result): Quotient[] => {
    const formula = indicatorOf(result.indicator)?.ratioOf;
    if (!formula || (result.role !== 'level' && result.role !== 'share') || result.bound !== null) return [];
    const [numerator, denominator, times] = formula;
    const dividend = nearest(report, byName.get(numerator), result);
    const divisor = nearest(report, byName.get(denominator), result);
    if (!dividend || !divisor || divisor.value.isZero() || dividend === result) return [];
    // 生机比 may be printed as computers per pupil, 师生比 as pupils per teacher
    const turned = turnedRatio(result);
    const value = dividend.value.div(divisor.value).times(times);
    if (value.isZero() || result.value.isZero()) return [];
    // 面积222468平方米，生均4.92平方米 means the stage's pupils, wherever they are told
    // a school has no other pupils than those it tells of, where it tells one number of them
    const only = report.kind === 'school-report' && [dividend, divisor].every((figure) => isOnly(report, figure));
    const close = only || paragraphOf(report, dividend) === paragraphOf(report, result);
    return [
      {
        type: 'quotient',
        assertion: close ? 'implied' : 'possible',
        dividend: [turned ? divisor : dividend],
        divisor: turned ? dividend : divisor,
        times,
        result: turned ?? result,
        span: around(result.span),
      },
    ];
  });
}

/** 师生比1：17.3 says 17.3 pupils to a teacher: the arithmetic is shown the way the ratio is printed. */
function turnedRatio(figure: Figure): Figure | null {
  if (figure.kind !== 'ratio' || !/^1\s?[:：∶]/.test(figure.text) || figure.value.isZero()) return null;
  const { low, high } = figure.interval;
  return {
    ...figure,
    value: ONE.div(figure.value).toDecimalPlaces(6),
    interval: { low: ONE.div(high), high: ONE.div(low) },
  };
}

function nearest(report: Report, figures: readonly Figure[] | undefined, result: Figure): Figure | null {
  const part = partOf(report, result.span.start);
  const fits = (figures ?? []).filter(
    (figure) =>
      figure.stage === result.stage &&
      figure.scope === result.scope &&
      partOf(report, figure.span.start) === part &&
      (figure.period === result.period || figure.period === null || result.period === null),
  );
  return fits.findLast((figure) => figure.span.start < result.span.start) ?? fits[0] ?? null;
}

function paragraphOf(report: Report, figure: Figure): number {
  return report.sentences.find((sentence) => figure.span.start < sentence.span.end)?.paragraph ?? -1;
}
