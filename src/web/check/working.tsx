import type { Progress } from '../worker/protocol.ts';

const STAGES: Readonly<Record<Progress['stage'], string>> = { reading: '正在读入', checking: '正在核对' };
const STEPS = Object.keys(STAGES).length;

/** How far the checking is, and the button that ends it. */
export function Working({ progress, onStop }: { readonly progress: Progress | null; readonly onStop: () => void }) {
  const done = progress === null ? 0 : progress.index * STEPS + (progress.stage === 'checking' ? 1 : 0);
  const total = progress === null ? 1 : progress.count * STEPS;
  const order = progress !== null && progress.count > 1 ? `（第${progress.index + 1}份，共${progress.count}份）` : '';
  const words = progress === null ? '正在打开…' : `${STAGES[progress.stage]}：${progress.file}${order}`;
  return (
    <section class="working">
      <p role="status">{words}</p>
      <progress value={done} max={total} aria-label="核对的进度" />
      <p>
        <button type="button" onClick={onStop}>
          停止
        </button>
      </p>
    </section>
  );
}
