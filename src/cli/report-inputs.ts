import { readdirSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import { InputError } from '../model/manuscript.ts';
import { readBytes } from './files.ts';

/** A report to be read. */
export interface ReportInput {
  /** As the person named it; a file of a folder with the folder before it. `-` is standard input. */
  readonly file: string;
  /** What messages call it. */
  readonly name: string;
  /** Throws {@link InputError} where it cannot be read. */
  read(): Promise<Uint8Array>;
}

/** The reports that the arguments name, and remarks about files that stay out. */
export interface ReportInputs {
  readonly inputs: readonly ReportInput[];
  /** Chinese, for standard error. */
  readonly remarks: readonly string[];
}

const READABLE = new Set(['.txt', '.md', '.docx', '.doc', '.wps', '.pdf']);
/** Reports in forms that cannot be read: in a folder they stay out, and it is said. */
const UNREADABLE = new Set(['.ofd', '.rtf', '.odt']);
const BY_NAME = new Intl.Collator('zh-CN', { numeric: true });

/** Files as they are, folders as the reports in them, `-` as standard input. What cannot be read shows when it is read. */
export function reportInputs(paths: readonly string[]): ReportInputs {
  if (paths.length === 0) throw new InputError('file-missing', '请给出要读取的报告文件或文件夹；“-”表示标准输入。');
  const remarks: string[] = [];
  const inputs = paths.flatMap((path) => {
    if (path === '-') return [{ file: '-', name: '标准输入', read: readStandardInput }];
    if (!isFolder(path)) return [fileInput(path)];
    const { readable, unreadable } = filesIn(path);
    if (unreadable.length > 0) {
      remarks.push(`${path}：有${unreadable.length}个文件的格式不能读取，已略过：${unreadable.join('、')}。`);
    }
    return readable.length > 0 ? readable.map((name) => fileInput(join(path, name))) : [emptyFolder(path)];
  });
  return { inputs, remarks };
}

function fileInput(path: string): ReportInput {
  return { file: path, name: path, read: async () => readBytes(path) };
}

function emptyFolder(path: string): ReportInput {
  const read = () =>
    Promise.reject(
      new InputError('folder-empty', `${path}：文件夹中没有可以读取的报告（.docx、.doc、.wps、.pdf、.txt、.md）。`),
    );
  return { file: path, name: path, read };
}

/** Not those in folders below; not hidden files, nor the lock files that Word leaves beside an open document. */
function filesIn(folder: string): { readonly readable: readonly string[]; readonly unreadable: readonly string[] } {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !/^(?:\.|~\$)/u.test(entry.name))
    .map((entry) => entry.name)
    .sort(BY_NAME.compare);
  const within = (endings: ReadonlySet<string>) => names.filter((name) => endings.has(extname(name).toLowerCase()));
  return { readable: within(READABLE), unreadable: within(UNREADABLE) };
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}
