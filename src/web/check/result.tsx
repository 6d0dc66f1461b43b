import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { ReportView } from '../worker/protocol.ts';
import { Downloads } from './downloads.tsx';
import { FigurePanel } from './figure-panel.tsx';
import { FileTabs } from './file-tabs.tsx';
import { FindingList } from './finding-list.tsx';
import { Paper, type PaperPlace } from './paper.tsx';
import type { SubmissionState } from './submission-state.ts';
import { Totals } from './totals.tsx';
import type { SubmissionActions } from './use-submission.ts';

const PAGE_TITLE = document.title;

interface ResultProps {
  readonly state: SubmissionState;
  readonly actions: SubmissionActions;
}

/** The files of the submission, and the one that is looked at. */
export function Result({ state, actions }: ResultProps) {
  const report = state.reports.find(({ file }) => file === state.current) ?? state.reports[0];
  if (report === undefined) return null;
  return (
    <>
      <FileTabs state={state} actions={actions} />
      <CheckedReport key={report.file} report={report} several={state.reports.length > 1} actions={actions} />
    </>
  );
}

interface CheckedReportProps {
  readonly report: ReportView;
  readonly several: boolean;
  readonly actions: SubmissionActions;
}

/** One report with its findings beside it. */
function CheckedReport({ report, several, actions }: CheckedReportProps) {
  // a new object each time, as with the place below
  const [finding, setFinding] = useState<{ readonly number: number } | null>(null);
  const [figure, setFigure] = useState<string | null>(null);
  const [pointed, setPointed] = useState<readonly string[]>([]);
  // a new object each time: the same place may be gone to twice
  const [place, setPlace] = useState<PaperPlace | null>(null);
  // on a narrow screen one of the two is seen at a time
  const [pane, setPane] = useState<'paper' | 'list'>('list');

  const figures = useMemo(() => new Map(report.figures.map((one) => [one.id, one])), [report.figures]);
  const kinOf = useCallback(
    (id: string): string[] => {
      const relations = figures.get(id)?.relations ?? [];
      return [...new Set(relations.flatMap((index) => report.relations[index]?.figures ?? []))];
    },
    [figures, report.relations],
  );

  const goTo = useCallback((number: number, at = 0) => {
    setFinding({ number });
    setPane('paper');
    setPlace({ finding: number, at });
  }, []);
  const goToFigure = useCallback((id: string) => {
    setFigure(id);
    setPane('paper');
    setPlace({ figure: id });
  }, []);
  const pick = useCallback((picked: { readonly finding: number | null; readonly figure: string | null }) => {
    setFigure(picked.figure);
    if (picked.finding !== null) setFinding({ number: picked.finding });
    if (picked.finding !== null || picked.figure !== null) setPane('list');
  }, []);

  // checked anew, with other findings and figures
  useEffect(() => {
    setFinding(null);
    setFigure(null);
    setPlace(null);
  }, [report.body]);
  useEffect(() => {
    document.title = `${report.title}　核对`;
    return () => {
      document.title = PAGE_TITLE;
    };
  }, [report.title]);

  const shown = figure === null ? undefined : figures.get(figure);
  return (
    <div class="result" data-pane={pane}>
      <header class="summary">
        <h1>{report.title}</h1>
        <Totals report={report} />
        <Downloads report={report} several={several} onDownload={actions.download} />
        <div class="panes" role="group" aria-label="看哪一边">
          <button type="button" aria-pressed={pane === 'paper'} onClick={() => setPane('paper')}>
            原文
          </button>
          <button type="button" aria-pressed={pane === 'list'} onClick={() => setPane('list')}>
            问题
          </button>
        </div>
      </header>
      <Paper
        report={report}
        finding={finding?.number ?? null}
        figure={figure}
        pointed={pointed}
        place={place}
        kinOf={kinOf}
        onPick={pick}
      />
      <aside class="side" aria-label="发现的问题">
        <FindingList
          report={report}
          selected={finding}
          onGoTo={goTo}
          onPoint={setPointed}
          onRule={(numbers, ruling, reason) => actions.decide({ file: report.file, numbers, ruling, reason })}
        />
        {shown && (
          <FigurePanel
            figure={shown}
            report={report}
            onGoToFigure={goToFigure}
            onGoTo={goTo}
            onClose={() => {
              setFigure(null);
              setPane('paper');
            }}
          />
        )}
      </aside>
    </div>
  );
}
