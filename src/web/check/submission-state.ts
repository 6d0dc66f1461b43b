import type {
  GivenFile,
  Progress,
  ReportFile,
  ReportView,
  RuledView,
  SubmissionView,
  Submitted,
  UnreadFile,
} from '../worker/protocol.ts';

/** What the person sees of the job, and what it is made of. */
export interface SubmissionState {
  /** loading: looking for what an earlier visit has kept. */
  readonly phase: 'loading' | 'empty' | 'working' | 'shown';
  readonly progress: Progress | null;
  /** Those that were read; what is kept and checked anew after a reload. */
  readonly files: readonly ReportFile[];
  readonly together: boolean;
  /** The data workbook; null while none is open. */
  readonly data: GivenFile | null;
  readonly reports: readonly ReportView[];
  readonly unread: readonly UnreadFile[];
  /** File name of the report shown. */
  readonly current: string | null;
  /** Last thing that was told, for a while. */
  readonly said: { readonly text: string; readonly bad: boolean } | null;
}

export const EMPTY: SubmissionState = {
  phase: 'loading',
  progress: null,
  files: [],
  together: true,
  data: null,
  reports: [],
  unread: [],
  current: null,
  said: null,
};

export type SubmissionEvent =
  | { readonly kind: 'nothing-kept' }
  | { readonly kind: 'begun' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | {
      readonly kind: 'checked';
      readonly submitted: Submitted;
      readonly view: SubmissionView;
      /** The file to show; the one shown before where it is still there. */
      readonly show: string | null;
    }
  | { readonly kind: 'decided'; readonly report: RuledView }
  | { readonly kind: 'show'; readonly file: string }
  | { readonly kind: 'given-up' }
  | { readonly kind: 'said'; readonly text: string; readonly bad: boolean }
  | { readonly kind: 'unread-seen' };

export function reduced(state: SubmissionState, event: SubmissionEvent): SubmissionState {
  switch (event.kind) {
    case 'nothing-kept':
      return { ...state, phase: 'empty' };
    case 'begun':
      return { ...state, phase: 'working', progress: null, said: null };
    case 'progress':
      return { ...state, progress: event.progress };
    case 'checked': {
      const { reports, unread, notHeld } = event.view;
      const names = reports.map(({ file }) => file);
      const current = [event.show, state.current, names[0]].find((name) => name && names.includes(name)) ?? null;
      const { files, together, data } = event.submitted;
      const read = files.filter(({ name }) => names.includes(name));
      const phase = reports.length > 0 ? 'shown' : 'empty';
      // a workbook that could not be read is not kept, and without a report there is nothing to hold against it
      const usable = phase === 'shown' && !unread.some(({ file }) => file === data?.name) ? data : null;
      return {
        ...state,
        phase,
        progress: null,
        files: read,
        together,
        data: usable,
        reports,
        unread: [...unread, ...notHeld],
        current,
      };
    }
    case 'decided': {
      const { report } = event;
      const { file: name, decisions } = report;
      return {
        ...state,
        // the body stays: the same tree is not drawn again
        reports: state.reports.map((one) => (one.file === name ? { ...one, ...report } : one)),
        files: state.files.map((one) => (one.name === name ? { ...one, decisions } : one)),
      };
    }
    case 'show':
      return { ...state, current: event.file };
    case 'given-up':
      return { ...state, phase: state.reports.length > 0 ? 'shown' : 'empty', progress: null };
    case 'said':
      return { ...state, said: { text: event.text, bad: event.bad } };
    case 'unread-seen':
      return { ...state, unread: [] };
  }
}
