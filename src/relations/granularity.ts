import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { firstOf, isFigure, onlyFigure, passagesOf } from './context.ts';
import type { Granular } from './relation.ts';

/** Things that do not come in halves, and of which a percentage is told. */
const WHOLE_THINGS = /^[所个人名位户间]$/;
/** 45所学校中，… 97.3%: nothing but the whole's own noun stands before 中. */
const AMONG = /^[^，,。；;、：:\d]{0,12}(?:之?中|里)[，,：:]?/;
/** 占45所学校的97.3%. */
const OF_THE_WHOLE = /占[^，,。；;、\d]{0,8}$/;
/** What is told of all of them in common, or over time, is no share of their number. */
const NO_SHARE = /增长|提高|下降|增加|减少|比重|高于|低于|平均|系数|得分|百分点|投入|支出|经费|资金|面积|图书/;

/** Percentages of a printed number of whole schools, classes or persons whose part is not printed. */
export function findGranularity(report: Report): Granular[] {
  const { text } = report.manuscript;
  return passagesOf(report).flatMap(({ rows }) =>
    rows.flatMap((row, index): Granular[] => {
      if (firstOf(row).unit !== '%' || row.members.some((member) => 'valueMax' in member && member.valueMax !== null)) {
        return [];
      }
      const before = rows[index - 1];
      const whole = before && onlyFigure(before);
      if (!whole || !isCount(whole) || before.role !== 'level') return [];
      const between = text.slice(whole.span.end, firstOf(row).span.start);
      const lead = text.slice(before.gap.start, whole.span.start);
      const among = AMONG.exec(between);
      const named = OF_THE_WHOLE.test(lead) && /^[^，,。；;、]{0,12}的$/.test(between);
      if ((!among && !named) || NO_SHARE.test(between)) return [];
      return row.members
        .filter(isFigure)
        .filter(({ bound, role }) => bound === null && (role === 'level' || role === 'share'))
        .map((share) => ({ type: 'granular', assertion: 'implied', share, whole, span: share.span }));
    }),
  );
}

function isCount({ kind, unit, value, bound, valueMax, text }: Figure): boolean {
  return (
    kind === 'count' &&
    WHOLE_THINGS.test(unit ?? '') &&
    value.isInteger() &&
    value.gt(0) &&
    bound === null &&
    valueMax === null &&
    !/[万亿]/.test(text)
  );
}
