import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import type { Constant, Range } from './relation.ts';

/** Rates that count members of a group and so cannot pass the whole; growth, completion of a plan or debt may. */
const OF_GROUP =
  /(?:巩固|净入学|合格|达标|覆盖|普及|及格|优秀|开设|配备|配齐|持证|就读|建成|参训|培训|满意|接入|辍学|到校)率$|满意度$|(?<!毛)入学率$/;
const MAY_EXCEED = /增长|增幅|毛入学|完成|超额|增加|提高|比上年|同比|利用率/;
const SCHOOL_GROUND = /校|学|运动|教|操场/;
/** 100 square kilometres of school ground: no county has it. */
const LARGEST_GROUND = new Decimal(1e8);
const SQUARE_METRES = 1_000_000;

/** Values that cannot be: rates above a hundred, sizes beyond a county. */
export function findRanges(report: Report): Range[] {
  return report.figures.flatMap((figure) => rate(report, figure) ?? size(report, figure) ?? []);
}

function rate(report: Report, figure: Figure): Range | null {
  if (figure.unit !== '%' || figure.value.lte(100)) return null;
  const known = indicatorOf(figure.indicator);
  const label = figure.label;
  const bounded = (known?.plausible?.[1] === 100 || OF_GROUP.test(label)) && !MAY_EXCEED.test(label);
  const { text } = report.manuscript;
  if (!bounded || MAY_EXCEED.test(text.slice(Math.max(0, figure.span.start - 12), figure.span.start))) return null;
  return range(figure, figure, 100, '比率不应超过100%', 'rate');
}

function size(report: Report, figure: Figure): Range | null {
  if (figure.unit !== '平方米' || figure.value.lt(LARGEST_GROUND)) return null;
  const { text } = report.manuscript;
  const context = text.slice(Math.max(0, figure.span.start - 30), figure.span.start);
  if (!SCHOOL_GROUND.test(context)) return null;
  const squareKilometres = figure.value.div(SQUARE_METRES).toDecimalPlaces(2);
  return range(
    figure,
    figure,
    squareKilometres.toNumber(),
    `折合${squareKilometres.toFixed()}平方公里，学校用地或校舍不可能有这样大`,
    'size',
  );
}

function range(figure: Figure, part: Figure, limit: number, reason: string, kind: Range['kind']): Range {
  const whole: Constant = { constant: new Decimal(limit), span: null };
  return { type: 'range', assertion: 'stated', part, whole, reason, kind, span: figure.span };
}
