import type { Figure } from '../model/figure.ts';
import type { Report } from '../model/report.ts';
import { around, clauseOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import type { Difference } from './relation.ts';

const YEARS = /((?:19|20)\d\d)年?(?:与|比|较|同|和)((?:19|20)\d\d)年?(?:相比|比较|相较|对比)?/;
const FALL = /减少|下降|降低|缩小|回落/;

/**
 * 2023年与2021年相比，小学增加a: the change between the values that the paragraph told of the two years. Only where one
 * name of the row's stage and unit has a value in both years; with two such names nothing says which is meant.
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
    for (const row of rows) {
      const result = onlyFigure(row);
      if (years && result && row.role === 'change' && result.span.start > sentence.span.start + years.index) {
        const [, last = '', first = ''] = years;
        const pair = pairOf(told, result, first, last);
        if (pair) found.push(changed(pair, result, FALL.test(clauseOf(row))));
      }
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

function changed({ first, last }: Pair, result: Figure, falling: boolean): Difference {
  const [minuend, subtrahend] = falling ? [first, last] : [last, first];
  return {
    type: 'difference',
    assertion: 'stated',
    minuend,
    subtrahend,
    result,
    plus: 0,
    span: around(first.span, last.span, result.span),
  };
}
