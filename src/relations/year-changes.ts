import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { isDuration } from './compared-rows.ts';
import { around, clauseOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import type { Difference } from './relation.ts';

const YEARS = /((?:19|20)\d\d)年?(?:与|比|较|同|和)((?:19|20)\d\d)年?(?:相比|比较|相较|对比)?/;
const FALL = /减少|下降|降低|缩小|回落/;

/**
 * 2023年与2021年相比，小学增加a, and 三年间小学增加a: the change between the values that the paragraph told of the two years.
 * Only where one name of the row's stage and unit has a value in both years; with two such names nothing says which is meant.
 */
export function findYearChanges(report: Report): Difference[] {
  const found: Difference[] = [];
  let paragraph = -1;
  let told: Figure[] = [];
  for (const { sentence, rows, text } of passagesOf(report)) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      told = [];
    }
    const years = YEARS.exec(text);
    for (const [index, row] of rows.entries()) {
      const result = onlyFigure(row);
      if (years && result && row.role === 'change' && result.span.start > sentence.span.start + years.index) {
        const [, last = '', first = ''] = years;
        const pair = pairOf(told, result, first, last);
        if (pair) found.push(changed(pair, result, FALL.test(clauseOf(row))));
      }
      const over = years ? null : overYears(rows[index - 1], row, told);
      if (over) found.push(over);
      if (row.role === 'level') told.push(...row.members.filter(isFigure));
    }
  }
  return found;
}

interface Pair {
  readonly first: Figure;
  readonly last: Figure;
}

function pairOf(told: readonly Figure[], result: Figure, first: string, last: string): Pair | null {
  const fits = told.filter(
    (figure) => figure.indicator !== null && figure.stage === result.stage && sameUnit(figure.unit, result.unit),
  );
  const pairs = fits
    .filter((figure) => figure.period === first)
    .flatMap((from) =>
      fits
        .filter(
          (figure) => figure.period === last && figure.indicator === from.indicator && figure.scope === from.scope,
        )
        .map((to): Pair => ({ first: from, last: to })),
    );
  return pairs.length === 1 ? (pairs[0] ?? null) : null;
}

const BETWEEN = /^(?:间|来|里|内)/;
const NOT_TOLD = /年均|平均|每年|共|累计|合计|[比较]/;

/** 2020年a，2023年b，三年间减少c: the only two values of the name, so many years apart. */
function overYears(time: Row | undefined, row: Row, told: readonly Figure[]): Difference | null {
  const years = time && isDuration(time) ? onlyFigure(time) : null;
  const result = onlyFigure(row);
  const clause = clauseOf(row);
  if (!years || !result || row.role !== 'change' || !BETWEEN.test(clause) || NOT_TOLD.test(clause)) return null;
  const fits = told.filter(
    (figure) =>
      figure.indicator !== null &&
      figure.period !== null &&
      (figure.stage === result.stage || result.stage === null) &&
      sameUnit(figure.unit, result.unit),
  );
  const [first, last] = fits;
  if (!first || !last || fits.length > 2) return null;
  if (first.indicator !== last.indicator || first.stage !== last.stage || first.scope !== last.scope) return null;
  const apart = Number(last.period) - Number(first.period);
  return years.value.eq(apart) ? changed({ first, last }, result, FALL.test(clause), 'implied') : null;
}

function changed(
  { first, last }: Pair,
  result: Figure,
  falling: boolean,
  assertion: Difference['assertion'] = 'stated',
): Difference {
  const [minuend, subtrahend] = falling ? [first, last] : [last, first];
  return {
    type: 'difference',
    assertion,
    minuend,
    subtrahend,
    result,
    plus: 0,
    span: around(first.span, last.span, result.span),
  };
}
