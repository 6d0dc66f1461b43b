import { useEffect, useRef, useState } from 'preact/hooks';
import type { JobServices } from '../shell/page-job.ts';
import { focusIsLost } from './focus.ts';
import { type Dropped, droppedFiles } from './dropped-files.ts';
import { Result } from './result.tsx';
import { Start } from './start.tsx';
import { UnreadFiles } from './unread-files.tsx';
import { useSubmission } from './use-submission.ts';
import { Working } from './working.tsx';

/** 核对: files in, findings beside the report, results out. */
export function CheckJob(services: JobServices) {
  const [state, actions] = useSubmission(services);
  const dragging = useDrop(({ files, unread }) => void actions.open(files, unread), state.phase !== 'working');
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

/** Files may be dropped anywhere: a miss would make the browser leave the page and open the file. */
function useDrop(onDrop: (dropped: Dropped) => void, ready: boolean): boolean {
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      if (ready && event.dataTransfer?.types.includes('Files')) setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDragging(false);
      if (ready && event.dataTransfer) {
        void droppedFiles(event.dataTransfer).then((dropped) => {
          if (dropped.files.length + dropped.unread.length > 0) onDrop(dropped);
        });
      }
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  });
  return dragging;
}
