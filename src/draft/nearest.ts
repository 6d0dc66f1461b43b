/**
 * The known name that a slip most likely means: letters changed, left out, added or swapped, or one name inside the other.
 * @returns null where nothing is near enough to be worth saying
 */
export function nearestName(name: string, known: Iterable<string>): string | null {
  const wanted = name.toLowerCase();
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const one of known) {
    const candidate = one.toLowerCase();
    // Chinese names are short, and half of one is often the whole of what was meant.
    const contained = candidate.length > 1 && (candidate.includes(wanted) || wanted.includes(candidate));
    const steps = distance(wanted, candidate);
    // A Chinese name of four characters has as much to tell as an English one of ten.
    const share = /\p{Script=Han}/u.test(wanted) ? 0.5 : 0.4;
    const allowed = Math.max(1, Math.floor(Math.max(wanted.length, candidate.length) * share));
    if (steps > allowed && !contained) continue;
    const rank = contained ? Math.min(steps, allowed) : steps;
    if (best === null || rank < best.distance) best = { name: one, distance: rank };
  }
  return best?.name ?? null;
}

/** `；是不是“…”？`, or nothing. */
export function meant(name: string, known: Iterable<string>): string {
  const nearest = nearestName(name, known);
  return nearest === null ? '' : `，是不是“${nearest}”？`;
}

/** Insertions, deletions, changes and swaps of neighbours. */
function distance(a: string, b: string): number {
  const [from, to] = [[...a], [...b]];
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [i, letter] of from.entries()) {
    const row = [i + 1];
    for (const [j, other] of to.entries()) {
      const changed = (last[j] ?? 0) + (letter === other ? 0 : 1);
      const swapped = letter === to[j - 1] && from[i - 1] === other ? (before[j - 1] ?? Infinity) + 1 : Infinity;
      row.push(Math.min(changed, swapped, (last[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
    [before, last] = [last, row];
  }
  return last[to.length] ?? 0;
}
