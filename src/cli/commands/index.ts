import type { Command } from 'commander';
import { registerCheck } from './check.ts';
import { registerCompare } from './compare.ts';
import { registerDecisions } from './decisions.ts';
import { registerDemo } from './demo.ts';
import { registerDraft } from './draft.ts';
import { registerExtract } from './extract.ts';
import { registerIndicators } from './indicators.ts';
import { registerInit } from './init.ts';
import { registerManual } from './manual.ts';
import { registerPhrases } from './phrases.ts';
import { registerRenew } from './renew.ts';
import { registerTemplates } from './templates.ts';
import { registerWeb } from './web.ts';

/** Each adds one command to the program; what a command needs is imported only when it runs, so that every start is quick. */
export const COMMANDS: readonly ((program: Command) => void)[] = [
  registerExtract,
  registerCheck,
  registerCompare,
  registerDecisions,
  registerInit,
  registerIndicators,
  registerDraft,
  registerRenew,
  registerTemplates,
  registerPhrases,
  registerManual,
  registerWeb,
  registerDemo,
];
