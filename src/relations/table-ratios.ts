import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type { TableLine } from '../model/table.ts';
import { divide, exactly, meet, multiply, subtract } from '../quantities/interval.ts';
import { indicatorOf } from '../vocabulary/index.ts';
import { around, isFigure, sameUnit } from './context.ts';
import type { Assertion, Difference, Quotient, Share } from './relation.ts';
import { best, evidenceOf, type TableView, type Trial } from './table-view.ts';

/** 扣分, 未达标, 空编: what is left between two lines beside it. */
const REST =
  /扣分|失分|^未|未(?:达标|完成|入学|通过|回收|使用)|缺[编额口]|空[编缺]|缺编|超编|结余|剩余|余额|差额|尚缺|^净增/;
const RATE = /率$|满意度$/;
const RATIO = /比$/;
/** How far a line's operands may stand from it, before and behind. */
const BEFORE = 4;
const BEHIND = 2;
/** A reading that fewer lines bear out is an accident. */
const ENOUGH = 2;

const ONE = new Decimal(1);
const HUNDRED = exactly(new Decimal(100));

interface Made {
  readonly first: Figure;
  readonly second: Figure;
  readonly result: Figure;
}

type Fits = (made: Made) => boolean;

/**
 * Lines that the two beside them make: 发放｜回收｜回收率, 应达标｜已达标｜未达标, 学生｜教师｜生师比. Which two is read from the
 * numbers: a reading that most lines bear out is meant, any other is told only where it holds.
 */
export function tableRatios(view: TableView): (Share | Difference | Quotient)[] {
  return view.along.flatMap((line, at): (Share | Difference | Quotient)[] => {
    const { head } = line;
    if (head.silent || head.total !== null || head.role !== 'level') return [];
    const title = (head.path.at(-1) ?? '').replaceAll(/[（(][^（()）]*[）)]|\s/g, '');
    const operands = view.along
      .slice(Math.max(0, at - BEFORE), at + 1 + BEHIND)
      .filter((other) => other !== line && !other.head.silent && /^(?:level|limit)$/.test(other.head.role));
    if (RATE.test(title)) return made(view, line, operands, isPart, share);
    if (REST.test(title)) return made(view, line, operands, isRest, difference);
    return RATIO.test(title) ? made(view, line, operands, isRatio, quotient) : [];
  });
}

function made<T>(
  view: TableView,
  line: TableLine,
  operands: readonly TableLine[],
  fits: Fits,
  relation: (made: Made, assertion: Assertion) => T,
): T[] {
  const readings = operands.flatMap((first) =>
    operands.filter((second) => second !== first).map((second) => trialsOf(view, [first, second, line], fits)),
  );
  const chosen = best(readings);
  const { holds, fails } = evidenceOf(chosen);
  const assertion = holds >= ENOUGH && holds > fails ? 'implied' : 'possible';
  return holds === 0 ? [] : chosen.map((trial) => relation(trial.made, assertion));
}

function trialsOf(view: TableView, lines: readonly [TableLine, TableLine, TableLine], fits: Fits): Trial<Made>[] {
  return view.across.flatMap((across): Trial<Made>[] => {
    const [first, second, result] = lines.map((line) => view.at(line, across));
    if (!first || !second || !result || !isFigure(first) || !isFigure(second) || !isFigure(result)) return [];
    if (!isCount(first) || !isCount(second) || result.bound !== null || result.valueMax !== null) return [];
    if (isDerived(view, across, result)) return [];
    const trial = { first, second, result };
    return [{ made: trial, fits: fits(trial) }];
  });
}

/** Whether the vocabulary's own formula finds its operands on the line: it is told by that. */
function isDerived(view: TableView, across: TableLine, result: Figure): boolean {
  const formula = indicatorOf(result.indicator)?.ratioOf;
  if (!formula) return false;
  const told = new Set(
    view.along.map((line) => {
      const cell = view.at(line, across);
      return cell && isFigure(cell) ? cell.indicator : null;
    }),
  );
  return told.has(formula[0]) && told.has(formula[1]);
}

function isCount(figure: Figure): boolean {
  return (
    figure.bound === null &&
    figure.valueMax === null &&
    figure.unit !== '%' &&
    figure.kind !== 'ratio' &&
    !/生均|人均|平均|系数/.test(figure.label)
  );
}

function isPart({ first, second, result }: Made): boolean {
  if (result.unit !== '%' || !sameUnit(first.unit, second.unit) || first.value.gt(second.value)) return false;
  const quotient = divide(first.interval, second.interval);
  return quotient !== null && meet(multiply(quotient, HUNDRED), result.interval);
}

function isRest({ first, second, result }: Made): boolean {
  if (!sameUnit(first.unit, second.unit) || !sameUnit(first.unit, result.unit) || result.unit === '%') return false;
  return meet(subtract(first.interval, second.interval), result.interval);
}

function isRatio({ first, second, result }: Made): boolean {
  if (result.unit !== '比' || result.value.lte(ONE)) return false;
  const quotient = divide(first.interval, second.interval);
  return quotient !== null && meet(quotient, result.interval);
}

function share({ first, second, result }: Made, assertion: Assertion): Share {
  return {
    type: 'share',
    assertion,
    parts: [first],
    whole: second,
    share: result,
    span: spanOf(first, second, result),
  };
}

function difference({ first, second, result }: Made, assertion: Assertion): Difference {
  const span = spanOf(first, second, result);
  return { type: 'difference', assertion, minuend: first, subtrahend: second, result, plus: 0, span };
}

function quotient({ first, second, result }: Made, assertion: Assertion): Quotient {
  const span = spanOf(first, second, result);
  return { type: 'quotient', assertion, dividend: [first], divisor: second, times: 1, result, span };
}

function spanOf(...figures: readonly Figure[]): Figure['span'] {
  return around(...figures.map((figure) => figure.span));
}
