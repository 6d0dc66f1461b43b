import { BLOCKS } from './blocks.ts';
import { CONDITIONS } from './conditions.ts';
import { FIGURES } from './figures.ts';
import type { Helper } from './helper.ts';
import { SCHOOL } from './school.ts';
import { VALUES } from './values.ts';
import { WORDS } from './words.ts';

export type { Helper, HelperCall, HelperContext } from './helper.ts';

/** The whole template language besides `#if` and `#unless`. */
export const HELPERS: ReadonlyMap<string, Helper> = new Map(
  [...VALUES, ...FIGURES, ...CONDITIONS, ...WORDS, ...BLOCKS, ...SCHOOL].map((helper) => [helper.name, helper]),
);
