import type { GivenData } from '../../check/data/index.ts';
import { type Decisions, NO_DECISIONS } from '../../check/index.ts';
import { type Checked, checkExtracted } from '../../jobs/check.ts';
import { checkData, givenData } from '../../jobs/check-data.ts';
import { checkTogether } from '../../jobs/compare-reports.ts';
import { extract } from '../../jobs/extract.ts';
import { parseDecisions, recordRulings, review, withdrawDecisions } from '../../jobs/review.ts';
import { InputError } from '../../model/manuscript.ts';
import type { Finding } from '../../model/relation.ts';
import type { DocumentReaders } from '../../read/index.ts';
import type { Standard } from '../../standards/standard.ts';
import type { GivenFile, Progress, RulingRequest, Submitted, UnreadFile } from './protocol.ts';

/** Before what a programmer needs to know: whatever happens, the person is told what to do. */
export const BEYOND_US = '程序处理时出了意外，没有完成。请换一份文件再试；仍不行，请把文件和这句话告诉维护人员：';

/** A report of the submission with what has been decided about it. */
export interface ReportAtHand {
  /** As checked, whatever was decided: its findings give the numbers. */
  readonly checked: Checked;
  readonly decisions: Decisions;
  /** The decisions file; null while there is none. */
  readonly decisionsText: string | null;
  readonly bytes: Uint8Array;
}

/** The files that a person has opened together: read and checked once, told again whenever something is decided. */
export class Submission {
  readonly #standards: readonly Standard[];
  readonly #readers: DocumentReaders;
  #alone: readonly ReportAtHand[] = [];
  #reports: readonly ReportAtHand[] = [];
  #data: GivenData | null = null;
  #notHeld: UnreadFile[] = [];

  constructor(standards: readonly Standard[], readers: DocumentReaders) {
    this.#standards = standards;
    this.#readers = readers;
  }

  get reports(): readonly ReportAtHand[] {
    return this.#reports;
  }

  /** Reads and checks files in the place of those at hand; returns those that could not be used. */
  async check({ files, together, data }: Submitted, onProgress: (progress: Progress) => void): Promise<UnreadFile[]> {
    const read: ReportAtHand[] = [];
    const unread: UnreadFile[] = [];
    for (const [index, { name, bytes, decisions }] of files.entries()) {
      const tell = (stage: Progress['stage']) => onProgress({ file: name, index, count: files.length, stage });
      try {
        tell('reading');
        const recorded = decisions === null ? NO_DECISIONS : parseDecisions(decisions, `${name}的处理记录`);
        const extracted = await extract(name, bytes, this.#readers);
        tell('checking');
        const checked = checkExtracted(name, extracted, this.#standards);
        read.push({ checked, decisions: recorded, decisionsText: decisions, bytes });
      } catch (error) {
        // one file at fault does not keep the others from being checked
        unread.push(unusable(name, error));
      }
    }
    this.#alone = read;
    this.#data = await this.#read(data, unread);
    this.together(together);
    return unread;
  }

  /** Reports that the workbook could not be held against: those of another county. */
  get notHeld(): readonly UnreadFile[] {
    return this.#notHeld;
  }

  /** Whether the reports are held against each other. */
  together(on: boolean): void {
    this.#notHeld = [];
    const checked = this.#alone.map((one) => one.checked);
    const compared = (on ? checkTogether(checked) : checked).map((one) => this.#againstData(one));
    this.#reports = this.#alone.map((one, index) => ({ ...one, checked: compared[index] ?? one.checked }));
  }

  async #read(data: GivenFile | null, unread: UnreadFile[]): Promise<GivenData | null> {
    if (data === null) return null;
    try {
      return await givenData(data.name, data.bytes);
    } catch (error) {
      unread.push(unusable(data.name, error));
      return null;
    }
  }

  #againstData(checked: Checked): Checked {
    if (this.#data === null) return checked;
    try {
      return checkData(checked, this.#data, this.#standards);
    } catch (error) {
      this.#notHeld.push(unusable(checked.file, error));
      return checked;
    }
  }

  /** Records or takes back what a person decided about findings of a report. */
  decide({ file, numbers, ruling, reason, date }: RulingRequest): ReportAtHand {
    const report = this.report(file);
    const { checked, decisions } = report;
    const findings = numbers.map((number) => {
      const finding = checked.result.findings[number - 1];
      if (finding === undefined) throw new InputError('finding-unknown', `${file}：没有第${number}条。`);
      return finding;
    });
    const recorded = ruling
      ? recordRulings(
          checked,
          decisions,
          findings.map((finding) => ({ finding, ruling, reason, date })),
        )
      : withdrawn(report, findings);
    const decided: Partial<ReportAtHand> = {
      decisions: { ...decisions, decisions: recorded.all },
      decisionsText: recorded.text,
    };
    this.#alone = this.#alone.map((one) => (one.checked.file === file ? { ...one, ...decided } : one));
    this.#reports = this.#reports.map((one) => (one === report ? { ...one, ...decided } : one));
    return this.report(file);
  }

  /** @throws InputError where no report of that name is at hand */
  report(file: string): ReportAtHand {
    const report = this.#reports.find(({ checked }) => checked.file === file);
    if (report === undefined) throw new InputError('file-missing', `${file}：这份报告没有打开。`);
    return report;
  }
}

function unusable(file: string, error: unknown): UnreadFile {
  const message = error instanceof InputError ? error.message : `${file}：${BEYOND_US}${String(error)}`;
  return { file, message };
}

function withdrawn({ checked, decisions }: ReportAtHand, findings: readonly Finding[]) {
  const { accepted, dismissed } = review(checked, { decisions }).result;
  const decided = [...dismissed, ...accepted.values()].filter(({ finding }) => findings.includes(finding));
  if (decided.length === 0) throw new InputError('decision-missing', '还没有作过决定。');
  return withdrawDecisions(
    decisions,
    decided.map(({ decision }) => decision),
  );
}
