import '../older-browsers.ts';
import { InputError } from '../../model/manuscript.ts';
import { standardsUsed } from '../../check/standard-choice.ts';
import { oldWordText } from '../../read/old-word/library.ts';
import { titleOf } from '../../standards/standard.ts';
import { nationalStandards } from '../resources.ts';
import { makeFile } from './downloads.ts';
import type { CallMessage, Calls, Progress, ReplyMessage, SubmissionView, UnreadFile } from './protocol.ts';
import { reportView, ruledView } from './report-view.ts';
import { BEYOND_US, type ReportAtHand, Submission } from './submission.ts';

/** The page's second thread: all that takes time is done here, so that the page never freezes. */
const STANDARDS = nationalStandards();
const submission = new Submission(STANDARDS, { oldWord: oldWordText });

type Handlers = {
  readonly [Name in keyof Calls]: (
    onProgress: (progress: Progress) => void,
    ...parameters: Parameters<Calls[Name]>
  ) => ReturnType<Calls[Name]> | Promise<ReturnType<Calls[Name]>>;
};

const HANDLERS: Handlers = {
  check: async (onProgress, submitted) => view(await submission.check(submitted, onProgress)),
  together: (_, on) => {
    submission.together(on);
    return view([]);
  },
  decide: (_, request) => {
    const report = submission.decide(request);
    return ruledView(report, standardsOf(report));
  },
  download: (_, kind, file, time) => {
    const reports = file === null ? submission.reports : [submission.report(file)];
    return makeFile(kind, reports, standardsOf, time);
  },
};

function view(unread: readonly UnreadFile[]): SubmissionView {
  const reports = submission.reports.map((report) => reportView(report, standardsOf(report)));
  return { reports, unread, notHeld: submission.notHeld };
}

function standardsOf({ checked }: ReportAtHand): string[] {
  return standardsUsed(checked.report, STANDARDS).map(titleOf);
}

function reply(message: ReplyMessage): void {
  postMessage(message);
}

async function answer({ id, name, parameters }: CallMessage): Promise<void> {
  const onProgress = (progress: Progress) => reply({ id, kind: 'progress', progress });
  try {
    const handler = HANDLERS[name] as (...all: readonly unknown[]) => Promise<ReturnType<Calls[keyof Calls]>>;
    reply({ id, kind: 'result', result: await handler(onProgress, ...parameters) });
  } catch (error) {
    const message = error instanceof InputError ? error.message : `${BEYOND_US}${String(error)}`;
    reply({ id, kind: 'fault', message });
  }
}

// one after the other: a decision that came between the reading of two files would not find its report
let last = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<CallMessage>) => {
  last = last.then(() => answer(data));
});
reply({ kind: 'ready' });
