/**
 * Budgets for templates: far above what any report needs, far below what would hold the program up. An office's folder comes by
 * mail and on sticks like any other file.
 */
export const MOST_CHARACTERS = 200_000;
/** Files of one report kind. */
export const MOST_FILES = 100;
/** Blocks and brackets inside one another. */
export const DEEPEST = 30;
/** How far a template may look back or ahead, in years. */
export const MOST_YEARS = 20;
