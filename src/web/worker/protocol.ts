import type { ElementContent } from 'hast';
import type { Summary } from '../../check/index.ts';
import type { RelationType, Severity, Verdict } from '../../model/relation.ts';

/** A file as the person gave it. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A report to be checked, and the content of its decisions file where there is one. */
export interface ReportFile extends GivenFile {
  readonly decisions: string | null;
}

/** What a person has opened: what is checked, and what is kept to be checked anew after a reload. */
export interface Submitted {
  readonly files: readonly ReportFile[];
  /** They belong to one submission and are held against each other. */
  readonly together: boolean;
  /** The county's data workbook that the reports are held against; null where none was given. */
  readonly data: GivenFile | null;
}

/** What the page shows of one checked report; plain data, since it crosses from the worker to the page. */
export interface ReportView {
  readonly file: string;
  readonly title: string;
  /** The report as its readers know it; figures carry `data-figure`, findings `data-finding`. */
  readonly body: readonly ElementContent[];
  readonly findings: readonly FindingView[];
  readonly figures: readonly FigureView[];
  readonly relations: readonly RelationView[];
  readonly totals: Summary;
  /** What the totals mean, sentence by sentence. */
  readonly summary: readonly string[];
  /** What the reader noticed. */
  readonly remarks: readonly string[];
  /** Headings of the first level that findings stand under, in reading order. */
  readonly sections: readonly string[];
  /** The decisions file; null while nothing has been decided. */
  readonly decisions: string | null;
}

/** What changes of it when something is decided: the rest, a large report's body above all, is not sent again. */
export type RuledView = Pick<ReportView, 'file' | 'findings' | 'summary' | 'sections' | 'decisions'>;

export type FindingState = 'open' | 'accepted' | 'dismissed';

export interface FindingView {
  /** From 1, by place in the report; stays the same whatever is decided. */
  readonly number: number;
  readonly severity: Severity;
  readonly rule: { readonly id: string; readonly title: string; readonly why: string };
  /** `第12行`. */
  readonly line: string;
  /** The sections around it, from the outermost. */
  readonly path: string;
  /** The heading of the first level above it; empty where none is. */
  readonly section: string;
  readonly message: string;
  readonly evidence: string | null;
  /** What to write instead; empty to delete, null where nothing is proposed. */
  readonly suggestion: string | null;
  readonly figures: readonly string[];
  /** How many places it is marked at. */
  readonly places: number;
  /** Other places it speaks of: those of the same report by the index of their mark, and those in other files. */
  readonly others: readonly { readonly text: string; readonly place: number | null }[];
  readonly state: FindingState;
  readonly reason: string | null;
  /** The figures have changed since it was decided. */
  readonly changed: boolean;
}

export interface FigureView {
  readonly id: string;
  readonly text: string;
  readonly name: string;
  /** Label and value, as a small table shows them. */
  readonly facts: readonly (readonly [label: string, value: string])[];
  /** Indices into {@link ReportView.relations}. */
  readonly relations: readonly number[];
}

export interface RelationView {
  readonly type: RelationType;
  readonly verdict: Verdict;
  readonly check: string;
  readonly because: string | null;
  readonly figures: readonly string[];
}

/** A file that could not be used, with a sentence that says what to do. */
export interface UnreadFile {
  readonly file: string;
  readonly message: string;
}

/** A submission checked. */
export interface SubmissionView {
  readonly reports: readonly ReportView[];
  readonly unread: readonly UnreadFile[];
  /** Reports that are there and that the data workbook could not be held against. */
  readonly notHeld: readonly UnreadFile[];
}

export type DownloadKind = 'docx' | 'xlsx' | 'html' | 'decisions';

/** A file made for the person. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What the person should know about it. */
  readonly remark: string | null;
}

/** What happens to findings of a report: decided, or taken back (null). */
export interface RulingRequest {
  readonly file: string;
  readonly numbers: readonly number[];
  readonly ruling: 'accepted' | 'dismissed' | null;
  readonly reason: string | null;
  /** `2026-11-22`. */
  readonly date: string;
}

/** How far the checking of a submission is. */
export interface Progress {
  readonly file: string;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly stage: 'reading' | 'checking';
}

/** What the page can ask of the worker: name → what goes in and what comes out. */
export interface Calls {
  check(submitted: Submitted): SubmissionView;
  together(on: boolean): SubmissionView;
  decide(request: RulingRequest): RuledView;
  download(kind: DownloadKind, file: string | null, time: string): MadeFile;
}

/** From the page to the worker. */
export interface CallMessage<Name extends keyof Calls = keyof Calls> {
  readonly id: number;
  readonly name: Name;
  readonly parameters: Parameters<Calls[Name]>;
}

/** From the worker to the page. */
export type ReplyMessage =
  /** The first one: the worker has started. */
  | { readonly kind: 'ready' }
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly kind: 'result'; readonly result: ReturnType<Calls[keyof Calls]> }
  /** The message is a sentence for the person. */
  | { readonly id: number; readonly kind: 'fault'; readonly message: string };
