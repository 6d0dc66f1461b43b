import type { Finding } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import { type FindingKey, findingKey, sameNames } from './finding-key.ts';

/** accepted: it is so and will be put right; dismissed: it is no fault, and is not told again. */
export type Ruling = 'accepted' | 'dismissed';

/** What a person decided about a finding. */
export interface Decision {
  readonly rule: string;
  readonly names: readonly string[];
  /** The sentence, numbers masked, where several findings had the same names; null where the names told it. */
  readonly words: string | null;
  readonly ruling: Ruling;
  readonly reason: string | null;
  /** `2026-11-22`. */
  readonly date: string;
  /** The arithmetic at the time; null for text defects. */
  readonly evidence: string | null;
}

/** What is remembered beside a report. */
export interface Decisions {
  readonly decisions: readonly Decision[];
  /** Findings that an earlier run with --since has told. */
  readonly seen: readonly FindingKey[];
}

export const NO_DECISIONS: Decisions = { decisions: [], seen: [] };

export interface Decided {
  readonly finding: Finding;
  readonly decision: Decision;
  /** The figures have changed since: the person may want to look again. */
  readonly changed: boolean;
}

/** Findings sorted by what people have decided about them. */
export interface Sorted {
  readonly findings: readonly Finding[];
  /** Of {@link findings}, those a person has found to be right. */
  readonly accepted: ReadonlyMap<Finding, Decided>;
  readonly dismissed: readonly Decided[];
}

/**
 * Takes out what has been dismissed. A decision is found again by rule and names, not by line or value; where several
 * findings have these names, only by its sentence too, so that a decision about one never hides another.
 */
export function applyDecisions(report: Report, findings: readonly Finding[], decisions: readonly Decision[]): Sorted {
  if (decisions.length === 0) return { findings, accepted: new Map(), dismissed: [] };
  const keys = findings.map((finding) => ({ finding, key: findingKey(report, finding) }));
  const sharing = counts(keys.map(({ key }) => key));
  const kept: Finding[] = [];
  const accepted = new Map<Finding, Decided>();
  const dismissed: Decided[] = [];
  for (const { finding, key } of keys) {
    const alone = sharing.get(printed(key)) === 1;
    // the last word counts
    const decision = decisions.findLast(
      (one) =>
        sameNames(one, key) && (one.words === null ? alone || finding.figures.length === 0 : one.words === key.words),
    );
    if (decision === undefined) kept.push(finding);
    else {
      const decided = { finding, decision, changed: decision.evidence !== finding.evidence };
      if (decision.ruling === 'dismissed') dismissed.push(decided);
      else {
        kept.push(finding);
        accepted.set(finding, decided);
      }
    }
  }
  return { findings: kept, accepted, dismissed };
}

/** A decision about one of the findings of a report. */
export function decide(
  report: Report,
  findings: readonly Finding[],
  finding: Finding,
  ruling: { readonly ruling: Ruling; readonly reason: string | null; readonly date: string },
): Decision {
  const key = findingKey(report, finding);
  const alone = findings.every((other) => other === finding || !sameNames(findingKey(report, other), key));
  const { rule, names, words } = key;
  return { rule, names, words: alone ? null : words, ...ruling, evidence: finding.evidence };
}

/** A new decision in the place of an older one about the same thing. */
export function withDecision(decisions: readonly Decision[], added: Decision): Decision[] {
  return [...decisions.filter((one) => !sameNames(one, added) || one.words !== added.words), added];
}

/** Those findings that no earlier run has told; of two with the same key one new one is told. */
export function newSince(report: Report, findings: readonly Finding[], seen: readonly FindingKey[]): Finding[] {
  const left = counts(seen);
  return findings.filter((finding) => {
    const key = printed(findingKey(report, finding));
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    return count <= 0;
  });
}

function counts(keys: readonly FindingKey[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const key of keys) found.set(printed(key), (found.get(printed(key)) ?? 0) + 1);
  return found;
}

function printed({ rule, names }: FindingKey): string {
  return `${rule}|${names.join('|')}`;
}
