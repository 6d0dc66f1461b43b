import type * as Found from '../relations/relation.ts';
import {
  judgeDifference,
  judgeGrowth,
  judgeGrowthByAmount,
  judgeProduct,
  judgeQuotient,
  judgeShare,
  judgeSum,
} from './judge-arithmetic.ts';
import { judgeGranular, judgeImplied } from './judge-counts.ts';
import {
  judgeAll,
  judgeClaim,
  judgeEqual,
  judgeListCount,
  judgeNumbering,
  judgeRange,
  judgeThreshold,
  judgeTrend,
} from './judge-words.ts';
import type { Judgement } from './judgement.ts';

/** Tests one relation with interval arithmetic. */
export function judge(relation: Found.Relation): Judgement {
  switch (relation.type) {
    case 'sum':
      return judgeSum(relation);
    case 'difference':
      return judgeDifference(relation);
    case 'product':
      return judgeProduct(relation);
    case 'quotient':
      return judgeQuotient(relation);
    case 'implied':
      return judgeImplied(relation);
    case 'granular':
      return judgeGranular(relation);
    case 'share':
      return judgeShare(relation);
    case 'all':
      return judgeAll(relation);
    case 'growth':
      return judgeGrowth(relation);
    case 'growth-by-amount':
      return judgeGrowthByAmount(relation);
    case 'trend':
      return judgeTrend(relation);
    case 'threshold':
      return judgeThreshold(relation);
    case 'equal':
      return judgeEqual(relation);
    case 'list-count':
      return judgeListCount(relation);
    case 'numbering':
      return judgeNumbering(relation);
    case 'range':
      return judgeRange(relation);
    case 'claim':
      return judgeClaim(relation);
  }
}
