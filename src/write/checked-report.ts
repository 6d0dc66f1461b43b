import type { CheckResult } from '../check/index.ts';
import type { ReadMessage } from '../model/manuscript.ts';
import type { Report } from '../model/report.ts';

/** A checked report, as every form of output is given it. */
export interface CheckedReport {
  /** The file as the person named it. */
  readonly file: string;
  readonly report: Report;
  readonly result: CheckResult;
  readonly messages: readonly ReadMessage[];
  /** Names of the regulations that it was held against. */
  readonly standards: readonly string[];
}
