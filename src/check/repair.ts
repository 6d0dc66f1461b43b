import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import type * as Found from '../relations/relation.ts';
import { judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { isFigureOperand, scaleOf, valueOf } from './operand.ts';
import { operandsOf } from './told.ts';

/** A change of one figure that puts a contradiction right, and what speaks for it. */
export interface Repair {
  readonly figure: Figure;
  /** As it would print, in the figure's own places. */
  readonly value: Decimal;
  /** Relations broken or to review that it puts right, the one it was worked out from among them. */
  readonly mended: readonly Judgement[];
  /** Other relations of the figure that agree with the new value. */
  readonly agreeing: number;
}

/** Relations that assert how numbers hang together; a trend or a limit would be met by many values. */
const ARITHMETIC = new Set<Found.Relation['type']>([
  'sum',
  'difference',
  'product',
  'quotient',
  'share',
  'growth',
  'growth-by-amount',
  'equal',
]);
/** A column of a table has hundreds of parts; which of them is wrong no other relation tells. */
const MOST_OPERANDS = 12;

/**
 * For each broken relation the change of one figure that makes the most other printed relations agree; none where no change
 * stands out. A figure that another relation bears out is not the wrong one: a total of 751 that is also the base of a right
 * percentage stays, and its parts are looked at instead.
 */
export function repairsOf(judgements: readonly Judgement[]): ReadonlyMap<Judgement, Repair> {
  const relationsOf = new Map<string, Judgement[]>();
  const tested = judgements.filter(
    ({ relation, verdict }) => ARITHMETIC.has(relation.type) && verdict !== 'unassessable',
  );
  for (const judgement of tested) {
    for (const figure of figuresOf(judgement.relation)) {
      const known = relationsOf.get(figure.id);
      if (known) known.push(judgement);
      else relationsOf.set(figure.id, [judgement]);
    }
  }
  const repairs = new Map<Judgement, Repair>();
  for (const broken of tested.filter(({ verdict }) => verdict === 'broken')) {
    const repair = bestOf(broken, relationsOf);
    if (repair !== null) repairs.set(broken, repair);
  }
  return repairs;
}

function bestOf(broken: Judgement, relationsOf: ReadonlyMap<string, readonly Judgement[]>): Repair | null {
  const figures = figuresOf(broken.relation);
  if (figures.length > MOST_OPERANDS) return null;
  const scored = figures.map((figure) => {
    const own = relationsOf.get(figure.id) ?? [];
    const others = own.filter((one) => one !== broken);
    // without a value to try, what holds now would be lost all the same
    const held = others.filter(({ verdict }) => verdict === 'holds').length;
    const best = valuesFor(figure, own)
      .map((value) => tried(figure, value, broken, others))
      .filter((attempt) => attempt !== null)
      .sort((a, b) => b.score - a.score)[0];
    return best ?? { score: -held, repair: null };
  });
  scored.sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first || first.repair === null || (second && second.score >= first.score)) return null;
  // no relation speaks for it: it must be the only one that none speaks against
  return first.score > 0 || (first.score === 0 && first.repair.agreeing === 0) ? first.repair : null;
}

function tried(figure: Figure, value: Decimal, broken: Judgement, others: readonly Judgement[]) {
  const changed = withValue(figure, value);
  const after = (one: Judgement): boolean => judge(replaced(one.relation, figure, changed)).verdict === 'holds';
  if (!after(broken)) return null;
  let score = 0;
  let agreeing = 0;
  const mended = [broken];
  for (const other of others) {
    const holds = after(other);
    if (holds) agreeing += 1;
    if (holds && other.verdict !== 'holds') {
      score += 1;
      mended.push(other);
    } else if (!holds && other.verdict === 'holds') score -= 1;
  }
  return { score, repair: { figure, value, mended, agreeing } };
}

/** The values that the figure's broken relations ask for, as it would print them. */
function valuesFor(figure: Figure, own: readonly Judgement[]): Decimal[] {
  const values = own
    .filter(({ verdict }) => verdict === 'broken')
    .flatMap(({ relation }) => solved(relation, figure))
    .map((value) => roundedLike(figure, value))
    .filter((value) => !value.eq(figure.value) && !value.isNegative());
  return [...new Map(values.map((value) => [value.toFixed(), value])).values()];
}

/** What a figure would have to be for a relation to hold; only where one value alone would do. */
function solved(relation: Found.Relation, figure: Figure): Decimal[] {
  switch (relation.type) {
    case 'sum': {
      const { total, parts } = relation;
      if (relation.partial && !relation.exhaustive) return [];
      if (figure === total) return [sumOf(parts)];
      const rest = sumOf(parts.filter((part) => part !== figure));
      return [valueOf(total).minus(rest)];
    }
    case 'difference': {
      const { minuend, subtrahend, result, plus } = relation;
      if (figure === result) return [valueOf(minuend).minus(valueOf(subtrahend)).plus(plus)];
      if (figure === minuend) return [valueOf(result).plus(valueOf(subtrahend)).minus(plus)];
      return [valueOf(minuend).minus(valueOf(result)).plus(plus)];
    }
    case 'equal':
      return [valueOf(figure === relation.first ? relation.second : relation.first)];
    case 'product':
      return figure === relation.result ? resultOf(relation) : [];
    case 'quotient':
      return figure === relation.result ? resultOf(relation) : [];
    case 'share':
      return figure === relation.share ? resultOf(relation) : [];
    case 'growth':
    case 'growth-by-amount':
      return figure === relation.rate ? resultOf(relation) : [];
    default:
      return [];
  }
}

function resultOf(relation: Found.Relation): Decimal[] {
  const { computed } = judge(relation);
  return computed instanceof Decimal ? [computed] : [];
}

function sumOf(parts: readonly Found.Operand[]): Decimal {
  return parts.reduce((sum, part) => sum.plus(valueOf(part)), new Decimal(0));
}

function roundedLike(figure: Figure, value: Decimal): Decimal {
  const scale = scaleOf(figure);
  const places = /\.(\d+)/.exec(figure.text)?.[1]?.length ?? 0;
  return value.div(scale).toDecimalPlaces(places, Decimal.ROUND_HALF_UP).times(scale);
}

/** The figure with another value, as precise as it is printed. */
function withValue(figure: Figure, value: Decimal): Figure {
  const shift = value.minus(figure.value);
  const interval = { low: figure.interval.low.plus(shift), high: figure.interval.high.plus(shift) };
  return { ...figure, value, interval };
}

/** The relation with one of its operands in another's place, whichever it is. */
function replaced<R extends Found.Relation>(relation: R, figure: Figure, changed: Figure): R {
  const entries = Object.entries(relation).map(([name, value]: [string, unknown]) => [
    name,
    value === figure
      ? changed
      : Array.isArray(value)
        ? value.map((one: unknown) => (one === figure ? changed : one))
        : value,
  ]);
  return Object.fromEntries(entries) as R;
}

/** Those whose value is told exactly: a range or a bound is met by many. */
function figuresOf(relation: Found.Relation): Figure[] {
  return [...new Set(operandsOf(relation).filter(isFigureOperand))].filter(
    ({ valueMax, bound }) => valueMax === null && bound === null,
  );
}
