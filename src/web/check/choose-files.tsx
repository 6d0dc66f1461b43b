import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

const READABLE = '.xlsx,.xls,.csv,.docx,.doc,.wps,.pdf,.txt,.md,.docm,.dotx,.decisions.yaml,.yaml';

interface ChooseFilesProps {
  readonly class?: string;
  readonly onFiles: (files: File[]) => void;
  readonly children: ComponentChildren;
}

/** A button that opens the system's window for choosing files. */
export function ChooseFiles({ class: className = '', onFiles, children }: ChooseFilesProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={READABLE}
        aria-label="选择报告文件"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // the same file may be chosen again once it has been corrected
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
