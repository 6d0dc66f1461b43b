import { cellsOf, Quantity } from '../quantity.ts';
import { combined } from '../reference.ts';

/** What the words already call a fall is printed without its sign. */
export function absolute(found: Quantity): Quantity {
  const falls = found.value.isNegative();
  return new Quantity({
    ...found,
    value: found.value.abs(),
    reference: { size: found.identity, told: falls ? 'down' : 'up' },
    label: `${found.label}${falls ? '（下降）' : ''}`,
  });
}

/** One figure that stands for two quantities that print alike. */
export function bothOf(a: Quantity, b: Quantity): Quantity {
  return new Quantity({
    ...a,
    reference: combined('alike', [a.identity, b.identity]),
    stage: a.stage === b.stage ? a.stage : null,
    label: `${a.label}和${b.label}`,
    source: { formula: `${a.label}；${b.label}`, inputs: [a, b].flatMap((one) => cellsOf(one.source)) },
  });
}
