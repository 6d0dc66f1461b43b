/** So many steps tell weights apart; finer ones change only who is last of the chosen. */
const STEPS = 1024;

/**
 * The places of the highest weights above nothing, in no order, and a few more that tie with the last. Counted into steps and not
 * sorted: sorting 200,000 weights takes longer than all the rest of a search.
 * @param passes what may be chosen; null for all
 */
export function highest(weights: Float32Array, limit: number, passes: ((at: number) => boolean) | null): number[] {
  let most = 0;
  for (const weight of weights) if (weight > most) most = weight;
  if (most === 0) return [];
  const scale = (STEPS - 1) / most;
  const steps = new Uint32Array(STEPS);
  const allowed: number[] = [];
  for (const [at, weight] of weights.entries()) {
    if (weight === 0 || (passes !== null && !passes(at))) continue;
    allowed.push(at);
    const step = Math.floor(weight * scale);
    steps[step] = (steps[step] ?? 0) + 1;
  }
  let least = STEPS - 1;
  for (let count = steps[least] ?? 0; least > 0 && count < limit; count += steps[least] ?? 0) least -= 1;
  return allowed.filter((at) => Math.floor((weights[at] ?? 0) * scale) >= least).slice(0, 2 * limit);
}
