import { difference, growth, quotient, share, sum } from '../arithmetic.ts';
import { type Found, Missing, Quantity } from '../quantity.ts';
import type { QuantityReference } from '../reference.ts';
import type { DataView } from '../view.ts';

const NO_HABIT = { unit: null, kind: 'other', places: 2, fixed: false } as const;

/**
 * The quantity that a reference means in other data, computed as the draft computed it.
 * @returns null where only the template could tell it, or where what was one figure (均为…) has become several
 */
export function evaluate(reference: QuantityReference, view: DataView): Found | null {
  if ('of' in reference) {
    const { of, stage, offset } = reference;
    return view.find({ indicator: of, stage, offset });
  }
  if ('limit' in reference) return view.limit(reference.limit, reference.stage);
  if ('named' in reference) return null;
  if ('size' in reference) return evaluate(reference.size, view);
  const [how, parts] = Object.entries(reference)[0] as [string, readonly QuantityReference[]];
  const operands = parts.map((part) => evaluate(part, view));
  if (operands.some((one) => one === null)) return null;
  const [a, b] = operands as readonly Found[];
  if (a === undefined) return null;
  const label = { label: how };
  if (how === 'sum') return sum(operands as readonly Found[], label);
  if (b === undefined) return null;
  switch (how) {
    case 'difference':
      return difference(a, b, label);
    case 'share':
      return share(a, b, label);
    case 'quotient':
      return quotient(a, b, { ...label, habit: NO_HABIT });
    case 'growth':
      return growth(a, b, label);
    case 'alike':
      return alike(operands as readonly Found[]);
    default:
      return null;
  }
}

function alike(operands: readonly Found[]): Found | null {
  const [first] = operands;
  const missing = operands.find((one) => one instanceof Missing);
  if (first === undefined || missing !== undefined) return missing ?? null;
  const same = (operands as readonly Quantity[]).every(
    ({ value }) => first instanceof Quantity && value.eq(first.value),
  );
  return same ? first : null;
}
