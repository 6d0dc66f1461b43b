import { Decimal } from '../model/decimal.ts';
import type { Report, Row } from '../model/report.ts';
import { cutTail } from '../vocabulary/index.ts';
import { type Comparison, comparisonsOf, levelsBefore } from './compared.ts';
import { besideChange } from './beside-changes.ts';
import { comparedRows, isPair, isPartial } from './compared-rows.ts';
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
import { difference, isComparable } from './difference.ts';
import type { Constant, Difference } from './relation.ts';
import { remainderAt } from './remainders.ts';

const HIGHER = /高于|高出|超过|多于|超出/;
const LOWER = /低于|少于|落后于/;
const FALL = /减少|下降|降低|缩小|回落|净减|压减|撤并|撤销|裁撤|精简|消除|化解|低|少/;
const FALL_TO = /(?:减|降|缩|回落|压)[^，。；]*(?:到|至|为)$/;
const OVER_LIMIT = /高于|高出|超过|超出|多于|多出|大于/;
const UNDER_LIMIT = /低于|少于|低出|小于/;
const LAST_YEAR = /^(?:上一?年度?|去年|上年同期|去年同期|上期)(?:同期)?(?:仅|只)?(?:为|是|有)?$/;
const YEARS =
  /((?:19|20)\d\d)年?起?\s?(?:至|到|[-—–－]{1,2})\s?((?:19|20)\d\d)年?(?:底|止|末)?[，、,]?[^，。；\d]{0,8}$/;
const YEARS_BEHIND = /^[（(]((?:19|20)\d\d)年?(?:至|到|[-—–－]{1,2})((?:19|20)\d\d)年?[）)]/;

/** Remainders (空编), excesses (A高于B x个百分点), changes (由a增加到b，增加c) and spans of years (2018年至2021年，4年). */
export function findDifferences(report: Report): Difference[] {
  const found: Difference[] = [];
  for (const passage of passagesOf(report)) {
    const rows = comparedRows(report, passage.rows);
    rows.forEach((_, index) => {
      found.push(
        ...remainder(report, rows, index),
        ...excess(rows, index),
        ...change(report, rows, index),
        ...formerAndLatter(rows, index),
        ...beyondLimit(report, rows, index),
        ...besideChange(report, rows, index),
      );
    });
    passage.rows.forEach((row) => {
      const years = spanOfYears(report, row);
      if (years) found.push(years);
    });
  }
  return found;
}

/** 编制1669名，实有1575人，空编94人. */
function remainder(report: Report, rows: readonly Row[], index: number): Difference[] {
  const found = remainderAt(report, rows, index);
  return found ? [difference(found.minuend, found.subtrahend, found.result, 'stated')] : [];
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
  if (
    other !== '后者' &&
    (other === '' ? row.members.length === 1 : likeness(other, b.label) < (row.members.length === 1 ? 0.6 : 0.3))
  )
    return [];
  return row.members.flatMap((result, at) => {
    const first = a.members[at];
    const second = b.members[at];
    if (!first || !second || !isFigure(result)) return [];
    const [minuend, subtrahend] = higher ? [first, second] : [second, first];
    return [{ ...difference(minuend, subtrahend, result, 'implied'), span: around(spanOf(a), spanOf(b), spanOf(row)) }];
  });
}

/** 由a增加到b，增加c; 较上年的a提高c; b，提高c（上年为a）. */
function change(report: Report, rows: readonly Row[], index: number): Difference[] {
  const row = rows[index] as Row;
  // 年均增加73人 is what a year makes of it
  if (row.role !== 'change' || /年均|每年|平均/.test(clauseOf(row))) return [];
  const falling = FALL.test(clauseOf(row));
  const compared = comparisonsOf(report, rows, index);
  const told = compared.length > 0 ? compared : [...inBracket(rows, index), ...pairBehind(report, rows, index)];
  return told.flatMap(({ level, base, result, unsure }) => {
    if (!isComparable(level, result)) return [];
    const [minuend, subtrahend] = falling ? [base, level] : [level, base];
    return [difference(minuend, subtrahend, result, unsure || isPartial(row) ? 'possible' : 'stated')];
  });
}

