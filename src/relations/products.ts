import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, gapOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import { isEach } from './each.ts';
import type { Operand, Product } from './relation.ts';

const EACH =
  /每(?<thing>人|生|名|位|校|所|个|班|间|套|台|户|辆|片|件|张|块)[^，。；]*$|(?<head>人|生|校|班)均|平均[^，。；]*$/;
const TOTAL = /共需|一?共|总计|累计|年投入|全年|总投入|发放|需资金|投入|安排/;
/** Words that leave no doubt that the amount is that of all of them. */
const CERTAIN = /共需|共计|总计|合计|累计|年投入|全年|总投入|共投入|共发放|共补助|需资金|^共$/;
const A_DAY = /每(?:生|人|名)?每?(?:天|日)|每天|每日/;
const A_MONTH = /每月/;
const A_YEAR = /每年|每学年/;
/** How many of these there are in the time told is nowhere printed. */
const A_TERM = /每学期|每季|每周|每次/;
const PEOPLE = /^[人名位]$/;
const UNIT_OF: Readonly<Record<string, RegExp>> = {
  生: PEOPLE,
  人: PEOPLE,
  名: PEOPLE,
  位: PEOPLE,
  校: /^所$/,
  班: /^[个班]$/,
};
const PLACES_PER_CLASS = [40, 45, 50, 55];

/** count × amount per head (× days or months) = total, and classes × class size = places. */
export function findProducts(report: Report): Product[] {
  return passagesOf(report).flatMap(({ rows, text }) =>
    rows.flatMap((_, index) => [...perHead(report, rows, index, text), ...placesOfClasses(rows, index)]),
  );
}

interface Told {
  readonly row: Row;
  readonly figure: Figure;
}

/** 200名…每人10万元…总计2000万元, in any order of the sentence; 4个班，每班42人，共168人. */
function perHead(report: Report, rows: readonly Row[], index: number, sentence: string): Product[] {
  const row = rows[index] as Row;
  const total = onlyFigure(row);
  if (!total || row.role !== 'level' || EACH.test(clauseOf(row))) return [];
  const of = partOfSentence(report, rows, index);
  const told = of.flatMap((other): Told[] => {
    const figure = other === row ? null : onlyFigure(other);
    return figure ? [{ row: other, figure }] : [];
  });
  const { rates, thing, clause } = ratesOf(told, total);
  const [rate] = rates;
  // 按12个月发放700.8万元: the word for all of them may stand before the months
  const behindMonths = rows[index - 1]?.members[0]?.unit === '个月' ? clauseOf(rows[index - 1] as Row) : '';
  const words = `${behindMonths}${clauseOf(row)}`;
  if (!rate || rate.figure === total || !(total.kind === 'money' ? TOTAL : CERTAIN).test(words)) return [];
  const counts = told.filter(({ row: other, figure }) => {
    const unit = UNIT_OF[thing] ?? (thing === '' ? /^[人名位所户个]$/ : new RegExp(`^${thing}$`));
    return (
      figure.kind === 'count' &&
      figure.role === 'level' &&
      unit.test(figure.unit ?? '') &&
      !isEach(other) &&
      figure !== rate.figure
    );
  });
  const times = repeats(
    clause,
    told.map(({ figure }) => figure),
    sentence,
  );
  const [count] = counts;
  if (!times || !count) return [];
  // two amounts, or two kinds of receivers: which go together only the arithmetic could tell
  const sure = counts.length === 1 && rates.length === 1 && (total.kind !== 'money' || CERTAIN.test(words));
  return [
    {
      type: 'product',
      assertion: sure ? 'implied' : 'possible',
      factors: [count.figure, rate.figure, ...times],
      result: total,
      span: around(count.figure.span, rate.figure.span, total.span),
    },
  ];
}

/** The rows between the semicolons around a row: 购置校车38辆，每辆32万元，共…；安装设备260台，…. */
function partOfSentence(report: Report, rows: readonly Row[], index: number): readonly Row[] {
  let from = index;
  while (from > 0 && index - from < FARTHEST && !SEPARATE.test(gapOf(report, rows[from] as Row))) from--;
  let to = index + 1;
  while (to < rows.length && to - index < FARTHEST && !SEPARATE.test(gapOf(report, rows[to] as Row))) to++;
  return rows.slice(from, to);
}
const SEPARATE = /[；;]/;
/** How many rows on either side belong to one reckoning. */
const FARTHEST = 20;

/** The amounts for each, for each of what, and the clause that says how often. */
function ratesOf(told: readonly Told[], total: Figure): { rates: readonly Told[]; thing: string; clause: string } {
  const alike = ({ figure }: Told): boolean => figure.kind === total.kind && sameUnit(figure.unit, total.unit);
  const at = told.findLastIndex((other) => EACH.test(clauseOf(other.row)) && alike(other));
  const opening = told[at];
  if (!opening) return { rates: [], thing: '', clause: '' };
  const clause = clauseOf(opening.row);
  const groups = EACH.exec(clause)?.groups;
  // 由每人每月200元提高到350元: the amount that holds now is the one behind
  const now = opening.figure.role === 'base' ? told[at + 1] : opening;
  const behind = told
    .slice(told.indexOf(now ?? opening) + 1)
    .filter((other) => alike(other) && other.row.role === 'level');
  const rate = now && alike(now) ? [now] : [];
  // 提高到500元，最偏远学校达到800元: another amount of the same size tells of others that get more
  const others = behind.filter(({ figure }) => now && figure.value.lt(now.figure.value.times(10)) && figure !== total);
  return { rates: [...rate, ...others], thing: groups?.['thing'] ?? groups?.['head'] ?? '', clause };
}

/** A daily amount needs its number of days, a monthly one its months; without them nothing can be worked out. 三年共 of a yearly one. */
function repeats(clause: string, figures: readonly (Figure | null)[], sentence: string): Operand[] | null {
  if (A_DAY.test(clause)) {
    const days = figures.find((figure) => figure?.unit === '天');
    return days ? [days] : null;
  }
  if (A_TERM.test(clause)) return null;
  if (A_YEAR.test(clause)) return figures.filter((figure) => figure !== null && isYears(figure)).slice(-1) as Figure[];
  if (!A_MONTH.test(clause)) return [];
  const months = figures.find((figure) => figure?.unit === '个月');
  if (months) return [months];
  return /全年|每年|年发放/.test(sentence) ? [{ constant: new Decimal(12), span: null }] : null;
}

function isYears({ kind, text, value, bound }: Figure): boolean {
  return kind === 'duration' && text.endsWith('年') && value.isInteger() && bound === null;
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
