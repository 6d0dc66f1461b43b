import { Decimal } from '../model/decimal.ts';
import type { Interval } from '../model/interval.ts';
import type { Amount, JudgedRelation, RelationType, Verdict } from '../model/relation.ts';
import type { Span } from '../model/span.ts';
import { add, divide, exactly, meet, multiply, scale, subtract } from '../quantities/interval.ts';
import type * as Found from '../relations/relation.ts';
import { commonScale, intervalOf, isFigureOperand, isMasked, scaleOf, show, showPercent, valueOf } from './operand.ts';

/** A found relation and its verdict. */
export interface Judgement<R extends Found.Relation = Found.Relation> {
  readonly relation: R;
  readonly verdict: Verdict;
  readonly because: string | null;
  readonly check: string;
  readonly stated: Amount;
  readonly computed: Amount;
}

const MASKED = '有数字已隐去，无法核算';
const HUNDRED = exactly(new Decimal(100));
/** Of a list after 其中, how much of the total must be there before a missing rest is worth a word. */
const NEARLY_ALL = 0.5;

/** Tests one relation with interval arithmetic. */
export function judge(relation: Found.Relation): Judgement {
  switch (relation.type) {
    case 'sum':
      return judgeSum(relation);
    case 'difference':
      return judgeDifference(relation);
    case 'product':
      return judgeProduct(relation);
    case 'quotient':
      return judgeQuotient(relation);
    case 'share':
      return judgeShare(relation);
    case 'all':
      return judgeAll(relation);
    case 'growth':
      return judgeGrowth(relation);
    case 'growth-by-amount':
      return judgeGrowthByAmount(relation);
    case 'trend':
      return judgeTrend(relation);
    case 'threshold':
      return judgeThreshold(relation);
    case 'equal':
      return judgeEqual(relation);
    case 'list-count':
      return judgeListCount(relation);
    case 'numbering':
      return judgeNumbering(relation);
    case 'range':
      return judgeRange(relation);
    case 'claim':
      return judgeClaim(relation);
  }
}

function unassessable<R extends Found.Relation>(relation: R, check: string): Judgement<R> {
  return { relation, verdict: 'unassessable', because: MASKED, check, stated: null, computed: null };
}

/** holds where what is computed and what is printed can be the same number. */
function compare<R extends Found.Relation>(
  relation: R,
  computed: { value: Decimal; interval: Interval },
  stated: Found.Operand,
  check: (sign: string) => string,
): Judgement<R> {
  const holds = meet(computed.interval, intervalOf(stated));
  const exact = computed.value.eq(valueOf(stated));
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: check(exact ? '=' : holds ? '≈' : '≠'),
    stated: valueOf(stated),
    computed: computed.value,
  };
}

function judgeSum(relation: Found.Sum): Judgement {
  const { total, parts } = relation;
  if ([total, ...parts].some(isMasked)) return unassessable(relation, '合计与分项');
  const value = parts.reduce((sum, part) => sum.plus(valueOf(part)), new Decimal(0));
  const interval = parts.reduce((sum, part) => add(sum, intervalOf(part)), exactly(new Decimal(0)));
  const unit = commonScale([total, ...parts]);
  const left = parts.map((part) => show(valueOf(part), unit)).join('+');
  const shown = (sign: string): string =>
    sign === '='
      ? `${left}=${show(valueOf(total), unit)}`
      : `${left}=${show(value, unit)}${sign}${show(valueOf(total), unit)}`;
  const result = compare(relation, { value, interval }, total, shown);
  if (result.verdict === 'holds') return result;
  const whole = intervalOf(total);
  if (relation.partial && interval.high.lt(whole.low)) {
    // 其中 names some of the parts: less than the whole is as it should be, unless they look like all of them
    if (!relation.exhaustive || value.lt(whole.low.times(NEARLY_ALL)))
      return { ...result, verdict: 'holds', check: shown('<') };
    return { ...result, verdict: 'review', because: '“其中”所列各项之和小于总数，可能未列全' };
  }
  const excess = value.minus(valueOf(total));
  if (parts.length > 2 && parts.some((part) => valueOf(part).eq(excess))) {
    return { ...result, verdict: 'review', because: '多出的数恰等于其中一项，该项可能已计入另一项' };
  }
  return result;
}

