import type { CellAddress } from '../model/dataset.ts';
import { Decimal } from '../model/decimal.ts';
import { combined } from './reference.ts';
import { cellsOf, type Found, Missing, Quantity, TemplateProblem } from './quantity.ts';

/** What the result of an arithmetic is called, and how it prints where that is not as its first operand does. */
export interface ResultName {
  readonly label: string;
  readonly indicator?: string | null;
  readonly habit?: Quantity['habit'];
}

// Computed rates always have their two decimals: 87.50% beside 91.59%.
const PERCENT = { unit: '%', kind: 'percent', places: 2, fixed: false, aligned: () => 2 } as const;
const POINTS = { unit: '个百分点', kind: 'percent', places: 2, fixed: false } as const;

/** a + b + …; missing where one is. */
export function sum(parts: readonly Found[], name: ResultName): Found {
  return combine(parts, name, (values) => values.reduce((total, value) => total.add(value), new Decimal(0)), 'sum');
}

/** a − b; between two rates the difference is in percentage points. */
export function difference(a: Found, b: Found, name: ResultName): Found {
  const rates = a instanceof Quantity && a.habit.unit === '%';
  return combine([a, b], rates ? { habit: POINTS, ...name } : name, ([x, y]) => x.sub(y), 'difference');
}

/** a ÷ b in percent. */
export function share(part: Found, whole: Found, name: ResultName): Found {
  return divide(part, whole, { habit: PERCENT, ...name }, 'share');
}

/** a ÷ b; the caller names unit and places. */
export function quotient(a: Found, b: Found, name: ResultName & { readonly habit: Quantity['habit'] }): Found {
  return divide(a, b, name, 'quotient');
}

/** (now − before) ÷ before in percent. */
export function growth(now: Found, before: Found, name: ResultName): Found {
  const wanted = wantedOf([now, before]);
  if (wanted.length > 0) return new Missing(name.label, wanted);
  const [a, b] = [now as Quantity, before as Quantity];
  if (b.value.isZero()) return new Missing(name.label, [b.label]);
  return result(
    [a, b],
    { habit: PERCENT, ...name },
    a.value.sub(b.value).div(b.value).mul(100),
    `（${a.label}－${b.label}）÷${b.label}×100%`,
    'growth',
  );
}

function divide(a: Found, b: Found, name: ResultName, how: 'quotient' | 'share'): Found {
  const wanted = wantedOf([a, b]);
  if (wanted.length > 0) return new Missing(name.label, wanted);
  const [x, y] = [a as Quantity, b as Quantity];
  if (y.value.isZero()) return new Missing(name.label, [y.label]);
  const formula = `${x.label}÷${y.label}${how === 'share' ? '×100%' : ''}`;
  return result([x, y], name, x.value.div(y.value).mul(how === 'share' ? 100 : 1), formula, how);
}

function combine(
  parts: readonly Found[],
  name: ResultName,
  operation: (values: [Decimal, Decimal, ...Decimal[]]) => Decimal,
  how: 'sum' | 'difference',
): Found {
  const wanted = wantedOf(parts);
  if (wanted.length > 0) return new Missing(name.label, wanted);
  const quantities = parts as readonly Quantity[];
  const units = new Set(quantities.map((quantity) => quantity.habit.unit));
  if (units.size > 1) throw new TemplateProblem(`单位不同的数据不能加减：${[...units].join('、')}`);
  const formula = quantities.map((quantity) => quantity.label).join(how === 'sum' ? '＋' : '－');
  return result(
    quantities,
    name,
    operation(quantities.map((quantity) => quantity.value) as [Decimal, Decimal]),
    formula,
    how,
  );
}

function result(
  operands: readonly Quantity[],
  name: ResultName,
  value: Decimal,
  formula: string,
  how: 'sum' | 'difference' | 'quotient' | 'share' | 'growth',
): Quantity {
  const first = operands[0];
  if (first === undefined) throw new TemplateProblem('没有给出要计算的数据');
  return new Quantity({
    indicator: name.indicator ?? null,
    stage: operands.every((operand) => operand.stage === first.stage) ? first.stage : null,
    period: first.period,
    label: name.label,
    value,
    habit: name.habit ?? first.habit,
    source: { formula, inputs: uniqueCells(operands) },
    definition: joined(operands.map((operand) => operand.definition)),
    asOf: joined(operands.map((operand) => operand.asOf)),
    office: joined(operands.map((operand) => operand.office)),
    reference: combined(
      how,
      operands.map((operand) => operand.identity),
    ),
  });
}

function wantedOf(parts: readonly Found[]): string[] {
  return [...new Set(parts.flatMap((part) => (part instanceof Missing ? part.wanted : [])))];
}

function uniqueCells(operands: readonly Quantity[]): readonly CellAddress[] {
  const cells = operands.flatMap((operand) => cellsOf(operand.source));
  return [...new Map(cells.map((cell) => [`${cell.sheet}!${cell.cell}`, cell])).values()];
}

function joined(notes: readonly (string | null)[]): string | null {
  const given = [...new Set(notes.filter((note) => note !== null))];
  return given.length === 0 ? null : given.join('；');
}
