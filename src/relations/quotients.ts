import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { Report, Row } from '../model/report.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { around, clauseOf, isFigure, onlyFigure, passagesOf, sameUnit } from './context.ts';
import type { Operand, Quotient } from './relation.ts';

const PER_YEAR = /年均|年平均|平均每年|每年平均/;
const PER_THING = /平均每(个|所|校|班|名|人|生|台|套|户|辆)?/;
const MEAN = /(?:([两二三四五六七八九十\d]+)(?:科|项|年|个|级)?)?(?:平均|均值)(?!每)[^，。；]*$/;
const PER_HEAD = /^(人|生|校|班|户)均(?:约|为|达)?$/;
const UNIT_OF: Readonly<Record<string, string>> = { 校: '所', 班: '个', 生: '人' };

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
      const before = rows.slice(0, index);
      if (PER_YEAR.test(clause)) found.push(...perYear(before, figure, years ?? yearsOf(row)));
      else if (PER_THING.test(clause)) found.push(...perThing(before, figure, clause));
      else if (PER_HEAD.test(clause)) found.push(...perHead(report, before, figure, clause));
      else found.push(...mean(before, figure, clause));
    });
  }
  return found;
}

/** The total is the value before of the same unit; three values told year by year are added up first. */
function perYear(before: readonly Row[], result: Figure, years: Operand | null): Quotient[] {
  const total = previous(
    before,
    (figure) => sameUnit(figure.unit, result.unit) && figure.kind === result.kind && figure.role === 'level',
  );
  return total && years ? [quotient(total, years, result, 'implied')] : [];
}

function previous(rows: readonly Row[], fits: (figure: Figure) => boolean): Figure | null {
  for (const row of rows.toReversed()) {
    const figure = row.members.findLast((member): member is Figure => isFigure(member) && fits(member));
    if (figure) return figure;
  }
  return null;
}

/** 2015-2018年…年均: the years that date the sentence. */
function yearsOf(row: Row): Operand | null {
  return row.periods.length > 1 ? { constant: new Decimal(row.periods.length), span: null } : null;
}

/** 建成站点48个，配备管理员96名，平均每个2名. */
function perThing(before: readonly Row[], result: Figure, clause: string): Quotient[] {
  const thing = PER_THING.exec(clause)?.[1] ?? '个';
  const unit = UNIT_OF[thing] ?? thing;
  const dividend = previous(
    before,
    (figure) => sameUnit(figure.unit, result.unit) && figure.kind === result.kind && figure.role === 'level',
  );
  const divisor = previous(
    before,
    (figure) => figure !== dividend && sameUnit(figure.unit, unit) && figure.role === 'level',
  );
  return dividend && divisor ? [quotient(dividend, divisor, result, 'implied')] : [];
}

const HEADS: Readonly<Record<string, RegExp>> = {
  人: /^(?:人|名|人次|位)$/,
  生: /^(?:人|名|人次|位)$/,
  校: /^所$/,
  班: /^(?:个|班)$/,
  户: /^户$/,
};

/** 资助6120人次，发放资金428.4万元，人均700元: the two values right before; 生均 of a stage's own pupils where none are told there. */
function perHead(report: Report, before: readonly Row[], result: Figure, clause: string): Quotient[] {
  const head = PER_HEAD.exec(clause)?.[1] ?? '人';
  const near = before.slice(-2).flatMap((row) => onlyFigure(row) ?? []);
  const dividend = near.findLast(
    (figure) => figure.kind === result.kind && sameUnit(figure.unit, result.unit) && figure.role === 'level',
  );
  if (!dividend || indicatorOf(result.indicator)) return [];
  const counted = near.find(
    (figure) => figure !== dividend && figure.role === 'level' && HEADS[head]?.test(figure.unit ?? ''),
  );
  const pupils =
    head === '生'
      ? report.figures.find(
          (figure) =>
            figure.indicator === 'pupils' &&
            figure.role === 'level' &&
            figure.stage === result.stage &&
            figure.scope === null,
        )
      : undefined;
  const divisor = counted ?? pupils;
  return divisor ? [quotient(dividend, divisor, result, counted ? 'implied' : 'possible')] : [];
}

/** 语文98.9%、数学97.2%、英语96.6%，三科平均97.6%. */
function mean(before: readonly Row[], result: Figure, clause: string): Quotient[] {
  const match = MEAN.exec(clause);
  if (!match || result.kind === 'duration') return [];
  const values: Figure[] = [];
  for (const row of before.toReversed()) {
    if (row.role !== 'level' || !row.members.every((member) => isFigure(member) && sameUnit(member.unit, result.unit)))
      break;
    values.unshift(...row.members.filter(isFigure));
  }
  const announced = match[1] ? Number(match[1]) || '一二三四五六七八九十'.indexOf(match[1]) + 1 : 0;
  const members = announced > 1 ? values.slice(-announced) : values;
  if (members.length < 2) return [];
  return [
    {
      type: 'quotient',
      assertion: announced === members.length ? 'implied' : 'possible',
      dividend: members,
      divisor: { constant: new Decimal(members.length), span: null },
      times: 1,
      result,
      span: around(...members.map((figure) => figure.span), result.span),
    },
  ];
}

function quotient(dividend: Operand, divisor: Operand, result: Figure, assertion: Quotient['assertion']): Quotient {
  const spans = [dividend.span, divisor.span, result.span].flatMap((span) => span ?? []);
  return { type: 'quotient', assertion, dividend: [dividend], divisor, times: 1, result, span: around(...spans) };
}
