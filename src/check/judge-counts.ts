import type { Decimal } from '../model/decimal.ts';
import type { Interval } from '../model/interval.ts';
import { divide, meet, scale } from '../quantities/interval.ts';
import type * as Found from '../relations/relation.ts';
import { type Judgement, unassessable } from './judgement.ts';
import { intervalOf, show, valueOf } from './operand.ts';

/** Both totals, divided by their amounts per head, must be able to give the same number of heads. */
export function judgeImplied(relation: Found.Implied): Judgement {
  const first = headsOf(relation.first);
  const second = headsOf(relation.second);
  if (first === null || second === null) return unassessable(relation, '除数为零');
  const holds = meet(first.interval, second.interval);
  const sign = holds ? (first.value.eq(second.value) ? '=' : '≈') : '≠';
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `${first.shown}${sign}${second.shown}`,
    stated: second.value,
    computed: first.value,
  };
}

function headsOf({ total, each, times }: Found.PerHead): { value: Decimal; interval: Interval; shown: string } | null {
  const quotient = divide(intervalOf(total), intervalOf(each));
  if (quotient === null) return null;
  const value = valueOf(total).div(valueOf(each)).times(times).toDecimalPlaces(0);
  const left = `${show(valueOf(total))}÷${show(valueOf(each))}${times === 1 ? '' : `×${times}`}`;
  return { value, interval: scale(quotient, times), shown: `${left}=${show(value)}` };
}

/** The printed percentage must be that of a whole number of things: one below, or one above, is not near enough. */
export function judgeGranular(relation: Found.Granular): Judgement {
  const { share, whole } = relation;
  const count = valueOf(whole);
  const { low, high } = intervalOf(share);
  const most = high.times(count).div(100).floor();
  const holds = most.gte(low.times(count).div(100));
  const nearest = valueOf(share).times(count).div(100).round();
  const places = Math.max(2, valueOf(share).decimalPlaces());
  const computed = nearest.div(count).times(100).toDecimalPlaces(places);
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: `${show(nearest)}÷${show(count)}=${computed.toFixed()}%${holds ? '' : `≠${show(valueOf(share))}%`}`,
    stated: valueOf(share),
    computed,
  };
}