/** 合格率98.3%，提高1.8个百分点（2016年为96.5%）: the bracket behind the change tells what it is counted from. */
function inBracket(rows: readonly Row[], index: number): Comparison[] {
  const result = onlyFigure(rows[index] as Row);
  const behind = rows[index + 1];
  const base = behind && behind.head === result ? onlyFigure(behind) : null;
  if (!result || !behind || !base || !isComparable(base, result)) return [];
  if (!LAST_YEAR.test(clauseOf(behind)) && behind.periods.length !== 1) return [];
  const [level] = levelsBefore(rows.slice(0, index), { ...behind, head: (rows[index] as Row).head }, 1);
  return level && isFigure(level) && level.period !== (base.period ?? '上年') ? [{ level, base, result }] : [];
}

/** 学校减少5所，由52所减少到47所: the two values stand right behind the change and have no other subject. */
function pairBehind(report: Report, rows: readonly Row[], index: number): Comparison[] {
  const [row, base, level] = [rows[index], rows[index + 1], rows[index + 2]];
  const result = row ? onlyFigure(row) : null;
  if (!row || !result || !base || !level || !isPair(base, level) || !/^(?:由|从)(?:原来的?)?$/.test(clauseOf(base)))
    return [];
  const [from, to] = [onlyFigure(base), onlyFigure(level)];
  if (!from || !to || base.head !== row.head || /[。；;]/.test(gapOf(report, base) + gapOf(report, level))) return [];
  if (FALL.test(clauseOf(row)) !== FALL_TO.test(clauseOf(level))) return [];
  return sameUnit(from.unit, to.unit) ? [{ level: to, base: from, result }] : [];
}

/** a，高于标准5.2平方米0.78平方米; b，低于0.65的限值0.35: by how much the value before lies beyond the limit between. */
function beyondLimit(report: Report, rows: readonly Row[], index: number): Difference[] {
  const row = rows[index] as Row;
  const limit = rows[index - 1];
  if (row.role !== 'change' || limit?.role !== 'limit' || limit.members.length !== row.members.length) return [];
  const clause = clauseOf(limit);
  const above = OVER_LIMIT.test(clause);
  if (above === UNDER_LIMIT.test(clause)) return [];
  // 自评得分95.5分，其中a、b、c，高出85分的合格线10.5分: of the whole, not of its last part
  const before = rows.slice(0, index - 1);
  const opening = before.findLastIndex((other) => /其中|[，,]含|[；;]/.test(gapOf(report, other)));
  const parts = opening > 0 && !/[；;]/.test(gapOf(report, before[opening] as Row));
  const levels = levelsBefore(parts ? before.slice(0, opening) : before, limit, row.members.length);
  return row.members.flatMap((result, at) => {
    const [value, bar] = [levels[at], limit.members[at]];
    if (!value || !bar || !isFigure(result) || !isFigure(bar)) return [];
    if (!isComparable(value, result) || !isComparable(bar, result)) return [];
    // 低于0.65: the word says what is held against it, not how exact it is
    const exact = { ...bar, bound: null };
    return [above ? difference(value, exact, result, 'implied') : difference(exact, value, result, 'implied')];
  });
}

const FORMER = /前者[^，。；]{0,4}(?:比|较)后者/;

/** a，b，前者比后者高c. */
function formerAndLatter(rows: readonly Row[], index: number): Difference[] {
  const row = rows[index] as Row;
  const clause = clauseOf(row);
  if (!FORMER.test(clause)) return [];
  const [a, b] = rows.slice(Math.max(0, index - 2), index);
  if (!a || !b || a.members.length !== row.members.length || b.members.length !== row.members.length) return [];
  return row.members.flatMap((result, at) => {
    const [first, second] = [a.members[at], b.members[at]];
    if (!first || !second || !isFigure(result)) return [];
    if (!sameUnit(first.unit, second.unit) || !isComparable(first, result)) return [];
    const [minuend, subtrahend] = FALL.test(clause) ? [second, first] : [first, second];
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
