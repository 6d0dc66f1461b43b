import { ChooseFiles } from './choose-files.tsx';
import type { SubmissionState } from './submission-state.ts';
import type { SubmissionActions } from './use-submission.ts';

interface FileTabsProps {
  readonly state: SubmissionState;
  readonly actions: SubmissionActions;
}

/** The files that are open: which one is looked at, one more, one less, and whether they belong together. */
export function FileTabs({ state, actions }: FileTabsProps) {
  const several = state.reports.length > 1;
  return (
    <nav class="files" aria-label="打开的文件">
      <ul>
        {state.reports.map(({ file, findings }) => {
          const open = findings.filter(({ state }) => state !== 'dismissed').length;
          return (
            <li key={file} class={file === state.current ? 'current' : ''}>
              <button
                type="button"
                class="file"
                aria-current={file === state.current ? 'true' : undefined}
                onClick={() => actions.show(file)}
                title={file}
              >
                <span class="name">{file}</span>
                <span class="count" aria-label={`${open}处问题`}>
                  {open}
                </span>
              </button>
              <button type="button" class="close" aria-label={`关闭${file}`} onClick={() => void actions.remove(file)}>
                ×
              </button>
            </li>
          );
        })}
      </ul>
      <ChooseFiles class="plain" onFiles={(files) => void actions.open(files)}>
        ＋ 打开文件
      </ChooseFiles>
      {state.data !== null && (
        <p class="data">
          对照<span class="name">{state.data.name}</span>
          <button
            type="button"
            class="close"
            aria-label={`不再对照${state.data.name}`}
            onClick={() => void actions.removeData()}
          >
            ×
          </button>
        </p>
      )}
      {several && (
        <label class="together">
          <input
            type="checkbox"
            checked={state.together}
            onChange={({ currentTarget }) => void actions.setTogether(currentTarget.checked)}
          />
          同一次报送，彼此也核对
        </label>
      )}
    </nav>
  );
}
