import { Decimal } from '../../model/decimal.ts';
import type { Figure } from '../../model/figure.ts';

/** What counts as a jump: bounds beyond which a change of one year deserves a look. They point, they do not judge. */
export const JUMPS = {
  /** Of counts, money and areas: by more than a third. */
  growth: new Decimal(100).div(3),
  /** Of rates, in points. */
  points: new Decimal(10),
  /** Of difference coefficients. */
  coefficient: new Decimal('0.1'),
  /** Below this a count goes up and down by itself. */
  smallest: new Decimal(20),
  /** A series must have so many steps of a year before the last one. */
  steps: 2,
  /** How far outside of its earlier steps the last one must be: in percent points of growth, besides three times their spread. */
  margin: new Decimal(5),
} as const;

/** Why the change of a quantity stands out, Chinese; null where it does not. */
export function jumpOf(before: Figure, now: Figure): string | null {
  const change = now.value.minus(before.value);
  switch (now.kind) {
    case 'percent':
      return change.abs().gt(JUMPS.points) ? '变动超过10个百分点' : null;
    case 'coefficient':
      return change.abs().gt(JUMPS.coefficient) ? '差异系数变动超过0.1' : null;
    case 'score':
      return change.abs().gt(JUMPS.points) ? '变动超过10分' : null;
    case 'count':
      if (Decimal.max(before.value, now.value).lt(JUMPS.smallest)) return null;
      break;
    default:
  }
  if (before.value.isZero()) return now.value.isZero() ? null : '去年为0';
  return change.div(before.value).times(100).abs().gt(JUMPS.growth) ? '变动超过三分之一' : null;
}

/**
 * Whether the last step of a series is out of line with the steps before it.
 * @param values by year, of both reports together
 * @returns Chinese, with the range of the earlier steps; null for too short a series and for one in line
 */
export function outOfLine(values: ReadonlyMap<number, Decimal>, rate: boolean): string | null {
  const years = [...values.keys()].sort((a, b) => a - b);
  const steps = years.slice(1).flatMap((year, index): Decimal[] => {
    const [before, now] = [values.get(years[index] ?? 0), values.get(year)];
    if (!before || !now || year - (years[index] ?? 0) !== 1 || (!rate && before.isZero())) return [];
    return [rate ? now.minus(before) : now.minus(before).div(before).times(100)];
  });
  const last = steps.at(-1);
  const earlier = steps.slice(0, -1);
  if (last === undefined || earlier.length < JUMPS.steps || steps.length < years.length - 1) return null;
  const [low, high] = [Decimal.min(...earlier), Decimal.max(...earlier)];
  const room = Decimal.max(high.minus(low).times(3), rate ? JUMPS.margin.div(5) : JUMPS.margin);
  if (last.gte(low.minus(room)) && last.lte(high.plus(room))) return null;
  const unit = rate ? '个百分点' : '%';
  return `与历年走势不合：此前每年变动${show(low)}至${show(high)}${unit}，这次${show(last)}${unit}`;
}

function show(value: Decimal): string {
  return value.toDecimalPlaces(2).toFixed();
}
