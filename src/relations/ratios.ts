import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, gapOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import type { Quotient } from './relation.ts';

/** Ratios that are named for the two things that they compare, and the words that tell them in a list. */
const NAMED: readonly { readonly ratio: RegExp; readonly first: RegExp; readonly second: RegExp }[] = [
  { ratio: /普职比例?/, first: /普通高中|普高/, second: /职业|中职|职高/ },
  { ratio: /城乡[^，。；]{0,8}比/, first: /城镇|城市|城区/, second: /农村|乡村/ },
  { ratio: /男女[^，。；]{0,4}比例?/, first: /男/, second: /女/ },
];

/** 升入普通高中2698人、中等职业学校1798人，普职比为1.5：1; 城镇、农村居民收入分别为a和b，城乡收入比为2.20：1. */
export function findRatios(report: Report): Quotient[] {
  return passagesOf(report).flatMap(({ rows }) =>
    rows.flatMap((row, index) => {
      const result = onlyFigure(row);
      const named = result?.unit === '比' ? NAMED.find(({ ratio }) => ratio.test(clauseOf(row))) : undefined;
      if (!result || !named || result.value.isZero() || /[。；;]/.test(gapOf(report, row))) return [];
      const pair = pairOf(rows.slice(0, index), named.first, named.second);
      return pair && !pair[1].value.isZero() ? [quotient(pair, result)] : [];
    }),
  );
}

/** The two values right before the ratio: one row that deals the two out, or a row for each. */
function pairOf(before: readonly Row[], first: RegExp, second: RegExp): readonly [Figure, Figure] | null {
  const counted = before.filter((row) => row.role === 'level');
  const last = counted.at(-1);
  if (!last || last !== before.at(-1)) return null;
  const [a, b] = last.members;
  const clause = clauseOf(last);
  if (last.members.length === 2 && a && b && isFigure(a) && isFigure(b))
    return isInOrder(clause, first, second) ? [a, b] : null;
  const earlier = counted.at(-2);
  const [one, other] = [earlier ? onlyFigure(earlier) : null, onlyFigure(last)];
  if (!earlier || !one || !other || earlier !== before.at(-2) || !sameUnit(one.unit, other.unit)) return null;
  return first.test(clauseOf(earlier)) && second.test(clause) && !second.test(clauseOf(earlier)) ? [one, other] : null;
}

function isInOrder(clause: string, first: RegExp, second: RegExp): boolean {
  const [at, then] = [clause.search(first), clause.search(second)];
  return at >= 0 && then > at;
}

function quotient([dividend, divisor]: readonly [Figure, Figure], result: Figure): Quotient {
  return {
    type: 'quotient',
    assertion: 'implied',
    dividend: [dividend],
    divisor,
    times: 1,
    result,
    span: around(dividend.span, divisor.span, result.span),
  };
}
