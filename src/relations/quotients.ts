import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import type { Operand, Product, Quotient } from './relation.ts';

const PER_YEAR = /年均|年平均|平均每年|每年平均/;
const EACH = /(?:每(?:人|生|名|位|校|所|个|班|间|套|台|户)|人均|生均|校均|班均|平均)[^，。；]*$/;
const PLACES_PER_CLASS = [40, 45, 50, 55];

/** Yearly means over the years told, means per head with their total and count, and classes times class size. */
export function findQuotients(report: Report): (Quotient | Product)[] {
  const found: (Quotient | Product)[] = [];
  let paragraph = -1;
  let years: Figure | null = null;
  for (const { sentence, rows } of passagesOf(report)) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      years = null;
    }
    rows.forEach((row, index) => {
      const figure = onlyFigure(row);
      if (figure?.indicator === 'text:统计时段' && figure.value.isInteger()) years = figure;
      if (figure && PER_YEAR.test(clauseOf(row))) {
        const total = previous(rows, index, (other) => sameUnit(other.unit, figure.unit) && other.kind === figure.kind);
        const divisor = years ?? yearsOf(row);
        if (total && divisor) found.push(quotient(total, divisor, figure, 'implied'));
      }
      found.push(...perHead(rows, index), ...placesOfClasses(rows, index));
    });
  }
  return found;
}

function previous(rows: readonly Row[], index: number, fits: (figure: Figure) => boolean): Figure | null {
  for (let at = index - 1; at >= 0; at--) {
    const figure = rows[at]?.members.findLast((member): member is Figure => isFigure(member) && fits(member));
    if (figure) return figure;
  }
  return null;
}

/** 2015-2018年…年均: the years that date the sentence. */
function yearsOf(row: Row): Operand | null {
  return row.periods.length > 1 ? { constant: new Decimal(row.periods.length), span: null } : null;
}

/** count × amount per head = total, in one sentence, in any order: 200名…每人10万元…总计2000万元. */
function perHead(rows: readonly Row[], index: number): Product[] {
  const row = rows[index] as Row;
  const total = onlyFigure(row);
  if (total?.kind !== 'money' || !/共|总计|合计|累计/.test(clauseOf(row))) return [];
  const before = rows.slice(0, index).map((other) => ({ other, figure: onlyFigure(other) }));
  const rate = before.findLast(({ other, figure }) => figure?.kind === 'money' && EACH.test(clauseOf(other)))?.figure;
  const counts = before.flatMap(({ figure }) =>
    figure?.kind === 'count' && /^[人名位所户个]$/.test(figure.unit ?? '') ? [figure] : [],
  );
  const [count] = counts;
  if (!rate || !count || counts.length !== 1) return [];
  return [
    {
      type: 'product',
      assertion: 'implied',
      factors: [count, rate],
      result: total,
      span: around(count.span, rate.span, total.span),
    },
  ];
}

/** 24个教学班，学位1080个: a standard class size times the classes, told only where it fits. */
function placesOfClasses(rows: readonly Row[], index: number): Product[] {
  const places = onlyFigure(rows[index] as Row);
  if (!places || !/学位/.test(places.label)) return [];
  const classes = previous(rows, index, (figure) => figure.indicator === 'class-count' || /教学班/.test(figure.label));
  if (!classes) return [];
  const size = PLACES_PER_CLASS.find((candidate) => classes.value.times(candidate).eq(places.value));
  if (!size) return [];
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

function quotient(dividend: Operand, divisor: Operand, result: Figure, assertion: Quotient['assertion']): Quotient {
  const spans = [dividend.span, divisor.span, result.span].flatMap((span) => span ?? []);
  return { type: 'quotient', assertion, dividend, divisor, times: 1, result, span: around(...spans) };
}
