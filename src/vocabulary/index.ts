import type { Indicator } from './indicator.ts';
import { INDICATORS } from './indicators.ts';

export type { Indicator, IndicatorNature } from './indicator.ts';
export { INDICATORS } from './indicators.ts';

const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

/** The indicator of an id, or undefined for ids that are not of the vocabulary (`text:…`). */
export function indicatorOf(id: string | null): Indicator | undefined {
  return id === null ? undefined : byId.get(id);
}
export { indicatorNamed, type Named } from './lookup.ts';
export { stageList, stagesIn } from './stage.ts';
export { cutClause, cutHead, cutTail, scopeOnly } from './words.ts';
export { COMPOSITIONS } from './compositions.ts';
