import { Decimal } from '../model/decimal.ts';
import type { Figure } from '../model/figure.ts';
import { around } from './context.ts';
import type { Operand, Share, Sum } from './relation.ts';

const ZERO = new Decimal(0);

/** One way to read a share: what is a share of what. */
export interface Reading {
  /** Mostly one; the members of a list that is told as a share together. */
  readonly parts: readonly Figure[];
  readonly candidates: readonly Figure[];
  /** The whole that the words or the sentence point to; null where only the arithmetic can tell. */
  readonly meant: Figure | null;
  /** It is looked at only whether it fits; nothing is said where it does not. */
  readonly onlyWhereItFits?: boolean;
}

/** A share whose whole is worked out from all shares of its paragraph together; the readings in the order of likelihood. */
export interface Open {
  readonly share: Figure;
  readonly readings: readonly Reading[];
}

interface Fit {
  readonly reading: Reading;
  readonly whole: Figure;
}

/**
 * The reading that the printed percentage fits is taken for what the text means. Where none fits, the share is held against
 * the whole that two neighbours fit, or the one that the words point to.
 */
export function resolved(open: readonly Open[]): Share[] {
  const fits = open.map(fitOf);
  const wholes = new Map<Figure, number>();
  for (const fit of fits) if (fit) wholes.set(fit.whole, (wholes.get(fit.whole) ?? 0) + 1);
  return open.flatMap((item, index): Share[] => {
    const fit = fits[index];
    if (fit) return [share(fit.reading.parts, fit.whole, item.share, fit.reading.meant ? 'implied' : 'possible')];
    const told = item.readings.filter((reading) => !reading.onlyWhereItFits);
    const [first] = told;
    // what two neighbours or more are shares of, this one is a share of, too
    const shared = first?.candidates.find((candidate) => (wholes.get(candidate) ?? 0) >= 2);
    if (first && shared) return [share(first.parts, shared, item.share, 'implied')];
    const last = told.findLast((reading) => reading.meant !== null);
    return last?.meant ? [share(last.parts, last.meant, item.share, 'implied')] : [];
  });
}

function fitOf(item: Open): Fit | null {
  for (const reading of item.readings) {
    const whole = fitting(reading, item.share);
    if (whole) return { reading, whole };
  }
  return null;
}

/** The candidate that the printed percentage fits, the one meant first, then the nearest. */
function fitting({ parts, candidates, meant }: Reading, printed: Figure): Figure | null {
  const ordered = meant ? [meant, ...candidates.toReversed()] : candidates.toReversed();
  const total = parts.reduce((sum, part) => sum.plus(part.value), ZERO);
  return (
    ordered.find((whole) => {
      if (parts.includes(whole) || whole.value.lte(0)) return false;
      const value = total.div(whole.value).times(100);
      return printed.interval.low.lte(value) && printed.interval.high.gte(value);
    }) ?? null
  );
}

/** Parts told as shares of one whole which together make it up: 副高8人占…，中级31人占…，初级30人占…. */
export function madeUp(shares: readonly Share[]): Sum[] {
  const byWhole = new Map<Operand, Operand[]>();
  for (const { parts, whole } of shares) byWhole.set(whole, [...(byWhole.get(whole) ?? []), ...parts]);
  return [...byWhole].flatMap(([total, parts]): Sum[] => {
    const spans = [total, ...parts].flatMap((operand) => operand.span ?? []);
    return parts.length < 2
      ? []
      : [
          {
            type: 'sum',
            assertion: 'possible',
            total,
            parts,
            partial: false,
            exhaustive: false,
            span: around(...spans),
          },
        ];
  });
}

function share(parts: readonly Figure[], whole: Figure, printed: Figure, assertion: Share['assertion']): Share {
  return {
    type: 'share',
    assertion,
    parts,
    whole,
    share: printed,
    span: around(...parts.map((part) => part.span), printed.span),
  };
}
