import { cellsOf, Quantity } from '../quantity.ts';

/** What the words already call a fall is printed without its sign. */
export function absolute(found: Quantity): Quantity {
  return found.value.isNegative()
    ? new Quantity({ ...found, value: found.value.abs(), label: `${found.label}（下降）` })
    : found;
}

/** One figure that stands for two quantities that print alike. */
export function bothOf(a: Quantity, b: Quantity): Quantity {
  return new Quantity({
    ...a,
    stage: a.stage === b.stage ? a.stage : null,
    label: `${a.label}和${b.label}`,
    source: { formula: `${a.label}；${b.label}`, inputs: [a, b].flatMap((one) => cellsOf(one.source)) },
  });
}
