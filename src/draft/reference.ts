import type { Stage } from '../model/figure.ts';
import type { PrintForm } from '../quantities/print.ts';

/**
 * Which quantity a figure tells, apart from any data: enough to find its value in another workbook. Years count from the report's
 * own. A value that a helper made by means of its own has only its name, and is found again where the template tells it again.
 */
export type QuantityReference =
  | { readonly of: string; readonly stage: Stage | null; readonly offset: number }
  | { readonly limit: string; readonly stage: Stage | null }
  | { readonly sum: readonly QuantityReference[] }
  | { readonly difference: readonly QuantityReference[] }
  | { readonly share: readonly QuantityReference[] }
  | { readonly quotient: readonly QuantityReference[] }
  | { readonly growth: readonly QuantityReference[] }
  /** The size of a change, behind a word that tells its direction. */
  | { readonly size: QuantityReference; readonly told: 'up' | 'down' }
  /** One figure for several quantities, behind 均. */
  | { readonly alike: readonly QuantityReference[] }
  | { readonly named: string; readonly stage: Stage | null; readonly indicator: string | null };

/** Of a result over operands. */
export function combined(
  how: 'sum' | 'difference' | 'share' | 'quotient' | 'growth' | 'alike',
  operands: readonly QuantityReference[],
): QuantityReference {
  return { [how]: operands } as unknown as QuantityReference;
}

/** Whether only its name, or that of something that it is computed of, tells what it is. */
export function restsOnName(reference: QuantityReference): boolean {
  if ('named' in reference) return true;
  if ('size' in reference) return restsOnName(reference.size);
  return Object.values(reference).some((parts) => Array.isArray(parts) && parts.some(restsOnName));
}

/**
 * Gives the figures of a draft their names: six characters that depend on what is told and in which form, nothing else, so that
 * the same figure has the same name in a draft of other data; `_2` for its second place. A bookmark's name begins with a letter
 * and has at most 40 letters, digits and underscores.
 */
export class FigureNames {
  readonly #used = new Map<string, { readonly identity: string; count: number }>();

  nameOf(reference: QuantityReference, form: PrintForm | null): string {
    const identity = JSON.stringify([plain(reference), form === null ? null : formKey(form)]);
    let name = `f_${hashOf(identity)}`;
    // two figures with one hash: one in millions of drafts, and then the later one takes another
    while (this.#used.has(name) && this.#used.get(name)?.identity !== identity) name = `f_${hashOf(name + identity)}`;
    const known = this.#used.get(name) ?? { identity, count: 0 };
    known.count += 1;
    this.#used.set(name, known);
    return known.count === 1 ? name : `${name}_${known.count}`;
  }
}

/** A figure's name without the number of its place: all places with it tell the same value in the same form. */
export function placelessName(id: string): string {
  return id.replace(/(?<=^f_[^_]+)_\d+$/, '');
}

/** Figures by their placeless names, each name's in the order given. */
export function byName<T extends { readonly id: string }>(figures: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const figure of figures) {
    const name = placelessName(figure.id);
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [figure]);
    else known.push(figure);
  }
  return groups;
}

/** The direction is told by the words around, not by the figure: 增长 and 下降 are the same figure of two years' data. */
function plain(reference: QuantityReference): unknown {
  return 'size' in reference ? { size: reference.size } : reference;
}

function formKey({ unit, multiplier, bare, places, fixed, ratio }: PrintForm): readonly unknown[] {
  return [unit, multiplier ?? null, bare === true, places, fixed === true, ratio === true];
}

/** FNV-1a over UTF-16 units, as six letters and digits. */
export function hashOf(text: string): string {
  let [high, low] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low ^ (code + 0x9e37), 0x85ebca6b) >>> 0;
  }
  return ((high ^ Math.imul(low, 0x9e3779b1)) >>> 0).toString(36).padStart(7, '0').slice(-6);
}
