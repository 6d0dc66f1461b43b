import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';
import { meet } from '../../quantities/interval.ts';
import type { Operand, Relation } from '../../relations/index.ts';
import type { OldQuantities, OldQuantity } from './quantities.ts';

/** A member of a derivation: a quantity, perhaps told upside down (师生比1：17), or a number that the text or a rule gives. */
export type Term = QuantityTerm | { readonly constant: Decimal };

export interface QuantityTerm {
  readonly quantity: OldQuantity;
  readonly turned: boolean;
}

/** How one member of a relation is worked out from the others. */
export interface Way {
  readonly target: Term;
  readonly inputs: readonly Term[];
  readonly compute: (values: readonly Decimal[]) => Decimal | null;
  readonly show: (values: readonly string[]) => string;
}

/** A relation with the ways in which one of its members follows. */
export interface Made {
  readonly rank: number;
  /** The result first. */
  readonly operands: readonly Operand[];
  readonly ways: readonly (Way | null)[];
}

/** The ways of a relation between plain numbers; null where a member is redacted or left out, or nothing can be worked out. */
export function madeOf(relation: Relation, quantities: OldQuantities): Made | null {
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
export function termOf(operand: Operand, { of, kept }: OldQuantities): Term | null {
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
