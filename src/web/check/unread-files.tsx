import type { UnreadFile } from '../worker/protocol.ts';

interface UnreadFilesProps {
  readonly unread: readonly UnreadFile[];
  readonly onClose: () => void;
}

/** Files that could not be used, each with what to do about it. */
export function UnreadFiles({ unread, onClose }: UnreadFilesProps) {
  if (unread.length === 0) return null;
  return (
    <section class="unread" role="alert" aria-label="没有读成的文件">
      <ul>
        {unread.map(({ file, message }) => (
          <li key={file}>{message}</li>
        ))}
      </ul>
      <button type="button" class="plain" onClick={onClose}>
        知道了
      </button>
    </section>
  );
}
