import { judge } from '../../check/judge.ts';
import { isExact } from '../../check/operand.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import type { Amount } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import { meet } from '../../quantities/interval.ts';
import { type Operand, type Relation, relationsOf } from '../../relations/index.ts';
import type { OldQuantities, OldQuantity } from './quantities.ts';

/** A member of a derivation: a quantity, perhaps told upside down (师生比1：17), or a number that the text or a rule gives. */
export type Term = QuantityTerm | { readonly constant: Decimal };

interface QuantityTerm {
  readonly quantity: OldQuantity;
  readonly turned: boolean;
}

/** How a quantity follows from others of the same report. */
export interface Derivation {
  readonly target: OldQuantity;
  readonly inputs: readonly OldQuantity[];
  /** Null where it cannot be worked out (nothing to divide by). */
  compute(of: (quantity: OldQuantity) => Decimal): Decimal | null;
  /** The arithmetic as people write it. */
  show(of: (quantity: OldQuantity) => Decimal): string;
}

/** An equation before anybody has said which of its members follows from the others. */
interface Equation {
  readonly rank: number;
  /** The members that may be worked out, best first, with how. */
  readonly ways: readonly Way[];
}

interface Way {
  readonly target: Term;
  readonly inputs: readonly Term[];
  readonly compute: (values: readonly Decimal[]) => Decimal | null;
  readonly show: (values: readonly string[]) => string;
}

const SURE_DIGITS = 3;
const LAST_RANK = 5;
const NEARLY = '0.02';

/**
 * Which quantities of a report follow from others, by the relations that checking tests: those that hold between last year's
 * values and are told, or taken so by every reader. Each relation makes one quantity follow, and none follows from itself: what
 * is left can be filled in freely without contradicting anything.
 */
export function derivationsOf(report: Report, quantities: OldQuantities): ReadonlyMap<OldQuantity, Derivation> {
  const equations = relationsOf(report)
    .flatMap((relation) => [equationOf(relation, quantities) ?? [], sinceLastYear(report, relation, quantities) ?? []])
    .flat()
    .sort((a, b) => a.rank - b.rank);
  const found = new Map<OldQuantity, Derivation>();
  const leadsTo = (from: OldQuantity, to: OldQuantity): boolean =>
    from === to || (found.get(from)?.inputs.some((input) => leadsTo(input, to)) ?? false);
  for (const { ways } of equations) {
    for (const way of ways) {
      if (!('quantity' in way.target)) continue;
      const target = way.target.quantity;
      const inputs = [...new Set(way.inputs.flatMap((term) => ('quantity' in term ? [term.quantity] : [])))];
      if (found.has(target) || inputs.length === 0 || inputs.some((input) => leadsTo(input, target))) continue;
      found.set(target, derivation(way, way.target, inputs));
      break;
    }
  }
  return found;
}

function derivation(way: Way, term: QuantityTerm, inputs: readonly OldQuantity[]): Derivation {
  const valuesOf = (of: (quantity: OldQuantity) => Decimal): Decimal[] | null => {
    const values = way.inputs.map((one) =>
      'constant' in one ? one.constant : one.turned ? inverse(of(one.quantity)) : of(one.quantity),
    );
    return values.some((value) => value === null) ? null : (values as Decimal[]);
  };
  return {
    target: term.quantity,
    inputs,
    compute: (of) => {
      const values = valuesOf(of);
      const value = values && way.compute(values);
      return value !== null && term.turned ? inverse(value) : value;
    },
    show: (of) => way.show((valuesOf(of) ?? []).map((value) => value.toDecimalPlaces(4).toFixed())),
  };
}

function inverse(value: Decimal): Decimal | null {
  return value.isZero() ? null : new Decimal(1).div(value);
}

/** The equation that a relation is, where all its members are plain numbers and it holds; null otherwise. */
function equationOf(relation: Relation, quantities: OldQuantities): Equation | null {
  const made = madeOf(relation, quantities);
  if (made === null) return null;
  const { verdict, stated, computed } = judge(relation);
  if (verdict !== 'holds') return null;
  const { ways, operands, rank } = made;
  const [result, ...members] = operands;
  if (members.some(isOpen) || (result && 'id' in result && result.valueMax !== null)) return null;
  // 约为7.1:2.9 is a result like any other where it is about right indeed; 以上 and 近 say on which side only
  if (result && isOpen(result) && !isNear(result, stated, computed)) return null;
  // far apart, or by one reading of several: only a number of some digits does not agree by chance
  if (relation.assertion === 'possible' && !isSure(relation, operands[0])) return null;
  // what is found because it fits comes after what the text says itself: 空编94人 is what 编制 and 实有 leave, not the other way round
  const later = relation.assertion === 'possible' ? LAST_RANK : 0;
  return { rank: rank + later, ways: ways.filter((way): way is Way => way !== null) };
}

/** Whether a member is told with a limit or as a range, so that nobody can work on with it. */
function isOpen(operand: Operand): boolean {
  return 'id' in operand && (operand.bound !== null || operand.valueMax !== null);
}

