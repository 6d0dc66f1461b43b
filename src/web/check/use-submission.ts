import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import example from '../../../corpus/sample/示例报告（含错）.txt?raw';
import { Stopped, WorkerLost } from '../engine.ts';
import { saveFile } from '../save-file.ts';
import type { JobServices } from '../shell/page-job.ts';
import type { DownloadKind, Progress, RulingRequest, Submitted, UnreadFile } from '../worker/protocol.ts';
import { dataGiven, readFiles, withEarlier, withGiven, withoutReport } from './given-files.ts';
import { EMPTY, reduced, type SubmissionEvent, type SubmissionState } from './submission-state.ts';

const KEPT = 'check';
const EXAMPLE = '示例报告（含错）.txt';

/** What a person can do with the submission at hand. */
export interface SubmissionActions {
  /** Opens files beside those that are open, and checks them all; tells of those that already could not be had. */
  open(chosen: readonly File[], unread?: readonly UnreadFile[]): Promise<void>;
  openExample(): Promise<void>;
  /** Ends the checking; what was shown before is shown again. */
  stop(): void;
  remove(file: string): Promise<void>;
  /** No longer holds the reports against the data workbook. */
  removeData(): Promise<void>;
  show(file: string): void;
  setTogether(on: boolean): Promise<void>;
  decide(request: Omit<RulingRequest, 'date'>): Promise<void>;
  download(kind: DownloadKind, file: string | null): Promise<void>;
  dismissUnread(): void;
}

/** The submission, kept across reloads. */
export function useSubmission({ engine, store }: JobServices): [SubmissionState, SubmissionActions] {
  const [state, setState] = useState(EMPTY);
  // kept beside the drawing, which comes later: two things that follow each other closely know of each other
  const now = useRef(state);
  const dispatch = useCallback((event: SubmissionEvent) => {
    now.current = reduced(now.current, event);
    setState(now.current);
  }, []);

  const keep = useCallback(
    async ({ files, together, data }: Submitted) => {
      if (await store.save(KEPT, { files, together, data } satisfies Submitted)) return;
      const text = '浏览器不让本页保存，关闭或刷新后要重新打开文件；结果请及时下载。';
      dispatch({ kind: 'said', text, bad: true });
    },
    [store, dispatch],
  );

  const failed = useCallback(
    (error: unknown) => {
      if (!(error instanceof Stopped)) {
        dispatch({ kind: 'said', text: error instanceof Error ? error.message : String(error), bad: true });
      }
      const { files, together, data } = now.current;
      if (files.length === 0 || !(error instanceof Stopped || error instanceof WorkerLost)) return;
      // The worker that knew the reports shown is gone: a new one gets to know them, while they can be looked at. Whatever is
      // asked of it meanwhile waits for its turn. A failure here is told where it matters, by what is asked next.
      engine.call('check', [{ files, together, data }]).catch(() => undefined);
    },
    [engine, dispatch],
  );

  const check = useCallback(
    async (submitted: Submitted, show: string | null, unread: readonly UnreadFile[] = []) => {
      dispatch({ kind: 'begun' });
      try {
        const onProgress = (progress: Progress) => dispatch({ kind: 'progress', progress });
        const first = await engine.call('check', [submitted], onProgress);
        const usable = { ...submitted, files: withEarlier(submitted.files, now.current.files, first.unread) };
        const same = usable.files === submitted.files;
        const view = same ? first : await engine.call('check', [usable], onProgress);
        const all = { ...view, unread: [...unread, ...first.unread] };
        dispatch({ kind: 'checked', submitted: usable, view: all, show });
        await keep(now.current);
      } catch (error) {
        dispatch({ kind: 'given-up' });
        failed(error);
      }
    },
    [engine, dispatch, keep, failed],
  );

  useEffect(() => {
    void store.load<Submitted>(KEPT).then((kept) => {
      if (kept !== null && kept.files.length > 0) return check({ ...kept, data: kept.data ?? null }, null);
      dispatch({ kind: 'nothing-kept' });
    });
  }, [store, check, dispatch]);

  const turn = useRef(Promise.resolve());
  /** One after the other: files dropped while others are being read are added to them, and do not take their place. */
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    turn.current = turn.current.then(act);
    return turn.current;
  };

  const actions: SubmissionActions = {
    open: (chosen, beyond = []) =>
      inTurn(async () => {
        const given = await readFiles(chosen);
        const files = withGiven(now.current.files, given.files);
        const unread = [...beyond, ...given.unread, ...withoutReport(files, given.files)];
        const first = given.files.find(({ name }) => files.some((file) => file.name === name));
        const data = files.length > 0 ? dataGiven(now.current.data, given.files) : null;
        await check({ files, together: now.current.together, data }, first?.name ?? null, unread);
      }),
    openExample: () =>
      inTurn(() => {
        const file = { name: EXAMPLE, bytes: new TextEncoder().encode(example), decisions: null };
        return check({ files: [file], together: true, data: null }, EXAMPLE);
      }),
    stop: () => engine.stop(),
    remove: (file) =>
      inTurn(() => {
        const { files, together, data } = now.current;
        return check({ files: files.filter(({ name }) => name !== file), together, data }, null);
      }),
    removeData: () =>
      inTurn(() => {
        const { files, together } = now.current;
        return check({ files, together, data: null }, null);
      }),
    show: (file) => dispatch({ kind: 'show', file }),
    async setTogether(on) {
      try {
        const view = await engine.call('together', [on]);
        const { files, data } = now.current;
        dispatch({ kind: 'checked', submitted: { files, together: on, data }, view, show: null });
        await keep(now.current);
      } catch (error) {
        failed(error);
      }
    },
    async decide(request) {
      try {
        const report = await engine.call('decide', [{ ...request, date: localTime().slice(0, 10) }]);
        dispatch({ kind: 'decided', report });
        await keep(now.current);
      } catch (error) {
        failed(error);
      }
    },
    async download(kind, file) {
      try {
        const made = await engine.call('download', [kind, file, localTime()]);
        saveFile(made);
        dispatch({ kind: 'said', text: `已下载“${made.name}”。${made.remark ?? ''}`, bad: false });
      } catch (error) {
        failed(error);
      }
    },
    dismissUnread: () => dispatch({ kind: 'unread-seen' }),
  };
  return [state, actions];
}

/** `2026-11-22T09:30:00`, as the clock on the wall has it. */
function localTime(): string {
  return new Date().toLocaleString('sv-SE').replace(' ', 'T');
}
