import { type CheckResult, checkReport } from '../check/index.ts';
import type { Decimal } from '../model/decimal.ts';
import type { ReadMessage } from '../model/manuscript.ts';
import type { Amount } from '../model/relation.ts';
import type { Report } from '../model/report.ts';
import type { Position } from '../model/span.ts';
import type { DocumentReaders } from '../read/index.ts';
import type { Standard } from '../standards/standard.ts';
import { type ExtractedJson, extract, extractedJson } from './extract.ts';
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
  readonly findings: readonly {
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
  }[];
}

/** Reads and cross-checks one file. Throws {@link InputError} where the file cannot be used. */
export async function check(
  name: string,
  bytes: Uint8Array,
  standards: readonly Standard[],
  readers: DocumentReaders = {},
): Promise<Checked> {
  const { report, messages } = await extract(name, bytes, readers);
  return { file: name, report, result: checkReport(report, standards), messages };
}

/** The contract's JSON of a checked file. */
export function checkedJson(checked: Checked): CheckedJson {
  const position = positionsIn(checked.report.manuscript);
  return {
    ...extractedJson(checked.file, checked.report),
    relations: checked.result.relations.map((relation) => ({
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
    findings: checked.result.findings.map((finding) => ({
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
    })),
  };
}

function amount(value: Amount): number | string | null {
  return value === null || typeof value === 'string' ? value : (value as Decimal).toNumber();
}
