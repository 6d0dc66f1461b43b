import { Quantity } from './quantity.ts';
import type { RecordedFigure } from './recorder.ts';
import { type QuantityReference, restsOnName } from './reference.ts';
import { evaluate } from './update/evaluate.ts';
import type { DataView } from './view.ts';

/**
 * Takes its reference from every figure that the reference does not lead back to: computed anew from the same data it must give
 * the very value that was printed. Such a figure goes by its name, which at worst leaves it to a person; a wrong reference would
 * one day put another thing's number in its place.
 * @param figures changed in place, before they get their ids
 */
export function dropUnsound(figures: RecordedFigure[], view: DataView): void {
  for (const [index, figure] of figures.entries()) {
    const { reference } = figure.quantity;
    if (reference === null || leadsTo(reference, figure.quantity, view)) continue;
    figures[index] = { ...figure, quantity: new Quantity({ ...figure.quantity, reference: null }) };
  }
}

function leadsTo(reference: QuantityReference, { value, label }: Quantity, view: DataView): boolean {
  const found = evaluate(reference, view);
  // what rests on a name is never computed again
  if (found === null) return restsOnName(reference);
  if (!(found instanceof Quantity)) return false;
  // two things may have one value by chance, the only school of a stage and the county
  if ('of' in reference && found.label !== label) return false;
  return ('size' in reference ? found.value.abs() : found.value).eq(value);
}
