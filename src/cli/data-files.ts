import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { Dataset } from '../model/dataset.ts';
import { InputError } from '../model/manuscript.ts';
import { type NamedBytes, readWorkbookFiles } from '../read/workbook/index.ts';
import { readBytes } from './files.ts';

const WORKBOOK = '数据.xlsx';

/** Where a county's data are: one workbook, or a folder's .csv files, each of them a sheet. */
export interface DataFiles {
  /** What messages call the whole. */
  readonly label: string;
  readonly paths: readonly string[];
  /** The project's folder, where its settings are. */
  readonly folder: string;
}

/**
 * Finds the data that a path means: the file itself, or in a folder 数据.xlsx, else every .csv.
 *
 * @throws InputError where there is nothing of the kind
 */
export function locateData(source: string): DataFiles {
  if (!existsSync(source)) throw new InputError('file-unreadable', `${source}：文件不存在。`);
  if (!statSync(source).isDirectory()) return { label: source, paths: [source], folder: dirname(source) };
  const workbook = join(source, WORKBOOK);
  if (existsSync(workbook)) return { label: workbook, paths: [workbook], folder: source };
  const tables = readdirSync(source)
    .filter((name) => extname(name).toLowerCase() === '.csv')
    .sort();
  if (tables.length > 0) return { label: source, paths: tables.map((name) => join(source, name)), folder: source };
  throw new InputError(
    'project-incomplete',
    `${source}：文件夹中没有 ${WORKBOOK}，也没有 .csv 文件；可用 junheng init 新建报告项目。`,
  );
}

/** The files of the data that a path means, read; a path that leads nowhere is told as any other unreadable file is. */
export function dataFiles(source: string): DataFiles & { readonly files: readonly NamedBytes[] } {
  const isFile = !existsSync(source) || !statSync(source).isDirectory();
  const found = isFile ? { label: source, paths: [source], folder: dirname(source) } : locateData(source);
  return { ...found, files: found.paths.map((name) => ({ name, bytes: readBytes(name) })) };
}

/**
 * Reads the data that a report is drafted from; what the reading has to tell goes to standard error, so that it does not mix with a
 * result. A school table that is still empty leaves its figures open.
 */
export async function readData({ label, paths }: DataFiles): Promise<Dataset> {
  const files = paths.map((path) => ({ name: path, bytes: readBytes(path) }));
  const { dataset } = await readWorkbookFiles(label, files, { mayLackSchools: true });
  if (dataset.schools.length === 0 && dataset.ofReport === undefined) {
    tellNotices([`${label}：“学校”表还没有填，由各校数据计算的数字在报告中留空。`]);
  }
  tellNotices(dataset.notices ?? []);
  return dataset;
}

/** One line each. */
export function tellNotices(notices: readonly string[]): void {
  for (const notice of notices) process.stderr.write(`${notice}\n`);
}
