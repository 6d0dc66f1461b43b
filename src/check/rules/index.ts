import type { Rule } from '../rule.ts';
import allMismatch from './all-mismatch.ts';
import claimContradicted from './claim-contradicted.ts';
import differenceMismatch from './difference-mismatch.ts';
import growthByAmountMismatch from './growth-by-amount-mismatch.ts';
import growthMismatch from './growth-mismatch.ts';
import implausibleSize from './implausible-size.ts';
import impliedMismatch from './implied-mismatch.ts';
import impossibleRate from './impossible-rate.ts';
import impossibleShare from './impossible-share.ts';
import listCountMismatch from './list-count-mismatch.ts';
import numberingGap from './numbering-gap.ts';
import partExceedsWhole from './part-exceeds-whole.ts';
import productMismatch from './product-mismatch.ts';
import quotientMismatch from './quotient-mismatch.ts';
import shareMismatch from './share-mismatch.ts';
import standardUnmet from './standard-unmet.ts';
import sumMismatch from './sum-mismatch.ts';
import thresholdMismatch from './threshold-mismatch.ts';
import trendMismatch from './trend-mismatch.ts';
import valueConflict from './value-conflict.ts';

/** All rules, in the order in which a reviewer would read them. */
export const RULES: readonly Rule[] = [
  sumMismatch,
  partExceedsWhole,
  differenceMismatch,
  productMismatch,
  quotientMismatch,
  impliedMismatch,
  shareMismatch,
  impossibleShare,
  allMismatch,
  growthMismatch,
  growthByAmountMismatch,
  trendMismatch,
  thresholdMismatch,
  standardUnmet,
  valueConflict,
  listCountMismatch,
  numberingGap,
  impossibleRate,
  implausibleSize,
  claimContradicted,
];
