import { Decimal } from '../model/decimal.ts';
import type { Interval } from '../model/interval.ts';
import { add, divide, exactly, multiply, scale, subtract } from '../quantities/interval.ts';
import type * as Found from '../relations/relation.ts';
import { compare, type Judgement, unassessable } from './judgement.ts';
import {
  commonScale,
  intervalOf,
  isFigureOperand,
  isMasked,
  roundingOf,
  scaleOf,
  show,
  showPercent,
  valueOf,
} from './operand.ts';

const HUNDRED = exactly(new Decimal(100));
/** Of a list after 其中, how much of the total must be there before a missing rest is worth a word. */
const NEARLY_ALL = 0.5;

const MOST_ADDENDS = 24;
const ENDS = 3;

/** A column of a long table has hundreds of parts: the first and the last of them, and how many there are. */
function addends(values: readonly string[]): string {
  if (values.length <= MOST_ADDENDS) return values.join('+');
  return `${values.slice(0, ENDS).join('+')}+…+${values.slice(-ENDS).join('+')}（共${values.length}项）`;
}

export function judgeSum(relation: Found.Sum): Judgement {
  const { total, parts } = relation;
  if ([total, ...parts].some(isMasked)) return unassessable(relation, '合计与分项');
  const value = parts.reduce((sum, part) => sum.plus(valueOf(part)), new Decimal(0));
  const interval = parts.reduce((sum, part) => add(sum, intervalOf(part)), exactly(new Decimal(0)));
  const unit = commonScale([total, ...parts]);
  const left = addends(parts.map((part) => show(valueOf(part), unit)));
  const shown = (sign: string): string =>
    sign === '='
      ? `${left}=${show(valueOf(total), unit)}`
      : `${left}=${show(value, unit)}${sign}${show(valueOf(total), unit)}`;
  const result = compare(relation, { value, interval }, total, shown);
  if (result.verdict === 'holds') return result;
  const whole = intervalOf(total);
  if (relation.partial && interval.high.lt(whole.low)) {
    // 其中 names some of the parts: less than the whole is as it should be, unless they look like all of them
    if (!relation.complete && (!relation.exhaustive || value.lt(whole.low.times(NEARLY_ALL))))
      return { ...result, verdict: 'holds', check: shown('<') };
    return { ...result, verdict: 'review', because: '“其中”所列各项之和小于总数，可能未列全' };
  }
  const excess = value.minus(valueOf(total));
  if (parts.length > 2 && parts.some((part) => valueOf(part).eq(excess))) {
    return { ...result, verdict: 'review', because: '多出的数恰等于其中一项，该项可能已计入另一项' };
  }
  return result;
}

export function judgeDifference(relation: Found.Difference): Judgement {
  const { minuend, subtrahend, result, plus } = relation;
  if ([minuend, subtrahend, result].some(isMasked)) return unassessable(relation, '相差数');
  const extra = new Decimal(plus);
  const value = valueOf(minuend).minus(valueOf(subtrahend)).plus(extra);
  const interval = add(subtract(intervalOf(minuend), intervalOf(subtrahend)), exactly(extra));
  const unit = commonScale([minuend, subtrahend, result]);
  const second = valueOf(subtrahend);
  const left = `${show(valueOf(minuend), unit)}-${second.isNegative() ? `(${show(second, unit)})` : show(second, unit)}${plus ? '+1' : ''}`;
  return compare(relation, { value, interval }, result, (sign) =>
    sign === '='
      ? `${left}=${show(valueOf(result), unit)}`
      : `${left}=${show(value, unit)}${sign}${show(valueOf(result), unit)}`,
  );
}

export function judgeProduct(relation: Found.Product): Judgement {
  const { factors, result } = relation;
  if ([...factors, result].some(isMasked)) return unassessable(relation, '乘积');
  const value = factors.reduce((product, factor) => product.times(valueOf(factor)), new Decimal(1));
  const interval = factors.reduce((product, factor) => multiply(product, intervalOf(factor)), exactly(new Decimal(1)));
  const unit = scaleOf(result);
  const left = factors.map((factor) => show(valueOf(factor), scaleOf(factor) === unit ? unit : 1)).join('×');
  return compare(
    relation,
    { value, interval },
    result,
    (sign) => `${left}${sign === '=' ? '=' : `=${show(value, unit)}${sign}`}${show(valueOf(result), unit)}`,
  );
}

