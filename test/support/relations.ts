import type * as Found from '../../src/relations/relation.ts';
import { operand } from './operands.ts';

/** A printed figure, `**`, a rule's number, or an operand made elsewhere. */
export type Given = string | number | Found.Operand;

const STATED = { assertion: 'stated', span: { start: 0, end: 0 } } as const;

const each = (given: readonly Given[]): Found.Operand[] => given.map(operand);

export function sum(total: Given, parts: readonly Given[], changes: Partial<Found.Sum> = {}): Found.Sum {
  return {
    ...STATED,
    type: 'sum',
    total: operand(total),
    parts: each(parts),
    partial: false,
    exhaustive: false,
    ...changes,
  };
}

export function difference(minuend: Given, subtrahend: Given, result: Given, plus: 0 | 1 = 0): Found.Difference {
  const [a, b, c] = [operand(minuend), operand(subtrahend), operand(result)];
  return { ...STATED, type: 'difference', minuend: a, subtrahend: b, result: c, plus };
}

export function product(factors: readonly Given[], result: Given): Found.Product {
  return { ...STATED, type: 'product', factors: each(factors), result: operand(result) };
}

export function quotient(dividend: readonly Given[], divisor: Given, result: Given, times = 1): Found.Quotient {
  const [of, by, is] = [each(dividend), operand(divisor), operand(result)];
  return { ...STATED, type: 'quotient', dividend: of, divisor: by, times, result: is };
}

export function share(parts: readonly Given[], whole: Given, stated: Given): Found.Share {
  return { ...STATED, type: 'share', parts: each(parts), whole: operand(whole), share: operand(stated) };
}

export function growth(from: Given, to: Given, rate: Given, changes: Partial<Found.Growth> = {}): Found.Growth {
  const [a, b, c] = [operand(from), operand(to), operand(rate)];
  return { ...STATED, type: 'growth', from: a, to: b, rate: c, falling: false, years: 1, ...changes };
}

export function growthByAmount(level: Given, amount: Given, rate: Given, falling = false): Found.GrowthByAmount {
  const [a, b, c] = [operand(level), operand(amount), operand(rate)];
  return { ...STATED, type: 'growth-by-amount', level: a, amount: b, rate: c, falling };
}

export function trend(series: readonly Given[], rising: boolean, words = '逐年'): Found.Trend {
  return { ...STATED, type: 'trend', series: each(series), rising, words };
}

export function threshold(figure: Given, comparison: Found.Threshold['comparison'], limit: Given): Found.Threshold {
  return { ...STATED, type: 'threshold', figure: operand(figure), comparison, limit: operand(limit), source: null };
}

export function equal(first: Given, second: Given, explanation: string | null = null): Found.Equal {
  return { ...STATED, type: 'equal', first: operand(first), second: operand(second), explanation };
}

export function range(part: Given, whole: Given, kind: Found.Range['kind'] = 'part'): Found.Range {
  return { ...STATED, type: 'range', part: operand(part), whole: operand(whole), reason: '', kind };
}

export function listCount(stated: number, items: readonly string[], open = false): Found.ListCount {
  return { ...STATED, type: 'list-count', stated, items, announced: '', open, figures: [] };
}

export function numbering(ordinals: readonly number[]): Found.Numbering {
  return { ...STATED, type: 'numbering', markers: [], ordinals, spans: [], level: 1 };
}
