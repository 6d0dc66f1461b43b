import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { stageList } from '../vocabulary/index.ts';
import { around, clauseOf, gapOf, isFigure, passagesOf, spanOf } from './context.ts';
import type { ListCount } from './relation.ts';

const YEARS = /年$/;

/** Rows of values against the names, years or number of years they are dealt out to: 近三年分别为a、b、c. */
export function findValueLists(report: Report): ListCount[] {
  const found: ListCount[] = [];
  for (const { rows } of passagesOf(report)) {
    let years: Figure | null = null;
    rows.forEach((row, index) => {
      const only = row.members[0];
      if (row.members.length === 1 && only && isFigure(only) && isYears(only)) years = only;
      const named = yearsNamed(report, row);
      if (named) found.push(named);
      if (row.members.length < 2 && !dealtToOne(row)) return;
      const list = valueList(report, rows, index, years);
      if (list) found.push(list);
    });
  }
  return found;
}

/** 2015年、2016年…这两年: the number of years told against the years named. */
function yearsNamed(report: Report, row: Row): ListCount | null {
  const [figure] = row.members;
  if (row.members.length > 1 || !figure || !isFigure(figure) || !isYears(figure) || row.periods.length < 2) return null;
  if (!/这$|上述$/.test(report.manuscript.text.slice(Math.max(0, figure.span.start - 2), figure.span.start)))
    return null;
  return {
    type: 'list-count',
    assertion: 'implied',
    stated: figure.value.toNumber(),
    items: row.periods,
    announced: `这${figure.text}`,
    open: false,
    figures: [figure],
    span: { start: row.gap.start, end: figure.span.end },
  };
}

function isYears(figure: Figure): boolean {
  return figure.kind === 'duration' && YEARS.test(figure.text) && figure.value.isInteger() && figure.value.gte(2);
}

function dealtToOne(row: Row): boolean {
  return /分别/.test(clauseOf(row)) && stageList(clauseOf(row)).stages.length >= 2;
}

function valueList(report: Report, rows: readonly Row[], index: number, years: Figure | null): ListCount | null {
  const row = rows[index] as Row;
  const gap = gapOf(report, row);
  const count = row.members.length;
  const dealt = /分别/.test(gap);
  const names = stageList(clauseOf(row)).stages.length;
  const sibling = rows.slice(0, index).findLast((other) => other.members.length > 1);
  const make = (stated: number, announced: string, assertion: ListCount['assertion']): ListCount => ({
    type: 'list-count',
    assertion,
    stated,
    items: row.members.map((member) => member.text),
    announced,
    open: false,
    figures: row.members.filter(isFigure),
    span: { start: around(row.gap, spanOf(row)).start + leading(gap), end: spanOf(row).end },
  });
  if (dealt && names >= 2) return make(names, '分别', count > names ? 'implied' : 'stated');
  const otherwise = dealt && isDealtBefore(rows, index);
  if (dealt && !otherwise && row.periods.length >= 2 && row.periods.length <= 12)
    return make(row.periods.length, row.periods.join('、'), 'implied');
  const nouns = nounsBefore(clauseOf(row));
  const stated = years?.value.toNumber() ?? 0;
  if (years && (dealt || sibling === undefined || sibling.members.length === count)) {
    // the base year adds one value to a number of years of growth
    if (stated === count || (dealt && stated + 1 === count)) return make(count, years.text, 'stated');
    if (!otherwise && nouns !== count && isNear(report, years, row)) return make(stated, years.text, 'implied');
  }
  if (!dealt) return null;
  if (nouns === count || otherwise) return make(count, '分别', 'possible');
  if (nouns > count && areCounted(clauseOf(row))) return make(nouns, '分别', 'implied');
  if (sibling)
    return make(
      sibling.members.length === count + 1 ? count : sibling.members.length,
      '分别',
      sameName(sibling, row) ? 'implied' : 'possible',
    );
  return make(count, '分别', 'possible');
}

/**
 * 小学由a增至b，初中由c增至d，三年分别增长e和f: as many stages, names or values before the row as it has members; what they
 * are dealt out to, the years are not.
 */
function isDealtBefore(rows: readonly Row[], index: number): boolean {
  const count = (rows[index] as Row).members.length;
  const before = rows.slice(0, index);
  const last = before.at(-1);
  const span = last?.members[0];
  const opened = last && span && isFigure(span) && isYears(span) ? before.pop() : undefined;
  if (opened && nounsBefore(clauseOf(opened)) === count) return true;
  if (before.findLast((row) => row.members.length > 1)?.members.length === count) return true;
  const singles: Row[] = [];
  for (const row of before.toReversed()) {
    if (row.members.length > 1 || (singles[0] && unitOf(row) !== unitOf(singles[0]))) break;
    singles.push(row);
  }
  if (singles.length === count) return true;
  const stages = new Set(before.flatMap((row) => (row.stages.length === 1 ? (row.stages[0] ?? []) : [])));
  return stages.size === count;
}

function unitOf(row: Row): string | null {
  return row.members[0]?.unit ?? null;
}

/** 近三年生均公用经费分别为…: the years open the very clause that holds the values. */
function isNear(report: Report, years: Figure, row: Row): boolean {
  return !/[，；：]/.test(report.manuscript.text.slice(years.span.end, spanOf(row).start));
}

function sameName(a: Row, b: Row): boolean {
  return a.label === b.label;
}

function leading(gap: string): number {
  const clause = gap.lastIndexOf('，');
  return clause < 0 ? gap.length - gap.trimStart().length : clause + 1;
}

const COUNTED = /^.{2,}(?:教师|师范生|学生|教练|校长|职工|人员|干部|督学|保安|学校|小学|初中|幼儿园|教学点|教室|场馆)$/;

/** 特岗教师、公费师范生、交流教师分别为…: names of things counted with nothing but 、 between, each complete by itself. */
function areCounted(clause: string): boolean {
  const names = clause.replace(/分别(?:有|为|是|达到?)?$/, '').split('、');
  return !/和|与|及/.test(clause) && names.length > 2 && names.every((name) => COUNTED.test(name));
}

/** 教师、学生应用率分别为…: how many names a clause lists before 分别. */
function nounsBefore(clause: string): number {
  const names = clause.replace(/分别.*$/, '');
  return (names.match(/、|和|与|及/g)?.length ?? 0) + 1;
}