function isNear(result: Operand, stated: Amount, computed: Amount): boolean {
  if (!('id' in result) || result.bound !== '~' || !(stated instanceof Decimal) || !(computed instanceof Decimal))
    return false;
  return stated.minus(computed).abs().lte(stated.abs().times(NEARLY));
}

function isSure({ type }: Relation, result: Operand | undefined): boolean {
  if (result === undefined || !('id' in result)) return false;
  const digits = result.text.replaceAll(/\D/gu, '').length;
  return digits >= SURE_DIGITS && (type === 'sum' || type === 'difference' || type === 'quotient' || type === 'share');
}

const LAST_YEAR = /[比较](?:上|去)一?(?:学)?年|同比|上年/u;
/** From the beginning of what is compared to the amount. */
const NEAR = 40;

/**
 * 在校生4200人，比上年增加180人，增长4.5%: by how much it grew since last year follows from this year's number, since last year's
 * is the one that the report prints. Only of what is counted and printed to the last one.
 */
function sinceLastYear(report: Report, relation: Relation, quantities: OldQuantities): Equation | null {
  if (quantities.by !== 1 || relation.type !== 'growth-by-amount' || judge(relation).verdict !== 'holds') return null;
  const { level, amount, falling } = relation;
  const [a, b] = [termOf(level, quantities), termOf(amount, quantities)];
  if (!a || !b || !('quantity' in a) || !('quantity' in b) || !('id' in level) || !('id' in amount)) return null;
  const { period, next } = a.quantity;
  const now = period === null || period === String(quantities.reportYear) || next !== period;
  const words = report.manuscript.text.slice(Math.max(level.span.end, amount.span.start - NEAR), amount.span.start);
  if (!now || !isExact(level) || !isExact(amount) || level.bound !== null || !LAST_YEAR.test(words)) return null;
  const old = a.quantity.value;
  const way: Way = {
    target: b,
    inputs: [a],
    compute: ([value]) => (value ? (falling ? old.minus(value) : value.minus(old)) : null),
    show: ([value]) => (falling ? `${old.toFixed()}（去年报告）-${value}` : `${value}-${old.toFixed()}（去年报告）`),
  };
  return { rank: 0, ways: [way] };
}

interface Made {
  readonly rank: number;
  /** The result first. */
  readonly operands: readonly Operand[];
  readonly ways: readonly (Way | null)[];
}

function madeOf(relation: Relation, quantities: OldQuantities): Made | null {
  const term = (operand: Operand): Term | null => termOf(operand, quantities);
  const terms = (operands: readonly Operand[]): Term[] | null => {
    const found = operands.map(term);
    return found.some((one) => one === null) ? null : (found as Term[]);
  };
  switch (relation.type) {
    case 'sum': {
      const { total, parts, partial } = relation;
      const all = terms([total, ...parts]);
      if (all === null || all.length < 3 || (partial && !addsUp(total, parts))) return null;
      const [whole, ...rest] = all as [Term, ...Term[]];
      return {
        rank: 2,
        operands: [total, ...parts],
        ways: [sumWay(whole, rest), ...rest.map((_, index) => restWay(whole, rest, rest.length - 1 - index))],
      };
    }
    case 'difference': {
      const { minuend, subtrahend, result, plus } = relation;
      const all = terms([result, minuend, subtrahend]);
      if (all === null) return null;
      const [left, a, b] = all as [Term, Term, Term];
      const more = new Decimal(plus);
      const behind = plus === 1 ? '+1' : '';
      return {
        rank: 3,
        operands: [result, minuend, subtrahend],
        ways: [
          {
            target: left,
            inputs: [a, b],
            compute: ([x, y]) => (x && y ? x.minus(y).plus(more) : null),
            show: ([x, y]) => `${x}-${y}${behind}`,
          },
          plus === 1 ? null : { target: a, inputs: [b, left], compute: added, show: (values) => values.join('+') },
        ],
      };
    }
    case 'product': {
      const all = terms([relation.result, ...relation.factors]);
      if (all === null) return null;
      const [target, ...inputs] = all as [Term, ...Term[]];
      const compute = (values: readonly Decimal[]): Decimal =>
        values.reduce((product, value) => product.times(value), new Decimal(1));
      return {
        rank: 3,
        operands: [relation.result, ...relation.factors],
        ways: [{ target, inputs, compute, show: (values) => values.join('×') }],
      };
    }
    case 'quotient':
      return quotientOf(relation.result, relation.dividend, relation.divisor, relation.times, terms);
    case 'share':
      return quotientOf(relation.share, relation.parts, relation.whole, 100, terms);
    case 'growth': {
      const { from, to, rate, falling, years } = relation;
      const all = terms([rate, from, to]);
      if (all === null) return null;
      const [target, a, b] = all as [Term, Term, Term];
      const compute = ([x, y]: readonly Decimal[]): Decimal | null => {
        if (!x || !y || x.isZero() || y.div(x).lte(0)) return null;
        const whole = y.div(x);
        const grown = (years === 1 ? whole : whole.pow(new Decimal(1).div(years))).minus(1).times(100);
        return falling ? grown.neg() : grown;
      };
      const show = ([x, y]: readonly string[]): string =>
        years === 1 ? `(${falling ? `${x}-${y}` : `${y}-${x}`})÷${x}` : `(${y}÷${x})^(1/${years})-1`;
      return { rank: 1, operands: [rate, from, to], ways: [{ target, inputs: [a, b], compute, show }] };
    }
    case 'growth-by-amount': {
      const { level, amount, rate, falling } = relation;
      const all = terms([rate, level, amount]);
      if (all === null) return null;
      const [target, a, b] = all as [Term, Term, Term];
      const byAmount = ([x, y]: readonly Decimal[]): Decimal | null => {
        if (!x || !y) return null;
        const base = falling ? x.plus(y) : x.minus(y);
        return base.lte(0) ? null : y.div(base).times(100);
      };
      return {
        rank: 1,
        operands: [rate, level, amount],
        ways: [
          { target, inputs: [a, b], compute: byAmount, show: ([x, y]) => `${y}÷(${x}${falling ? '+' : '-'}${y})` },
        ],
      };
    }
    case 'equal': {
      const { first, second, explanation } = relation;
      const all = terms([second, first]);
      if (all === null || explanation !== null) return null;
      const [b, a] = all as [Term, Term];
      const way = (target: Term, input: Term): Way => ({
        target,
        inputs: [input],
        compute: ([x]) => x ?? null,
        show: ([x]) => `同一个数${x}`,
      });
      // what is printed roughly follows from what is printed exactly
      const [rough, exact] = widthOf(first).gt(widthOf(second)) ? [a, b] : [b, a];
      return { rank: 4, operands: [second, first], ways: [way(rough, exact)] };
    }
    default:
      return null;
  }
}