export function judgeQuotient(relation: Found.Quotient): Judgement {
  const { dividend, divisor, result, times } = relation;
  if ([...dividend, divisor, result].some(isMasked)) return unassessable(relation, '平均数');
  const total = dividend.reduce((sum, operand) => sum.plus(valueOf(operand)), new Decimal(0));
  const quotient = divide(
    dividend.reduce((sum, operand) => add(sum, intervalOf(operand)), exactly(new Decimal(0))),
    intervalOf(divisor),
  );
  if (!quotient) return unassessable(relation, '除数为零');
  const rounding = roundingOf(result);
  const interval = add(scale(quotient, times), { low: rounding.neg(), high: rounding });
  const places = Math.max(2, valueOf(result).decimalPlaces());
  const value = total.div(valueOf(divisor)).times(times);
  // 是…的2.5倍 has no scale of its own: 3000万元÷1200万元
  const multiple = isFigureOperand(result) && result.unit === '倍';
  const own = multiple ? commonScale([...dividend, divisor]) : 1;
  const unit = multiple ? 1 : commonScale([...dividend, result]);
  const shown = dividend.map((operand) => show(valueOf(operand), multiple ? own : unit)).join('+');
  const left = `${dividend.length > 1 ? `(${shown})` : shown}÷${show(valueOf(divisor), own)}${times === 1 ? '' : `×${times}`}`;
  return compare(
    relation,
    { value: unit === 1 ? value.toDecimalPlaces(Math.min(places, 4)) : value, interval },
    result,
    (sign) =>
      sign === '='
        ? `${left}=${show(valueOf(result), unit)}`
        : `${left}=${show(value, unit)}${sign}${show(valueOf(result), unit)}`,
  );
}

export function judgeShare(relation: Found.Share): Judgement {
  const { parts, whole, share } = relation;
  if ([...parts, whole, share].some(isMasked)) return unassessable(relation, '占比');
  const quotient = divide(
    parts.reduce((sum, part) => add(sum, intervalOf(part)), exactly(new Decimal(0))),
    intervalOf(whole),
  );
  if (!quotient) return unassessable(relation, '总数为零');
  const total = parts.reduce((sum, part) => sum.plus(valueOf(part)), new Decimal(0));
  const value = total.div(valueOf(whole)).times(100);
  const unit = commonScale([...parts, whole]);
  const shown = parts.map((part) => show(valueOf(part), unit)).join('+');
  const left = `${parts.length > 1 ? `(${shown})` : shown}÷${show(valueOf(whole), unit)}`;
  return compare(
    relation,
    percent(value, quotient, share),
    share,
    (sign) => `${left}=${showPercent(value, valueOf(share))}${sign === '≠' ? `≠${show(valueOf(share))}%` : ''}`,
  );
}

function percent(value: Decimal, quotient: Interval, stated: Found.Operand): { value: Decimal; interval: Interval } {
  return {
    value: value.toDecimalPlaces(Math.max(2, valueOf(stated).decimalPlaces())),
    interval: multiply(quotient, HUNDRED),
  };
}

export function judgeGrowth(relation: Found.Growth): Judgement {
  const { from, to, rate, falling, years } = relation;
  if ([from, to, rate].some(isMasked)) return unassessable(relation, '增长率');
  const ratio = divide(intervalOf(to), intervalOf(from));
  if (!ratio || valueOf(from).isZero()) return unassessable(relation, '基数为零');
  const sign = falling ? -1 : 1;
  const whole = valueOf(to).div(valueOf(from));
  const value = yearly(whole, years).minus(1).times(100).times(sign);
  const interval = { low: yearly(ratio.low, years), high: yearly(ratio.high, years) };
  const unit = commonScale([from, to]);
  const [a, b] = [show(valueOf(from), unit), show(valueOf(to), unit)];
  const simple = falling ? `(${a}-${b})÷${a}` : `(${b}-${a})÷${a}`;
  const left = years === 1 ? simple : `(${b}÷${a})^(1/${years})-1`;
  const bounds = scale(subtract(interval, exactly(new Decimal(1))), sign);
  return compare(
    relation,
    percent(value, bounds, rate),
    rate,
    (mark) => `${left}=${showPercent(value, valueOf(rate))}${mark === '≠' ? `≠${show(valueOf(rate))}%` : ''}`,
  );
}

/** The yearly factor of a change over several years. */
function yearly(ratio: Decimal, years: number): Decimal {
  return years === 1 || ratio.lte(0) ? ratio : ratio.pow(new Decimal(1).div(years));
}

export function judgeGrowthByAmount(relation: Found.GrowthByAmount): Judgement {
  const { level, amount, rate, falling } = relation;
  if ([level, amount, rate].some(isMasked)) return unassessable(relation, '增长率');
  const signed = falling ? scale(intervalOf(amount), -1) : intervalOf(amount);
  const base = subtract(intervalOf(level), signed);
  const quotient = divide(intervalOf(amount), base);
  const from = valueOf(level).minus(falling ? valueOf(amount).neg() : valueOf(amount));
  if (!quotient || from.isZero()) return unassessable(relation, '基数为零');
  const value = valueOf(amount).div(from).times(100);
  const unit = commonScale([level, amount]);
  const left = `${show(valueOf(amount), unit)}÷(${show(valueOf(level), unit)}${falling ? '+' : '-'}${show(valueOf(amount), unit)})`;
  return compare(
    relation,
    percent(value, quotient, rate),
    rate,
    (mark) => `${left}=${showPercent(value, valueOf(rate))}${mark === '≠' ? `≠${show(valueOf(rate))}%` : ''}`,
  );
}
