import { useCallback, useEffect, useReducer, useRef } from 'preact/hooks';
import example from '../../../corpus/sample/示例报告（含错）.txt?raw';
import { Stopped } from '../engine.ts';
import { saveFile } from '../save-file.ts';
import type { JobServices } from '../shell/page-job.ts';
import type { DownloadKind, ReportFile, RulingRequest, UnreadFile } from '../worker/protocol.ts';
import { readFiles, withGiven, withoutReport } from './given-files.ts';
import { EMPTY, reduced, type SubmissionState } from './submission-state.ts';

const KEPT = 'check';
const EXAMPLE = '示例报告（含错）.txt';

interface Kept {
  readonly files: readonly ReportFile[];
  readonly together: boolean;
}

/** What a person can do with the submission at hand. */
export interface SubmissionActions {
  /** Opens files beside those that are open, and checks them all. */
  open(chosen: readonly File[]): Promise<void>;
  openExample(): Promise<void>;
  /** Ends the checking; what was shown before is checked again and shown. */
  stop(): void;
  remove(file: string): Promise<void>;
  show(file: string): void;
  setTogether(on: boolean): Promise<void>;
  decide(request: Omit<RulingRequest, 'date'>): Promise<void>;
  download(kind: DownloadKind, file: string | null): Promise<void>;
  dismissUnread(): void;
}

/** The submission, kept across reloads. */
export function useSubmission({ engine, store }: JobServices): [SubmissionState, SubmissionActions] {
  const [state, dispatch] = useReducer(reduced, EMPTY);
  const now = useRef(state);
  now.current = state;

  const keep = useCallback(
    async (kept: Kept) => {
      if (await store.save(KEPT, kept)) return;
      const text = '浏览器不让本页保存，关闭或刷新后要重新打开文件；结果请及时下载。';
      dispatch({ kind: 'said', text, bad: true });
    },
    [store],
  );

  const told = useCallback((error: unknown) => {
    if (error instanceof Stopped) return;
    dispatch({ kind: 'said', text: error instanceof Error ? error.message : String(error), bad: true });
  }, []);

  const check = useCallback(
    async (
      files: readonly ReportFile[],
      together: boolean,
      show: string | null,
      unread: readonly UnreadFile[] = [],
    ) => {
      dispatch({ kind: 'begun' });
      try {
        const view = await engine.call('check', [files, together], (progress) =>
          dispatch({ kind: 'progress', progress }),
        );
        const all = { reports: view.reports, unread: [...unread, ...view.unread] };
        dispatch({ kind: 'checked', files, together, view: all, show });
        const names = new Set(view.reports.map(({ file }) => file));
        await keep({ files: files.filter(({ name }) => names.has(name)), together });
      } catch (error) {
        const { files: before } = now.current;
        // the worker that knew the earlier files is gone
        if (before.length > 0 && before !== files) await check(before, now.current.together, null);
        else dispatch({ kind: 'checked', files: [], together, view: { reports: [], unread: [] }, show: null });
        told(error);
      }
    },
    [engine, keep, told],
  );

  useEffect(() => {
    void store.load<Kept>(KEPT).then((kept) => {
      if (kept !== null && kept.files.length > 0) return check(kept.files, kept.together, null);
      dispatch({ kind: 'nothing-kept' });
    });
  }, [store, check]);

  const actions: SubmissionActions = {
    async open(chosen) {
      const given = await readFiles(chosen);
      const files = withGiven(now.current.files, given.files);
      const unread = [...given.unread, ...withoutReport(files, given.files)];
      const first = given.files.find(({ name }) => files.some((file) => file.name === name));
      await check(files, now.current.together, first?.name ?? null, unread);
    },
    async openExample() {
      const file = { name: EXAMPLE, bytes: new TextEncoder().encode(example), decisions: null };
      await check([file], true, EXAMPLE);
    },
    stop: () => engine.stop(),
    async remove(file) {
      const files = now.current.files.filter(({ name }) => name !== file);
      await check(files, now.current.together, null);
    },
    show: (file) => dispatch({ kind: 'show', file }),
    async setTogether(on) {
      try {
        const view = await engine.call('together', [on]);
        const { files } = now.current;
        dispatch({ kind: 'checked', files, together: on, view, show: null });
        await keep({ files, together: on });
      } catch (error) {
        told(error);
      }
    },
    async decide(request) {
      try {
        const report = await engine.call('decide', [{ ...request, date: localTime().slice(0, 10) }]);
        dispatch({ kind: 'decided', report });
        const files = now.current.files.map((one) =>
          one.name === report.file ? { ...one, decisions: report.decisions } : one,
        );
        await keep({ files, together: now.current.together });
      } catch (error) {
        told(error);
      }
    },
    async download(kind, file) {
      try {
        const made = await engine.call('download', [kind, file, localTime()]);
        saveFile(made);
        dispatch({ kind: 'said', text: `已下载“${made.name}”。${made.remark ?? ''}`, bad: false });
      } catch (error) {
        told(error);
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
