import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { cutTail } from '../vocabulary/index.ts';
import { comparisonsOf } from './compared.ts';
import {
  around,
  clauseOf,
  firstOf,
  gapOf,
  isFigure,
  likeness,
  onlyFigure,
  passagesOf,
  sameUnit,
  spanOf,
} from './context.ts';
import type { Constant, Difference } from './relation.ts';

const REMAINDER = /空编|缺编|超编|缺额|缺口|差额|结余|剩余|尚缺|还缺|仍缺|共缺|短缺|相差|尚差/;
const HIGHER = /高于|高出|超过|多于|超出/;
const LOWER = /低于|少于|落后于/;
const FALL = /减少|下降|降低|缩小|回落|净减|压减|低|少/;
const YEARS =
  /((?:19|20)\d\d)年?起?\s?(?:至|到|[-—–－]{1,2})\s?((?:19|20)\d\d)年?(?:底|止|末)?[，、,]?[^，。；\d]{0,8}$/;
const YEARS_BEHIND = /^[（(]((?:19|20)\d\d)年?(?:至|到|[-—–－]{1,2})((?:19|20)\d\d)年?[）)]/;

/** Remainders (空编), excesses (A高于B x个百分点), changes (由a增加到b，增加c) and spans of years (2018年至2021年，4年). */
export function findDifferences(report: Report): Difference[] {
  const found: Difference[] = [];
  for (const { rows } of passagesOf(report)) {
    rows.forEach((row, index) => {
      found.push(...remainder(rows, index), ...excess(rows, index), ...change(rows, index));
      const years = spanOfYears(report, row);
      if (years) found.push(years);
    });
  }
  return found;
}

/** Two figures and what is left between them; the larger of the two is the minuend, whichever is told first. */
function remainder(rows: readonly Row[], index: number): Difference[] {
  const result = onlyFigure(rows[index] as Row);
  if (!result || !REMAINDER.test(clauseOf(rows[index] as Row))) return [];
  const before = rows
    .slice(0, index)
    .map(onlyFigure)
    .filter(
      (figure): figure is Figure =>
        figure !== null && sameUnitOfPosts(figure.unit, result.unit) && figure.kind === result.kind,
    );
  const [a, b] = before.slice(-2);
  if (!a || !b) return [];
  const [minuend, subtrahend] = a.value.gte(b.value) ? [a, b] : [b, a];
  return [difference(minuend, subtrahend, result, 'stated')];
}

/** Posts are counted as 名, 人 or 个. */
function sameUnitOfPosts(a: string | null, b: string | null): boolean {
  return sameUnit(a, b) || (a !== null && b !== null && /^[个人名]$/.test(a) && /^[个人名]$/.test(b));
}

/** A比B高x: the two rows before, of the same length and kind, member by member. */
function excess(rows: readonly Row[], index: number): Difference[] {
  const row = rows[index] as Row;
  const clause = clauseOf(row);
  const higher = HIGHER.test(clause);
  if ((!higher && !LOWER.test(clause)) || row.role === 'limit') return [];
  // 高于2.5% is a limit, not an excess: the word must have a name behind it or 百分点 in the unit
  const points = firstOf(row).unit === '个百分点';
  if (!points && !/(?:高于|高出|超过|多于|超出|低于|少于)[^，。；]{2,}(?:分别|个|为|达)/.test(clause)) return [];
  const fit = rows
    .slice(0, index)
    .filter(
      (other) =>
        other.members.length === row.members.length &&
        isComparable(firstOf(other), firstOf(row)) &&
        other.head === row.head,
    );
  const [a, b] = fit.slice(-2);
  if (!a || !b) return [];
  // a single excess (高于全省平均2个百分点) is of the rows before only where the second is the one named
  const named = /(?:高于|高出|超过|多于|超出|低于|少于|落后于)([^，。；]*)$/.exec(clause)?.[1] ?? '';
  const other = cutTail(named);
  if (other === '' ? row.members.length === 1 : likeness(other, b.label) < (row.members.length === 1 ? 0.6 : 0.3))
    return [];
  return row.members.flatMap((result, at) => {
    const first = a.members[at];
    const second = b.members[at];
    if (!first || !second || !isFigure(result)) return [];
    const [minuend, subtrahend] = higher ? [first, second] : [second, first];
    return [{ ...difference(minuend, subtrahend, result, 'implied'), span: around(spanOf(a), spanOf(b), spanOf(row)) }];
  });
}

function isComparable(a: { unit: string | null }, b: { unit: string | null }): boolean {
  return sameUnit(a.unit, b.unit) || (a.unit === '%' && b.unit === '个百分点');
}

/** 由a增加到b，增加c; 较上年的a提高c. */
function change(rows: readonly Row[], index: number): Difference[] {
  const row = rows[index] as Row;
  if (row.role !== 'change') return [];
  const falling = FALL.test(clauseOf(row));
  return comparisonsOf(rows, index).flatMap(({ level, base, result }) => {
    if (!isComparable(level, result)) return [];
    const [minuend, subtrahend] = falling ? [base, level] : [level, base];
    return [difference(minuend, subtrahend, result, 'stated')];
  });
}

function spanOfYears(report: Report, row: Row): Difference | null {
  const figure = onlyFigure(row);
  if (figure?.unit !== '年' || !figure.value.isInteger()) return null;
  const { text } = report.manuscript;
  const gap = gapOf(report, row);
  const before = YEARS.exec(gap);
  const behind = before ? null : YEARS_BEHIND.exec(text.slice(figure.span.end, figure.span.end + 16));
  const match = before ?? behind;
  if (!match) return null;
  const offset = before ? row.gap.start + match.index : figure.span.end;
  const [whole, first = '', last = ''] = match;
  const at = (year: string, from: number): Constant => {
    const start = offset + whole.indexOf(year, from);
    return { constant: new Decimal(year), span: { start, end: start + 4 } };
  };
  return { ...difference(at(last, 5), at(first, 0), figure, 'implied'), plus: 1 };
}

function difference(
  minuend: Difference['minuend'],
  subtrahend: Difference['subtrahend'],
  result: Difference['result'],
  assertion: Difference['assertion'],
): Difference {
  const spans = [minuend, subtrahend, result].flatMap((operand) => operand.span ?? []);
  return { type: 'difference', minuend, subtrahend, result, plus: 0, assertion, span: around(...spans) };
}
