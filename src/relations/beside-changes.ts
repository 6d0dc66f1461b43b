import type { Figure, Mask } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { isApart, levelsBefore } from './compared.ts';
import type { ComparedRow } from './compared-rows.ts';
import { clauseOf, firstOf, gapOf, isFigure, onlyFigure, sameUnit } from './context.ts';
import { difference, isComparable } from './difference.ts';
import type { Assertion, Difference } from './relation.ts';

const FALL = /减少|下降|降低|缩小|回落|净减|低|少/;
const THAN = /[比较]([^，。；\d]{2,12}?)(?:多|少|高|低)(?:出)?(?:约|近)?$/;
const LAST_YEAR = /(?:上一?年度?|去年)(?:同期)?/;
/** 增加24人 with nothing that says of what. */
const ALONE = /^(?:净|共|累计)?(?:增加|减少|提高|上升|提升|下降|降低|缩小)了?(?:约|近)?$/;

/** 新增学位500个、600个、700个，累计增加1800个: what came in each year adds up, no year is counted from another. */
const FLOW = /新[增建招]|招聘|招录|补充|引进|投入|安排|拨付|发放|筹措|改扩?建|增加|减少|撤并|培训|交流|净增|建成|购置/;

/** Changes whose two values stand beside them without 由, 到 or 比: each told in a way of its own. */
export function besideChange(report: Report, rows: readonly ComparedRow[], index: number): Difference[] {
  const row = rows[index] as ComparedRow;
  if (row.role !== 'change' || /年均|每年|平均/.test(clauseOf(row))) return [];
  const behind = toldBehind(report, rows, index);
  if (behind.length > 0) return behind;
  const found = overSeries(rows, index) ?? sincePrevious(rows, index);
  return found ? [found] : [];
}

function changed(
  row: Row,
  from: Figure | Mask,
  to: Figure | Mask,
  result: Figure | Mask | undefined,
  assertion: Assertion,
): Difference[] {
  if (!result || !isFigure(result) || !sameUnit(from.unit, to.unit) || !isComparable(to, result)) return [];
  const [minuend, subtrahend] = FALL.test(clauseOf(row)) ? [from, to] : [to, from];
  // a change greater than what there is in the end is a sum or of something else
  if (assertion !== 'stated' && isFigure(minuend) && result.value.gt(minuend.value)) return [];
  return [difference(minuend, subtrahend, result, assertion)];
}

/** a，比镇区学校多c，镇区学校为b; a，较上年提升c，上年为b; a、b，分别比2015年增加c、d，2015年分别为e和f. */
function toldBehind(report: Report, rows: readonly Row[], index: number): Difference[] {
  const row = rows[index] as Row;
  const base = rows[index + 1];
  if (!base || base.members.length !== row.members.length || isApart(report, base)) return [];
  if (base.head !== row.head || base.role !== 'level') return [];
  const named = clauseOf(base).replace(/(?:的)?(?:仅|只|则|分别)*(?:为|有|是)?$/, '');
  const other = THAN.exec(clauseOf(row))?.[1];
  const since = YEAR.exec(gapOf(report, row))?.[1];
  const isNamed = other !== undefined && other === named;
  const isDated = since !== undefined && since === YEAR_IS.exec(gapOf(report, base))?.[1];
  const isLast = LAST_YEAR.test(named) && named.replace(LAST_YEAR, '') === '' && LAST_YEAR.test(clauseOf(row));
  if (!isNamed && !isDated && !isLast) return [];
  const levels = levelsBefore(rows.slice(0, index), base, row.members.length);
  return row.members.flatMap((result, at) => {
    const [from, to] = [base.members[at], levels[at]];
    return from && to ? changed(row, from, to, result, 'stated') : [];
  });
}

const YEAR = /[比较]((?:19|20)\d\d)年/;
const YEAR_IS = /^[，,]((?:19|20)\d\d)年(?:仅|只|则|分别)*(?:为|是)$/;

/** 2020年、2021年、2022年分别为a、b、c，累计下降d: over a row of years, from the first to the last. */
function overSeries(rows: readonly ComparedRow[], index: number): Difference | null {
  const row = rows[index] as ComparedRow;
  const series = rows[index - 1];
  const result = onlyFigure(row);
  if (!result || !series || series.members.length < 3 || series.role === 'change' || series.role === 'change-rate')
    return null;
  const whole = /^(?:累计|共|总共)/.test(clauseOf(row)) && ALONE.test(clauseOf(row));
  const years = row.took ? row.took - (series.members.length - 1) : null;
  // 三年 over three values may be counted from the year before
  if (!whole && years !== 0 && years !== 1) return null;
  if (series.periods.length !== series.members.length && !whole) return null;
  const [first, last] = [firstOf(series), series.members.at(-1)];
  if (!last || !ALONE.test(clauseOf(row)) || isFlow(series)) return null;
  return changed(row, first, last, result, whole || years === 0 ? 'implied' : 'possible')[0] ?? null;
}

/** 2018年底a；2019年3月底b，增加c, and 2022年a，2021年b，2020年c，两年下降d: values of one name at several times. */
function sincePrevious(rows: readonly ComparedRow[], index: number): Difference | null {
  const row = rows[index] as ComparedRow;
  const result = onlyFigure(row);
  const last = rows[index - 1];
  const latest = last && onlyFigure(last);
  if (!result || !last || !latest || !ALONE.test(clauseOf(row)) || last.role === 'base' || isFlow(last)) return null;
  const told: Figure[] = [];
  for (let at = index - 1; at >= 0; at--) {
    const other = rows[at] as Row;
    const figure = onlyFigure(other);
    if (!figure || !isSameName(other, last) || other.role === 'base' || !/^\d{4}$/.test(figure.period ?? '')) break;
    told.push(figure);
  }
  const byYear = new Map(told.map((figure) => [Number(figure.period), figure]));
  if (byYear.size < 2 || byYear.size !== told.length) return null;
  const end = Math.max(...byYear.keys());
  // without a duration only two values leave no doubt which are compared
  const start = row.took ? end - row.took : Math.min(...byYear.keys());
  const [from, to] = [byYear.get(start), byYear.get(end)];
  if (!from || !to || (!row.took && byYear.size > 2)) return null;
  return changed(row, from, to, result, 'implied')[0] ?? null;
}

function isFlow(row: Row): boolean {
  return FLOW.test(clauseOf(row)) || FLOW.test(row.label);
}

function isSameName(a: Row, b: Row): boolean {
  return a.label !== '' && a.label === b.label && a.stages.join() === b.stages.join() && a.head === b.head;
}
