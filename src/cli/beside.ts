import { existsSync } from 'node:fs';
import { dirname, join, parse } from 'node:path';
import { type CheckSettings, type Decisions, NO_DECISIONS, NO_SETTINGS } from '../check/index.ts';
import { parseCheckSettings, parseDecisions } from '../jobs/review.ts';
import { readBytes } from './files.ts';

const SETTINGS = 'junheng.yaml';

/** Where the decisions about a report stand: 报告.docx → 报告.decisions.yaml, beside it; null for standard input. */
export function decisionsPath(file: string): string | null {
  if (file === '-') return null;
  const { dir, name } = parse(file);
  return join(dir, `${name}.decisions.yaml`);
}

/** The decisions about a report; none where nobody has made any. */
export function decisionsBeside(file: string): Decisions {
  const path = decisionsPath(file);
  return path === null || !existsSync(path) ? NO_DECISIONS : parseDecisions(textOf(path), path);
}

/** What the project of a report, the folder that it stands in, says about checking. */
export function settingsBeside(file: string): CheckSettings {
  const path = file === '-' ? SETTINGS : join(dirname(file), SETTINGS);
  return existsSync(path) ? parseCheckSettings(textOf(path), path) : NO_SETTINGS;
}

function textOf(path: string): string {
  return new TextDecoder('utf-8').decode(readBytes(path));
}
