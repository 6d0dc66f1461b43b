import type { GivenFile, ReportFile, UnreadFile } from '../worker/protocol.ts';

/** Larger files are refused before they are read: no report is, and the browser would run out of memory. */
const LARGEST = 200 * 1024 * 1024;
/** A browser numbers what is downloaded twice: 报告.decisions (1).yaml. */
const DECISIONS_NAME = /^(?<stem>.*)\.decisions(?: ?\(\d+\))?\.yaml$/iu;

/** What a person has given to the page: those that can be read from, and those that cannot. */
export interface Given {
  readonly files: readonly GivenFile[];
  readonly unread: readonly UnreadFile[];
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

/** A data workbook: reports are held against it and it is not checked itself. */
const WORKBOOK_NAME = /\.(?:xlsx|xlsm|xls|ods|csv)$/iu;

/** The workbook given now, else the one that is there. */
export function dataGiven(before: GivenFile | null, given: readonly GivenFile[]): GivenFile | null {
  return given.findLast(isWorkbook) ?? before;
}

/**
 * The submission with the files given now: a file of a name that is there takes its place (the corrected report, checked again)
 * and keeps its decisions; two of one name given at once are numbered apart; a decisions file goes to the report of its name.
 */
export function withGiven(before: readonly ReportFile[], given: readonly GivenFile[]): ReportFile[] {
  const files = [...before];
  const taken = new Set<string>();
  for (const { name, bytes } of given.filter((one) => !isDecisions(one) && !isWorkbook(one))) {
    const own = unlike(name, taken);
    taken.add(own);
    const index = files.findIndex((one) => one.name === own);
    if (index === -1) files.push({ name: own, bytes, decisions: null });
    else files[index] = { name: own, bytes, decisions: files[index]?.decisions ?? null };
  }
  for (const { name, bytes } of given.filter(isDecisions)) {
    const index = files.findIndex((one) => stemOf(one.name) === decidedStem(name));
    const decisions = new TextDecoder('utf-8').decode(bytes);
    const [file] = files.slice(index);
    if (index !== -1 && file !== undefined) files[index] = { ...file, decisions };
  }
  return files;
}

/**
 * The submission with the earlier ones in the place of those that could not be used: a corrected report that is damaged, or a
 * decisions file that is, does not take from the person what was open.
 */
export function withEarlier(
  files: readonly ReportFile[],
  before: readonly ReportFile[],
  unread: readonly UnreadFile[],
): readonly ReportFile[] {
  const lost = before.filter((one) => !files.includes(one) && unread.some(({ file }) => file === one.name));
  return lost.length === 0 ? files : files.map((one) => lost.find(({ name }) => name === one.name) ?? one);
}

/** Decisions files given whose report is not there, and a workbook where there is no report at all. */
export function withoutReport(files: readonly ReportFile[], given: readonly GivenFile[]): UnreadFile[] {
  const alone = files.length === 0 ? given.filter(isWorkbook) : [];
  const workbooks = alone.map(({ name }) => ({
    file: name,
    message: `${name}：这是数据表。请与报告一起打开，文中的数就与它逐个对照。`,
  }));
  const decisions = given
    .filter(isDecisions)
    .filter(({ name }) => !files.some((file) => stemOf(file.name) === decidedStem(name)))
    .map(({ name }) => ({ file: name, message: `${name}：这是处理意见，请与它的报告一起打开，两个文件名要相同。` }));
  return [...workbooks, ...decisions];
}

function isWorkbook({ name }: GivenFile): boolean {
  return WORKBOOK_NAME.test(name);
}

function isDecisions({ name }: GivenFile): boolean {
  return DECISIONS_NAME.test(name);
}

/** `报告` of 报告.decisions.yaml. */
function decidedStem(name: string): string | undefined {
  return DECISIONS_NAME.exec(name)?.groups?.['stem'];
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