function judgeDifference(relation: Found.Difference): Judgement {
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

function judgeProduct(relation: Found.Product): Judgement {
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

function judgeQuotient(relation: Found.Quotient): Judgement {
  const { dividend, divisor, result, times } = relation;
  if ([...dividend, divisor, result].some(isMasked)) return unassessable(relation, '平均数');
  const total = dividend.reduce((sum, operand) => sum.plus(valueOf(operand)), new Decimal(0));
  const interval = divide(
    dividend.reduce((sum, operand) => add(sum, intervalOf(operand)), exactly(new Decimal(0))),
    intervalOf(divisor),
  );
  if (!interval) return unassessable(relation, '除数为零');
  const places = Math.max(2, valueOf(result).decimalPlaces());
  const value = total.div(valueOf(divisor)).times(times);
  const unit = commonScale([...dividend, result]);
  const shown = dividend.map((operand) => show(valueOf(operand), unit)).join('+');
  const left = `${dividend.length > 1 ? `(${shown})` : shown}÷${show(valueOf(divisor))}${times === 1 ? '' : `×${times}`}`;
  return compare(
    relation,
    { value: unit === 1 ? value.toDecimalPlaces(Math.min(places, 4)) : value, interval: scale(interval, times) },
    result,
    (sign) =>
      sign === '='
        ? `${left}=${show(valueOf(result), unit)}`
        : `${left}=${show(value, unit)}${sign}${show(valueOf(result), unit)}`,
  );
}

function judgeShare(relation: Found.Share): Judgement {
  const { part, whole, share } = relation;
  if ([part, whole, share].some(isMasked)) return unassessable(relation, '占比');
  const quotient = divide(intervalOf(part), intervalOf(whole));
  if (!quotient) return unassessable(relation, '总数为零');
  const value = valueOf(part).div(valueOf(whole)).times(100);
  const unit = commonScale([part, whole]);
  return compare(
    relation,
    percent(value, quotient, share),
    share,
    (sign) =>
      `${show(valueOf(part), unit)}÷${show(valueOf(whole), unit)}=${showPercent(value, valueOf(share))}${sign === '≠' ? `≠${show(valueOf(share))}%` : ''}`,
  );
}

function percent(value: Decimal, quotient: Interval, stated: Found.Operand): { value: Decimal; interval: Interval } {
  return {
    value: value.toDecimalPlaces(Math.max(2, valueOf(stated).decimalPlaces())),
    interval: multiply(quotient, HUNDRED),
  };
}

function judgeAll(relation: Found.All): Judgement {
  const stated = relation.share.value;
  const computed = new Decimal(relation.expected);
  const holds = stated.eq(computed);
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `${relation.word}=${relation.expected}%${holds ? '' : `≠${show(stated)}%`}`,
    stated,
    computed,
  };
}

function judgeGrowth(relation: Found.Growth): Judgement {
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

function judgeGrowthByAmount(relation: Found.GrowthByAmount): Judgement {
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

function judgeTrend(relation: Found.Trend): Judgement {
  const visible = relation.series.filter(isFigureOperand);
  if (visible.length < 2) return unassessable(relation, relation.words);
  const unit = commonScale(visible);
  const shown = visible.map((figure) => show(figure.value, unit));
  const steps = visible.slice(1).map((figure, index) => {
    const before = visible[index] as typeof figure;
    return relation.rising ? figure.value.cmp(before.value) : before.value.cmp(figure.value);
  });
  const check = shown
    .slice(1)
    .map((value, index) => `${shown[index]}${sign(visible[index]?.value, visible[index + 1]?.value)}${value}`);
  const verdict: Verdict = steps.some((step) => step < 0)
    ? 'broken'
    : steps.some((step) => step === 0)
      ? 'review'
      : 'holds';
  return {
    relation,
    verdict,
    because: verdict === 'review' ? '有相邻两年持平' : null,
    check: check.join('；'),
    stated: relation.words,
    computed: shown.join('→'),
  };
}

function sign(a: Decimal | undefined, b: Decimal | undefined): string {
  const order = a && b ? a.cmp(b) : 0;
  return order < 0 ? '<' : order > 0 ? '>' : '=';
}

function judgeThreshold(relation: Found.Threshold): Judgement {
  const { figure, comparison, limit } = relation;
  if (isMasked(figure) || isMasked(limit)) return unassessable(relation, '限值');
  const order = valueOf(figure).cmp(valueOf(limit));
  const holds = { '>': order > 0, '>=': order >= 0, '<': order < 0, '<=': order <= 0 }[comparison];
  // 高于85% states no value of its own; it meets a limit of 85 whichever way the limit is worded
  const bounded = isFigureOperand(figure) && figure.bound === '>=' && order >= 0 && comparison.startsWith('>');
  const met = holds || bounded;
  const unit = isFigureOperand(figure) ? scaleOf(figure) : 1;
  const symbol = { '>': ['>', '≤'], '>=': ['≥', '<'], '<': ['<', '≥'], '<=': ['≤', '>'] }[comparison][met ? 0 : 1];
  return {
    relation,
    verdict: met ? 'holds' : 'broken',
    because: null,
    check: `${show(valueOf(figure), unit)}${symbol}${show(valueOf(limit), unit)}`,
    stated: valueOf(limit),
    computed: valueOf(figure),
  };
}

function judgeEqual(relation: Found.Equal): Judgement {
  const { first, second, explanation } = relation;
  if (isMasked(first) || isMasked(second)) return unassessable(relation, '同一数据');
  const same = meet(intervalOf(first), intervalOf(second));
  const unit = commonScale([first, second]);
  return {
    relation,
    verdict: same ? 'holds' : explanation ? 'review' : 'broken',
    because: same ? null : explanation,
    check: `${show(valueOf(second), unit)}${same ? '=' : '≠'}${show(valueOf(first), unit)}`,
    stated: valueOf(first),
    computed: valueOf(second),
  };
}

function judgeListCount(relation: Found.ListCount): Judgement {
  const count = relation.items.length;
  const holds = count === relation.stated || (relation.open && count < relation.stated);
  const listed = relation.items.length > 8 ? `${relation.items.slice(0, 8).join('；')}…` : relation.items.join('；');
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `共列出${count}项（${listed}）${count === relation.stated ? '=' : holds ? '≤' : '≠'}${relation.stated}`,
    stated: new Decimal(relation.stated),
    computed: new Decimal(count),
  };
}

const CHINESE = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 11 → 十一; sections go no further than 99. */
function chinese(ordinal: number): string {
  if (ordinal <= 10) return CHINESE[ordinal] ?? String(ordinal);
  const tens = Math.floor(ordinal / 10);
  return `${tens > 1 ? CHINESE[tens] : ''}十${CHINESE[ordinal % 10] ?? ''}`;
}

function judgeNumbering(relation: Found.Numbering): Judgement {
  const expected = relation.ordinals.map((_, index) => index + 1);
  const holds = relation.ordinals.every((ordinal, index) => ordinal === expected[index]);
  const stated = relation.ordinals.map(chinese).join(',');
  const computed = expected.map(chinese).join(',');
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `${stated}${holds ? '=' : '≠'}${computed}`,
    stated,
    computed,
  };
}

function judgeRange(relation: Found.Range): Judgement {
  const { part, whole, kind } = relation;
  if (isMasked(part) || isMasked(whole)) return unassessable(relation, '部分与总数');
  if (kind === 'size') {
    return {
      relation,
      verdict: 'broken',
      because: null,
      check: `${show(valueOf(part))}平方米=${show(valueOf(whole))}平方公里`,
      stated: valueOf(part),
      computed: valueOf(whole),
    };
  }
  const holds = intervalOf(part).low.lte(intervalOf(whole).high);
  const unit = commonScale([part, whole]);
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `${show(valueOf(part), unit)}${holds ? '≤' : '>'}${show(valueOf(whole), unit)}`,
    stated: valueOf(whole),
    computed: valueOf(part),
  };
}

