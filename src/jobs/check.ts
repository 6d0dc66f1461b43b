import { type CheckResult, checkReport, type DataSummary, type Decision } from '../check/index.ts';
import type { Decimal } from '../model/decimal.ts';
import type { ReadMessage } from '../model/manuscript.ts';
import type { Amount, Finding, OtherPlace } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import type { Position, Span } from '../model/span.ts';
import type { DocumentReaders } from '../read/index.ts';
import type { Standard } from '../standards/standard.ts';
import { type Extracted, type ExtractedJson, extract, extractedJson } from './extract.ts';
import { positionsIn } from './positions.ts';

/** A file read, understood and cross-checked. */
export interface Checked {
  readonly file: string;
  readonly report: Report;
  readonly result: CheckResult;
  readonly messages: readonly ReadMessage[];
}

/** One file as the contract's JSON tells it. */
export interface CheckedJson extends ExtractedJson {
  readonly relations: readonly {
    readonly type: string;
    readonly verdict: string;
    readonly holds: boolean | null;
    readonly because: string | null;
    readonly check: string;
    readonly stated: number | string | null;
    readonly computed: number | string | null;
    readonly figures: readonly string[];
    readonly positions: readonly Position[];
  }[];
  readonly findings: readonly FindingJson[];
  /** How much of it could be held against a data workbook, where one was given. */
  readonly data?: DataSummary;
  /** Findings that a person has found to be no fault, where there are some. */
  readonly dismissed?: readonly FindingJson[];
}

export interface FindingJson {
  readonly rule: string;
  readonly type: string;
  readonly severity: string;
  readonly message: string;
  readonly evidence: string | null;
  readonly stated: number | string | null;
  readonly computed: number | string | null;
  readonly suggestion: string | null;
  readonly figures: readonly string[];
  readonly positions: readonly Position[];
  /** Places in other reports or in a workbook (`cells`), where it speaks of some. */
  readonly elsewhere?: readonly OtherPlace[];
  /** What a person decided about it, where one has. */
  readonly decision?: { readonly ruling: string; readonly reason: string | null; readonly date: string };
}

/** Reads and cross-checks one file. Throws {@link InputError} where the file cannot be used. */
export async function check(
  name: string,
  bytes: Uint8Array,
  standards: readonly Standard[],
  readers: DocumentReaders = {},
): Promise<Checked> {
  return checkExtracted(name, await extract(name, bytes, readers), standards);
}

/** Cross-checks a file that has been read: for those who tell how far they are. */
export function checkExtracted(file: string, { report, messages }: Extracted, standards: readonly Standard[]): Checked {
  return { file, report, result: checkReport(report, standards), messages };
}

/** The contract's JSON of a checked file. */
export function checkedJson(checked: Checked): CheckedJson {
  const position = positionsIn(checked.report.manuscript);
  const { result } = checked;
  return {
    ...extractedJson(checked.file, checked.report),
    relations: result.relations.map((relation) => ({
      type: relation.type,
      verdict: relation.verdict,
      holds: relation.verdict === 'holds' ? true : relation.verdict === 'broken' ? false : null,
      because: relation.because,
      check: relation.check,
      stated: amount(relation.stated),
      computed: amount(relation.computed),
      figures: relation.figures,
      positions: relation.spans.map(position),
    })),
    findings: result.findings.map((finding) => findingJson(finding, position, result.accepted.get(finding)?.decision)),
    ...(result.data === undefined ? {} : { data: result.data }),
    ...(result.dismissed.length === 0
      ? {}
      : { dismissed: result.dismissed.map(({ finding, decision }) => findingJson(finding, position, decision)) }),
  };
}

function findingJson(finding: Finding, position: (span: Span) => Position, decision?: Decision): FindingJson {
  return {
    rule: finding.rule,
    type: finding.type,
    severity: finding.severity,
    message: finding.message,
    evidence: finding.evidence,
    stated: amount(finding.stated),
    computed: amount(finding.computed),
    suggestion: finding.suggestion,
    figures: finding.figures,
    positions: finding.spans.map(position),
    ...(finding.elsewhere ? { elsewhere: finding.elsewhere } : {}),
    ...(decision ? { decision: { ruling: decision.ruling, reason: decision.reason, date: decision.date } } : {}),
  };
}

function amount(value: Amount): number | string | null {
  return value === null || typeof value === 'string' ? value : (value as Decimal).toNumber();
}
