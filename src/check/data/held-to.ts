import type { Figure } from '../../model/figure.ts';
import { indicatorOf } from '../../vocabulary/index.ts';
import { agrees, holdAgainst } from '../claims/told-value.ts';
import { DATA_CONFLICT, DATA_DEFINITION, DATA_PERIOD } from './data-rules.ts';
import type { Held } from './data-words.ts';
import { isNeighbour, isSlip } from './slip.ts';
import type { Answer } from './workbook-claims.ts';

/**
 * A figure held against what the workbook answers. Null where one that may be of less than the county differs by more than a slip:
 * nothing says that it is meant.
 * @param firm surely a state of all of the county
 * @param unsure whether another reading of the sentence is left
 */
export function heldTo(figure: Figure, answer: Answer, firm: boolean, unsure: boolean): Held | null {
  const doubt = firm && !unsure ? null : '文中可能只是其中一部分，或另一时间的数';
  const outcome = holdAgainst(figure, answer.values, answer.open ?? doubt);
  if (outcome === null) return null;
  const surely = firm && answer.likely !== true;
  const near = isSlip(figure, outcome.told.value) || (firm && isNeighbour(figure, outcome.told.value));
  if (outcome.verdict !== 'holds' && !surely && !near && !isMore(figure, outcome.told)) return null;
  const explained = answer.values.find((one) => one.because !== null && agrees(figure, one));
  const apart = outcome.verdict === 'review' ? (explained?.apart ?? answer.apart) : null;
  const rule = apart === 'period' ? DATA_PERIOD : apart === 'definition' ? DATA_DEFINITION : DATA_CONFLICT;
  const formula = answer.values.find((one) => one === outcome.told)?.formula ?? null;
  return { figure, outcome, formula, rule, type: 'equal' };
}

/** More were taken on in a year than the workbook has for all of the county: no part of it can be. */
function isMore(figure: Figure, { value }: Held['outcome']['told']): boolean {
  return indicatorOf(figure.indicator)?.nature === 'flow' && figure.period !== null && figure.value.gt(value);
}
