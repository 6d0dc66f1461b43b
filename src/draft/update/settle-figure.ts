import { printNumber } from '../../quantities/print.ts';
import type { LedgerEntry } from '../ledger.ts';
import { Missing, type Quantity } from '../quantity.ts';
import { placelessName, restsOnName } from '../reference.ts';
import type { DataView } from '../view.ts';
import { evaluate } from './evaluate.ts';
import type { MarkRecord } from './record.ts';

/** What a figure of a draft should now say. */
export type NewFigure =
  | { readonly how: 'print'; readonly printed: string; readonly turned: boolean }
  /** No number can take its place: the sentence must be put another way. */
  | { readonly how: 'rewrite'; readonly because: string }
  /** Only the templates could tell it, and they tell it no more: of another school, of no school, or for want of data. */
  | { readonly how: 'gone' }
  | { readonly how: 'missing'; readonly wanted: readonly string[] };

/**
 * The new value of a draft's figure in its own form.
 * @param fresh figures of the same templates filled with the new data, by placeless name
 */
export function newFigure(
  mark: MarkRecord,
  fresh: ReadonlyMap<string, readonly LedgerEntry[]>,
  view: DataView,
): NewFigure {
  const { reference, form } = mark;
  const told = 'size' in reference ? reference.told : null;
  const [entry, ...others] = fresh.get(placelessName(mark.id)) ?? [];
  if (entry !== undefined) {
    if (mark.isOneOfSeveral === true || others.some(({ value }) => !value.eq(entry.value))) {
      return { how: 'rewrite', because: '叫这个名称的数不止一个，分不清是哪一个' };
    }
    const now = 'size' in entry.reference ? entry.reference.told : null;
    return { how: 'print', printed: entry.printed, turned: told !== now };
  }
  const found = evaluate(reference, view);
  if (found instanceof Missing) return { how: 'missing', wanted: found.wanted };
  if (found === null) {
    if (restsOnName(reference) || !('alike' in reference)) return { how: 'gone' };
    return { how: 'rewrite', because: '原来各项相同、合写一个数，现在各不相同' };
  }
  const unit = unitOf(found);
  if ('of' in reference && unit !== form.unit) {
    return { how: 'rewrite', because: `原来的单位是“${form.unit ?? '无'}”，工作簿里是“${unit ?? '无'}”` };
  }
  if (told === null) return { how: 'print', printed: printNumber(found.value, form).text, turned: false };
  const size = printNumber(found.value.abs(), form);
  if (size.value.isZero()) return { how: 'rewrite', because: '现在没有增减，应写“持平”' };
  return { how: 'print', printed: size.text, turned: found.value.isPositive() !== (told === 'up') };
}

function unitOf({ habit }: Quantity): string | null {
  return habit.unit === '比' ? null : habit.unit;
}

/** What has become of the text under a mark. */
export type MarkedText =
  | { readonly state: 'kept'; readonly from: number; readonly to: number }
  | { readonly state: 'current' }
  | { readonly state: 'edited' };

/**
 * Holds the text under a mark against what was put there. Words typed around the number do not make it another one; a number typed
 * over it does, and is a person's.
 * @returns for a kept one the part of the text that gives way to the new figure
 */
export function markedText(text: string, printed: string, wanted: string | null): MarkedText {
  if (wanted !== null && bare(text) === bare(wanted)) return { state: 'current' };
  if (bare(text) === bare(printed)) return { state: 'kept', from: 0, to: text.length };
  const from = text.indexOf(printed);
  const rest = text.slice(0, Math.max(0, from)) + text.slice(from + printed.length);
  if (from >= 0 && !/[\d０-９]/.test(rest)) return { state: 'kept', from, to: from + printed.length };
  return { state: 'edited' };
}

/** Without what people and programs put into numbers to group them. */
function bare(text: string): string {
  return text.replaceAll(/[\s,，\u00a0\u2009]/g, '');
}
