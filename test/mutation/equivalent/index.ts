import { IN_CHECK } from './check.ts';
import { IN_DRAFT } from './draft.ts';
import type { Equivalent } from './equivalent.ts';
import { IN_QUANTITIES } from './quantities.ts';
import { IN_STANDARDS } from './standards.ts';

/** One entry a reason. An entry that is no longer true fails the run as a mutant that lives does. */
export const EQUIVALENT: readonly Equivalent[] = [...IN_CHECK, ...IN_QUANTITIES, ...IN_STANDARDS, ...IN_DRAFT];
