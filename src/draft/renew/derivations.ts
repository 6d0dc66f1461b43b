import { judge } from '../../check/judge.ts';
import { isExact } from '../../check/operand.ts';
import { Decimal } from '../../model/decimal.ts';
import type { Amount } from '../../model/relation.ts';
import type { Report } from '../../model/report.ts';
import { type Operand, type Relation, relationsOf } from '../../relations/index.ts';
import type { OldQuantities, OldQuantity } from './quantities.ts';
import { madeOf, type QuantityTerm, termOf, type Way } from './ways.ts';

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
