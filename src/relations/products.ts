import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, isFigure, onlyFigure, passagesOf } from './context.ts';
import type { Operand, Product } from './relation.ts';

const EACH = /每(?:人|生|名|位|校|所|个|班|间|套|台|户)[^，。；]*$|人均|生均|校均|班均|平均[^，。；]*$/;
const TOTAL = /共需|共计|总计|合计|累计|年投入|全年|总投入|共投入|共发放|共补助|需资金/;
const A_DAY = /每(?:生|人|名)?每?(?:天|日)|每天|每日/;
const A_MONTH = /每月/;
const PLACES_PER_CLASS = [40, 45, 50, 55];

/** count × amount per head (× days or months) = total, and classes × class size = places. */
export function findProducts(report: Report): Product[] {
  return passagesOf(report).flatMap(({ rows, text }) =>
    rows.flatMap((_, index) => [...perHead(rows, index, text), ...placesOfClasses(rows, index)]),
  );
}

/** 200名…每人10万元…总计2000万元, in any order of the sentence. */
function perHead(rows: readonly Row[], index: number, sentence: string): Product[] {
  const row = rows[index] as Row;
  const total = onlyFigure(row);
  if (total?.kind !== 'money' || !TOTAL.test(clauseOf(row))) return [];
  const others = rows
    .filter((other) => other !== row)
    .map((other) => ({ clause: clauseOf(other), figure: onlyFigure(other) }));
  const told = others.findLastIndex(({ clause, figure }) => figure?.kind === 'money' && EACH.test(clause));
  // 由每人每月200元提高到350元: the amount that holds now is the one behind
  const amount = others[told]?.figure?.role === 'base' ? others[told + 1]?.figure : others[told]?.figure;
  const rate = amount?.kind === 'money' ? { clause: others[told]?.clause ?? '', figure: amount } : undefined;
  const counts = others.flatMap(({ figure }) =>
    figure?.kind === 'count' && figure.role === 'level' && /^[人名位所户个]$/.test(figure.unit ?? '') ? [figure] : [],
  );
  const [count] = counts;
  if (!rate?.figure || !count || counts.length !== 1) return [];
  const times = repeats(
    rate.clause,
    others.map(({ figure }) => figure),
    sentence,
  );
  if (!times) return [];
  return [
    {
      type: 'product',
      assertion: 'implied',
      factors: [count, rate.figure, ...times],
      result: total,
      span: around(count.span, rate.figure.span, total.span),
    },
  ];
}

/** A daily amount needs its number of days, a monthly one its months; without them nothing can be worked out. */
function repeats(clause: string, figures: readonly (Figure | null)[], sentence: string): Operand[] | null {
  if (A_DAY.test(clause)) {
    const days = figures.find((figure) => figure?.unit === '天');
    return days ? [days] : null;
  }
  if (!A_MONTH.test(clause)) return [];
  const months = figures.find((figure) => figure?.unit === '个月');
  if (months) return [months];
  return /全年|每年|年发放/.test(sentence) ? [{ constant: new Decimal(12), span: null }] : null;
}

/** 24个教学班，学位1080个: a standard class size times the classes, told only where it fits. */
function placesOfClasses(rows: readonly Row[], index: number): Product[] {
  const places = onlyFigure(rows[index] as Row);
  if (!places || !/学位/.test(places.label)) return [];
  const classes = rows
    .slice(0, index)
    .flatMap((row) => row.members.filter(isFigure))
    .findLast((figure) => figure.indicator === 'class-count' || /教学班/.test(figure.label));
  const size = classes && PLACES_PER_CLASS.find((candidate) => classes.value.times(candidate).eq(places.value));
  if (!classes || !size) return [];
  const factor: Operand = { constant: new Decimal(size), span: null };
  return [
    {
      type: 'product',
      assertion: 'possible',
      factors: [classes, factor],
      result: places,
      span: around(classes.span, places.span),
    },
  ];
}
