import { useEffect, useRef } from 'preact/hooks';
import type { JobServices } from '../shell/page-job.ts';
import { focusIsLost } from './focus.ts';
import { Result } from './result.tsx';
import { Start } from './start.tsx';
import { UnreadFiles } from './unread-files.tsx';
import { useDrop } from './use-drop.ts';
import { useSubmission } from './use-submission.ts';
import { Working } from './working.tsx';

/** 核对: files in, findings beside the report, results out. */
export function CheckJob(services: JobServices) {
  const [state, actions] = useSubmission(services);
  const dragging = useDrop(({ files, unread }) => void actions.open(files, unread));
  const { phase, said } = state;
  const work = useRef<HTMLElement>(null);
  // what was pressed to get here is gone with the view that it stood in
  useEffect(() => {
    if (phase !== 'loading' && focusIsLost()) work.current?.focus();
  }, [phase]);
  return (
    <main ref={work} id="work" class="work" tabIndex={-1} data-phase={phase}>
      {phase === 'working' && <Working progress={state.progress} onStop={actions.stop} />}
      {phase !== 'working' && <UnreadFiles unread={state.unread} onClose={actions.dismissUnread} />}
      {phase === 'empty' && <Start actions={actions} />}
      {phase === 'shown' && <Result state={state} actions={actions} />}
      <p class={`toast${said?.bad ? ' bad' : ''}`} role="status" hidden={said === null}>
        {said?.text}
      </p>
      {dragging && <div class="drop-here">松开鼠标，开始核对</div>}
    </main>
  );
}
