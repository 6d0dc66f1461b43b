/** So many steps tell weights apart; finer ones change only who is last of the chosen. */
const STEPS = 1024;

/**
 * The places of the highest weights above nothing, in no order, and a few more that tie with the last. Counted into steps and not
 * sorted: sorting 200,000 weights takes longer than all the rest of a search.
 * @param passes what may be chosen; null for all
 */
export function highest(weights: Float32Array, limit: number, passes: ((at: number) => boolean) | null): number[] {
  let most = 0;
  for (let at = 0; at < weights.length; at += 1) most = Math.max(most, weights[at] ?? 0);
  if (most === 0) return [];
  const scale = (STEPS - 1) / most;
  const steps = new Uint32Array(STEPS);
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] ?? 0;
    if (weight === 0 || (passes !== null && !passes(at))) continue;
    const step = Math.floor(weight * scale);
    steps[step] = (steps[step] ?? 0) + 1;
  }
  let least = STEPS - 1;
  for (let count = steps[least] ?? 0; least > 0 && count < limit; count += steps[least] ?? 0) least -= 1;
  const found: number[] = [];
  for (let at = 0; at < weights.length && found.length < 2 * limit; at += 1) {
    const weight = weights[at] ?? 0;
    if (weight > 0 && Math.floor(weight * scale) >= least && (passes === null || passes(at))) found.push(at);
  }
  return found;
}
