import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { around, clauseOf, gapOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import { isEach } from './each.ts';
import { perThing } from './per-thing.ts';
import type { Operand, Quotient } from './relation.ts';

const PER_YEAR = /年均|年平均|平均每年|每年平均/;
const MEAN = /(?:([两二三四五六七八九十\d]+)(?:科|项|年|个|级)?)?(?:平均|均值)(?!每)[^，。；]*$/;
/** A composite coefficient is the mean of so many indicators or more. */
const FEWEST_INDICATORS = 5;
/** How many rows back a mean looks for what it is the mean of. */
const FARTHEST = 40;

/** Yearly means over the years told, means per thing (平均每个3名), and the mean of the values told before. */
export function findQuotients(report: Report): Quotient[] {
  const found: Quotient[] = [];
  let paragraph = -1;
  let years: Operand | null = null;
  for (const { sentence, rows } of passagesOf(report)) {
    if (sentence.paragraph !== paragraph) {
      paragraph = sentence.paragraph;
      years = null;
    }
    rows.forEach((row, index) => {
      const figure = onlyFigure(row);
      if (!figure) return;
      if (figure.indicator === 'text:统计时段' && figure.value.isInteger()) years = figure;
      const clause = clauseOf(row);
      const before = rows.slice(Math.max(0, index - FARTHEST), index);
      if (PER_YEAR.test(clause)) {
        found.push(...perYear(report, before, figure, years ?? yearsOf(row)));
        return;
      }
      found.push(
        ...(perThing(report, before, row, rows[index + 1]) ??
          composite(report, before, row, figure) ??
          mean(before, figure, clause)),
      );
    });
  }
  return found;
}

/**
 * The total is the value before of the same unit; values told year by year are added up first. The one that the printed mean
 * fits is taken; else the nearest that is no part of another (312名，其中2016年96名…，年均104名).
 */
function perYear(report: Report, before: readonly Row[], result: Figure, years: Operand | null): Quotient[] {
  if (!years) return [];
  const count = 'constant' in years ? years.constant : 'value' in years ? years.value : null;
  if (!count || count.lte(0)) return [];
  const totals = before.flatMap((row, index): readonly Figure[][] => {
    const figures = row.members.filter(isFigure);
    const alike = figures.every(({ unit, kind }) => sameUnit(unit, result.unit) && kind === result.kind);
    if (row.role !== 'level' || isEach(row) || !alike || figures.length === 0) return [];
    if (figures.length > 1) return figures.length === row.members.length && count.eq(figures.length) ? [figures] : [];
    return isPartOfOther(report, before, index) ? [] : [figures];
  });
  const fits = totals.findLast((figures) => {
    const value = figures.reduce((sum, figure) => sum.plus(figure.value), new Decimal(0)).div(count);
    return value.gte(result.interval.low) && value.lte(result.interval.high);
  });
  const total = fits ?? totals.at(-1);
  if (!total) return [];
  const spans = [...total.map(({ span }) => span), ...(years.span ? [years.span] : []), result.span];
  return [
    {
      type: 'quotient',
      assertion: 'implied',
      dividend: total,
      divisor: years,
      times: 1,
      result,
      span: around(...spans),
    },
  ];
}

/** Behind 其中, up to the next semicolon, parts are told. */
function isPartOfOther(report: Report, before: readonly Row[], index: number): boolean {
  const opening = before.slice(0, index + 1).findLastIndex((row) => /其中|[；;]/.test(gapOf(report, row)));
  return opening > 0 && /其中/.test(gapOf(report, before[opening] as Row));
}

/** 2015-2018年…年均: the years that date the sentence. */
function yearsOf(row: Row): Operand | null {
  return row.periods.length > 1 ? { constant: new Decimal(row.periods.length), span: null } : null;
}

/** 八项指标的差异系数依次为…，综合差异系数为0.302: the composite is by its definition the mean of the single ones. */
function composite(report: Report, before: readonly Row[], row: Row, result: Figure): Quotient[] | null {
  if (result.indicator !== 'cv-composite' || result.bound !== null || row.role !== 'level') return null;
  if (/[；;]/.test(gapOf(report, row))) return null;
  const single = before.at(-1);
  const values = single?.members.filter(isFigure) ?? [];
  const alike = values.every(
    ({ kind, stage }) => kind === 'coefficient' && (!stage || !result.stage || stage === result.stage),
  );
  if (!single || values.length < FEWEST_INDICATORS || values.length !== single.members.length || !alike) return null;
  return [meanOf(values, result, 'implied')];
}

/** 语文98.9%、数学97.2%、英语96.6%，三科平均97.6%. */
function mean(before: readonly Row[], result: Figure, clause: string): Quotient[] {
  const match = MEAN.exec(clause);
  if (!match || result.kind === 'duration' || /每/.test(clause)) return [];
  const values: Figure[] = [];
  for (const row of before.toReversed()) {
    if (row.role !== 'level' || !row.members.every((member) => isFigure(member) && sameUnit(member.unit, result.unit)))
      break;
    values.unshift(...row.members.filter(isFigure));
  }
  const announced = match[1] ? Number(match[1]) || '一二三四五六七八九十'.indexOf(match[1]) + 1 : 0;
  const members = announced > 1 ? values.slice(-announced) : values;
  return members.length < 2 ? [] : [meanOf(members, result, announced === members.length ? 'implied' : 'possible')];
}

function meanOf(members: readonly Figure[], result: Figure, assertion: Quotient['assertion']): Quotient {
  return {
    type: 'quotient',
    assertion,
    dividend: members,
    divisor: { constant: new Decimal(members.length), span: null },
    times: 1,
    result,
    span: around(...members.map((figure) => figure.span), result.span),
  };
}
