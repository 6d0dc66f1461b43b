import type { UnreadFile } from '../worker/protocol.ts';

/** Lock files that Word leaves beside an open document, and what systems put into folders. */
const NOT_MEANT = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;

/** What was dropped: files, and folders that nothing could be had from. */
export interface Dropped {
  readonly files: readonly File[];
  readonly unread: readonly UnreadFile[];
}

/** The files of a drop: a folder stands for the files in it, not for those in folders below. */
export async function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  // what a drop holds is there only until the event is over: taken before anything is waited for
  const items = [...transfer.items].map((item) => {
    const entry = item.webkitGetAsEntry();
    const isFolder = entry?.isDirectory === true;
    return { entry, file: item.getAsFile(), handle: isFolder ? folderHandle(item) : null };
  });
  const files: File[] = [];
  const unread: UnreadFile[] = [];
  for (const { entry, file, handle } of items) {
    if (!entry?.isDirectory) {
      if (file !== null) files.push(file);
      continue;
    }
    const inside = await filesIn(entry as FileSystemDirectoryEntry, handle);
    if (inside === null) {
      const message = `${entry.name}：浏览器不让本页打开文件夹。请打开这个文件夹，选中里面的报告，一起拖进来。`;
      unread.push({ file: entry.name, message });
    } else if (inside.length === 0) {
      const message = `${entry.name}：文件夹里没有文件（下一层的文件夹不看）。请把报告直接拖进来。`;
      unread.push({ file: entry.name, message });
    } else files.push(...inside);
  }
  return { files, unread };
}

/** A folder as newer browsers hand it out. */
type FolderHandle = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

function folderHandle(item: DataTransferItem): Promise<FolderHandle | null> | null {
  const { getAsFileSystemHandle } = item as { getAsFileSystemHandle?: () => Promise<FolderHandle | null> };
  // to fail is the same as not to be able to
  return getAsFileSystemHandle?.call(item).catch(() => null) ?? null;
}

/**
 * The files in a folder; null where the browser does not let them be read. Chromium lets a page that was opened from a file read
 * a folder by its handle only, Firefox knows no handle.
 */
async function filesIn(entry: FileSystemDirectoryEntry, handle: Promise<FolderHandle | null> | null) {
  try {
    const folder = await handle;
    const files = await (folder === null ? byEntry(entry) : byHandle(folder));
    return files.filter(({ name }) => !NOT_MEANT.test(name));
  } catch {
    return null;
  }
}

async function byHandle(folder: FolderHandle): Promise<File[]> {
  const files: File[] = [];
  for await (const handle of folder.values()) {
    if (handle.kind === 'file') files.push(await (handle as FileSystemFileHandle).getFile());
  }
  return files;
}

async function byEntry(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: Promise<File>[] = [];
  // a reader hands out a hundred at a time, and nothing when it is done
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return Promise.all(files);
    for (const one of some) {
      if (one.isFile) files.push(new Promise((resolve, reject) => (one as FileSystemFileEntry).file(resolve, reject)));
    }
  }
}