function judgeClaim(relation: Found.Claim): Judgement {
  const shown = relation.contradicted.map((figure) => figure.text).join('，');
  return {
    relation,
    verdict: 'broken',
    because: null,
    check: `${relation.words}：${shown}`,
    stated: relation.words,
    computed: shown,
  };
}

/** The operands of a relation that are figures of the text, in the order of the calculation. */
export function operandsOf(relation: Found.Relation): readonly Found.Operand[] {
  switch (relation.type) {
    case 'sum':
      return [relation.total, ...relation.parts];
    case 'difference':
      return [relation.result, relation.minuend, relation.subtrahend];
    case 'product':
      return [relation.result, ...relation.factors];
    case 'quotient':
      return [relation.result, ...relation.dividend, relation.divisor];
    case 'share':
      return [relation.share, relation.part, relation.whole];
    case 'all':
      return [relation.share];
    case 'growth':
      return [relation.rate, relation.from, relation.to];
    case 'growth-by-amount':
      return [relation.rate, relation.level, relation.amount];
    case 'trend':
      return relation.series;
    case 'threshold':
      return [relation.figure, relation.limit];
    case 'equal':
      return [relation.second, relation.first];
    case 'list-count':
      return relation.figures;
    case 'range':
      return [relation.part, relation.whole];
    case 'claim':
      return relation.contradicted;
    case 'numbering':
      return [];
  }
}

/** The places that a relation speaks of: its own first, then the other ones. */
export function placesOf(relation: Found.Relation): Span[] {
  if (relation.type === 'numbering') return [...relation.spans];
  if (relation.type === 'claim') return [relation.span, ...relation.places];
  if (relation.type === 'list-count') return [relation.span];
  const spans = operandsOf(relation).flatMap((operand) => operand.span ?? []);
  if (relation.type === 'trend' || relation.type === 'all') return [relation.span, ...spans.slice(0, 0)];
  return spans.length > 0 ? spans : [relation.span];
}

/** The contract's relation: what is tested, with its arithmetic and its places. */
export function toJudgedRelation(judgement: Judgement): JudgedRelation {
  const { relation, verdict, because, check, stated, computed } = judgement;
  const partial = relation.type === 'sum' && relation.partial && verdict === 'holds' && check.includes('<');
  return {
    type: partial ? 'range' : typeOf(relation),
    verdict,
    because,
    check,
    stated,
    computed,
    figures: operandsOf(relation)
      .filter(isFigureOperand)
      .map((figure) => figure.id),
    spans: placesOf(relation),
  };
}

/** The contract's name for a relation: all and none are shares, growth by an amount is growth. */
export function typeOf(relation: Found.Relation): RelationType {
  if (relation.type === 'all') return 'share';
  return relation.type === 'growth-by-amount' ? 'growth' : relation.type;
}
