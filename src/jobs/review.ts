import {
  applyDecisions,
  type CheckSettings,
  checkSettings,
  type Decision,
  type Decisions,
  decide,
  findingKey,
  NO_DECISIONS,
  NO_SETTINGS,
  newSince,
  parseDecisions,
  printDecisions,
  type Ruling,
  withDecision,
  withSettings,
} from '../check/index.ts';
import { InputError } from '../model/manuscript.ts';
import type { Finding } from '../model/relation.ts';
import { readSettings } from '../read/index.ts';
import type { Checked } from './check.ts';

export interface ReviewOptions {
  readonly settings?: CheckSettings;
  readonly decisions?: Decisions;
  /** Tell only what no earlier run has told. */
  readonly onlyNew?: boolean;
}

/** Reads what a project's junheng.yaml says about checking. */
export function parseCheckSettings(text: string, file: string): CheckSettings {
  return checkSettings(readSettings(text, file), file);
}

/** A checked file as the people who work with it want it told: by the project's settings, and by what they have decided. */
export function review(checked: Checked, options: ReviewOptions): Checked {
  const { settings = NO_SETTINGS, decisions = NO_DECISIONS, onlyNew = false } = options;
  const { report, result } = checked;
  const set = withSettings(result.findings, settings);
  const sorted = applyDecisions(report, set.findings, decisions.decisions);
  const findings = onlyNew ? newSince(report, sorted.findings, decisions.seen) : sorted.findings;
  return {
    ...checked,
    result: {
      ...result,
      findings,
      silenced: set.silenced,
      dismissed: sorted.dismissed,
      accepted: sorted.accepted,
      known: sorted.findings.length - findings.length,
    },
  };
}

/** The decisions file with the findings of this run among those that have been seen. `checked` is one before {@link review}. */
export function withSeen(checked: Checked, { settings, decisions = NO_DECISIONS }: ReviewOptions): string {
  const { report, result } = review(checked, { ...(settings ? { settings } : {}), decisions });
  return printDecisions({ ...decisions, seen: result.findings.map((finding) => findingKey(report, finding)) });
}

/** New content of a decisions file, what was decided, and all decisions on record. */
export interface Recorded {
  readonly text: string;
  readonly made: readonly Decision[];
  readonly all: readonly Decision[];
}

/**
 * Records what a person decided about findings.
 * @param checked as the person saw it, after {@link review}
 * @param numbers of the findings, as `check` prints them, from 1
 * @throws InputError where there is no finding of that number
 */
export function recordDecisions(
  checked: Checked,
  decisions: Decisions,
  numbers: readonly number[],
  ruling: { readonly ruling: Ruling; readonly reason: string | null; readonly date: string },
): Recorded {
  const { result } = checked;
  const rulings = numbers.map((number) => {
    const finding = result.findings[number - 1];
    if (finding === undefined) {
      throw new InputError(
        'finding-unknown',
        `${checked.file}：没有第${number}条发现；这份报告现有${result.findings.length}条，编号见 check 的输出。`,
      );
    }
    return { finding, ...ruling };
  });
  return recordRulings(checked, decisions, rulings);
}

/** What a person decided about a finding that is at hand. */
export interface FindingRuling {
  readonly finding: Finding;
  readonly ruling: Ruling;
  readonly reason: string | null;
  readonly date: string;
}

/** Records decisions about findings of a report; returns what {@link recordDecisions} does. */
export function recordRulings(
  { report, result }: Checked,
  decisions: Decisions,
  rulings: readonly FindingRuling[],
): Recorded {
  const made = rulings.map(({ finding, ...ruling }) => decide(report, result.findings, finding, ruling));
  const all = made.reduce<readonly Decision[]>(withDecision, decisions.decisions);
  return { text: printDecisions({ ...decisions, decisions: all }), made, all };
}

/** Takes decisions back; returns what {@link recordDecisions} does. */
export function withdrawDecisions(decisions: Decisions, removed: readonly Decision[]): Recorded {
  const all = decisions.decisions.filter((one) => !removed.includes(one));
  return { text: printDecisions({ ...decisions, decisions: all }), made: [], all };
}

export { parseDecisions };