function quotientOf(
  result: Operand,
  dividend: readonly Operand[],
  divisor: Operand,
  times: number,
  terms: (operands: readonly Operand[]) => Term[] | null,
): Made | null {
  const all = terms([result, divisor, ...dividend]);
  if (all === null) return null;
  const [target, below, ...above] = all as [Term, Term, ...Term[]];
  const compute = ([y, ...xs]: readonly Decimal[]): Decimal | null =>
    !y || y.isZero() ? null : added(xs).div(y).times(times);
  const show = ([y, ...xs]: readonly string[]): string => {
    const whole = xs.length > 1 ? `(${xs.join('+')})` : xs.join('');
    return `${whole}÷${y}${times === 1 ? '' : `×${times}`}`;
  };
  return {
    rank: 1,
    operands: [result, divisor, ...dividend],
    ways: [{ target, inputs: [below, ...above], compute, show }],
  };
}

function added(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value), new Decimal(0));
}

function sumWay(target: Term, inputs: readonly Term[]): Way {
  return { target, inputs, compute: added, show: (values) => values.join('+') };
}

/** Of a total that follows elsewhere already, the last part that does not is what the others leave. */
function restWay(whole: Term, parts: readonly Term[], index: number): Way {
  const others = parts.filter((_, at) => at !== index);
  return {
    target: parts[index] as Term,
    inputs: [whole, ...others],
    compute: ([total, ...values]) => (total ? total.minus(added(values)) : null),
    show: (values) => values.join('-'),
  };
}

function addsUp(total: Operand, parts: readonly Operand[]): boolean {
  const intervals = [total, ...parts].map((one) =>
    'id' in one ? one.interval : 'constant' in one ? { low: one.constant, high: one.constant } : null,
  );
  const [whole, ...rest] = intervals;
  if (!whole || rest.some((one) => one === null)) return false;
  const sum = {
    low: added(rest.map((one) => one?.low ?? new Decimal(0))),
    high: added(rest.map((one) => one?.high ?? new Decimal(0))),
  };
  return meet(whole, sum);
}

function widthOf(operand: Operand): Decimal {
  return 'id' in operand ? operand.interval.high.minus(operand.interval.low) : new Decimal(0);
}

/** A relation may speak of a figure under another value than its own: a ratio upside down. */
function termOf(operand: Operand, { of, kept }: OldQuantities): Term | null {
  if ('constant' in operand) return { constant: operand.constant };
  if (!('id' in operand)) return null;
  const figure: Figure = operand;
  const quantity = of.get(figure.id);
  if (quantity === undefined) {
    // 三年: what stays as it was is as good as a number of the rule's own
    const stays = kept.some(({ figure: { id }, silent }) => silent && id === figure.id);
    return stays ? { constant: figure.value } : null;
  }
  const own = quantity.figures.find(({ id }) => id === figure.id);
  if (own === undefined) return null;
  if (own.value.eq(figure.value)) return { quantity, turned: false };
  const product = own.value.times(figure.value);
  return product.minus(1).abs().lt('0.0001') ? { quantity, turned: true } : null;
}
