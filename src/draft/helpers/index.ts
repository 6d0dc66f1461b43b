import { BLOCKS } from './blocks.ts';
import { CHANGES } from './changes.ts';
import { CONDITIONS } from './conditions.ts';
import { FIGURES } from './figures.ts';
import { GATE } from './gate.ts';
import type { Helper } from './helper.ts';
import { OUTCOME_ROWS } from './outcome-rows.ts';
import { OUTCOMES } from './outcomes.ts';
import { RANKINGS } from './rankings.ts';
import { SCHOOL } from './school.ts';
import { SCHOOL_ROWS } from './school-rows.ts';
import { VALUES } from './values.ts';
import { VERDICTS } from './verdicts.ts';
import { WORDS } from './words.ts';

export type { Helper, HelperCall, HelperContext } from './helper.ts';

/** The whole template language besides `#if` and `#unless`. */
export const HELPERS: ReadonlyMap<string, Helper> = new Map(
  [
    ...VALUES,
    ...FIGURES,
    ...CHANGES,
    ...RANKINGS,
    ...GATE,
    ...SCHOOL,
    ...SCHOOL_ROWS,
    ...OUTCOMES,
    ...OUTCOME_ROWS,
    ...CONDITIONS,
    ...WORDS,
    ...BLOCKS,
    ...VERDICTS,
  ].map((helper) => [helper.name, helper]),
);
