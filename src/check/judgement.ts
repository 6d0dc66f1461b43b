import type { Decimal } from '../model/decimal.ts';
import type { Interval } from '../model/interval.ts';
import type { Amount, Verdict } from '../model/relation.ts';
import { meet } from '../quantities/interval.ts';
import type * as Found from '../relations/relation.ts';
import { intervalOf, valueOf } from './operand.ts';

/** A found relation and its verdict. */
export interface Judgement<R extends Found.Relation = Found.Relation> {
  readonly relation: R;
  readonly verdict: Verdict;
  readonly because: string | null;
  readonly check: string;
  readonly stated: Amount;
  readonly computed: Amount;
}

const MASKED = '有数字已隐去，无法核算';

export function unassessable<R extends Found.Relation>(relation: R, check: string): Judgement<R> {
  return { relation, verdict: 'unassessable', because: MASKED, check, stated: null, computed: null };
}

/** holds where what is computed and what is printed can be the same number. */
export function compare<R extends Found.Relation>(
  relation: R,
  computed: { value: Decimal; interval: Interval },
  stated: Found.Operand,
  check: (sign: string) => string,
): Judgement<R> {
  const holds = meet(computed.interval, intervalOf(stated));
  const exact = computed.value.eq(valueOf(stated));
  return {
    relation,
    verdict: holds ? 'holds' : 'broken',
    because: null,
    check: check(holds ? (exact ? '=' : '≈') : '≠'),
    stated: valueOf(stated),
    computed: computed.value,
  };
}
