import type { GivenFile, ReportFile, UnreadFile } from '../worker/protocol.ts';

/** Larger files are refused before they are read: no report is, and the browser would run out of memory. */
const LARGEST = 200 * 1024 * 1024;
const DECISIONS_ENDING = '.decisions.yaml';
/** Lock files that Word leaves beside an open document, and what systems put into folders. */
const NOT_MEANT = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/iu;

/** What a person has given to the page: those that can be read from, and those that cannot. */
export interface Given {
  readonly files: readonly GivenFile[];
  readonly unread: readonly UnreadFile[];
}

/** The files of a drop: a folder stands for the files in it, not for those in folders below. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // the entries are there only until the event is over: taken before anything is waited for
  const entries = [...transfer.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const lists = await Promise.all(
    entries.map(async ({ entry, file }) => {
      if (entry?.isDirectory) return filesIn(entry as FileSystemDirectoryEntry);
      return file === null ? [] : [file];
    }),
  );
  return lists.flat();
}

async function filesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const files: FileSystemFileEntry[] = [];
  // a reader hands out a hundred at a time, and nothing when it is done
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) break;
    files.push(...some.filter((entry): entry is FileSystemFileEntry => entry.isFile));
  }
  const read = files
    .filter(({ name }) => !NOT_MEANT.test(name))
    .map((entry) => new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null))));
  return (await Promise.all(read)).filter((file) => file !== null);
}

/** Reads what was chosen or dropped. */
export async function readFiles(chosen: readonly File[]): Promise<Given> {
  const files: GivenFile[] = [];
  const unread: UnreadFile[] = [];
  for (const file of chosen) {
    const { name } = file;
    if (file.size > LARGEST) {
      unread.push({
        file: name,
        message: `${name}：文件太大（超过200MB），不像是一份报告。请检查文件，或把报告拆开。`,
      });
      continue;
    }
    try {
      files.push({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
    } catch {
      unread.push({
        file: name,
        message: `${name}：打不开，可能已被移走，或正被别的程序占用。请关闭正在使用它的程序，再试一次。`,
      });
    }
  }
  return { files, unread };
}

/**
 * The submission with the files given now: a file of a name that is there takes its place (the corrected report, checked again)
 * and keeps its decisions; two of one name given at once are numbered apart; a decisions file goes to the report of its name.
 */
export function withGiven(before: readonly ReportFile[], given: readonly GivenFile[]): ReportFile[] {
  const files = [...before];
  const taken = new Set<string>();
  for (const { name, bytes } of given.filter((one) => !isDecisions(one))) {
    const own = unlike(name, taken);
    taken.add(own);
    const index = files.findIndex((one) => one.name === own);
    if (index === -1) files.push({ name: own, bytes, decisions: null });
    else files[index] = { name: own, bytes, decisions: files[index]?.decisions ?? null };
  }
  for (const { name, bytes } of given.filter(isDecisions)) {
    const stem = name.slice(0, -DECISIONS_ENDING.length);
    const index = files.findIndex((one) => stemOf(one.name) === stem);
    const decisions = new TextDecoder('utf-8').decode(bytes);
    const [file] = files.slice(index);
    if (index !== -1 && file !== undefined) files[index] = { ...file, decisions };
  }
  return files;
}

/** Decisions files given whose report is not there. */
export function withoutReport(files: readonly ReportFile[], given: readonly GivenFile[]): UnreadFile[] {
  return given
    .filter(isDecisions)
    .filter(({ name }) => !files.some((file) => `${stemOf(file.name)}${DECISIONS_ENDING}` === name))
    .map(({ name }) => ({ file: name, message: `${name}：这是处理意见，请与它的报告一起打开，两个文件名要相同。` }));
}

function isDecisions({ name }: GivenFile): boolean {
  return name.endsWith(DECISIONS_ENDING);
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]+$/u, '');
}

function unlike(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  const [, stem = name, ending = ''] = /^(.*?)(\.[^.]+)?$/u.exec(name) ?? [];
  for (let number = 2; ; number += 1) {
    const other = `${stem}（${number}）${ending}`;
    if (!taken.has(other)) return other;
  }
}
