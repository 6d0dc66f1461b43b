import { INDICATORS } from '../vocabulary/index.ts';

/** A name that reports use for an indicator, and the indicator's id. */
export type IndicatorName = readonly [name: string, id: string];

/** Official names and aliases by their first two characters, the longest first. */
const byHead = new Map<string, IndicatorName[]>();
for (const { id, name, aliases } of INDICATORS) {
  for (const one of [name, ...aliases]) {
    const head = one.slice(0, 2);
    if (one.length > 1) byHead.set(head, [...(byHead.get(head) ?? []), [one, id]]);
  }
}
for (const names of byHead.values()) names.sort(([a], [b]) => b.length - a.length);

/** The names that begin with the two characters at an offset of a text, the longest first; they need not stand there. */
export function namesLike(text: string, at = 0): readonly IndicatorName[] {
  return byHead.get(text.slice(at, at + 2)) ?? [];
}
