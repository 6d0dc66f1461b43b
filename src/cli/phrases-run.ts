import { existsSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { mineReport, searchPhrases } from '../jobs/phrases.ts';
import { extract } from '../jobs/extract.ts';
import { InputError } from '../model/manuscript.ts';
import {
  addLibrary,
  addReports,
  type Mined,
  type Phrase,
  phrasesOf,
  printLibrary,
  readLibrary,
  removePhrases,
  usesOf,
} from '../phrases/index.ts';
import { withoutReports } from '../phrases/library.ts';
import { phraseFilter, passesFilter } from '../phrases/phrase-names.ts';
import { answerJson, answerText, phraseJson, phraseText } from '../write/phrases/answers.ts';
import { locateData, readData } from './data-files.ts';
import { eachReport } from './each-report.ts';
import { readBytes, writeBytes } from './files.ts';
import { READERS } from './old-word.ts';
import { emit } from './output.ts';
import { changeLibrary, libraryPath, openLibraries, readPhrases } from './phrase-library.ts';
import { projectSettings } from './phrase-settings.ts';
import { reportInputs } from './report-inputs.ts';
import { segmenterNamed } from './segmenters.ts';

interface Place {
  readonly library?: string;
}

interface Filters extends Place {
  readonly role?: string;
  readonly kind?: string;
  readonly indicator?: string;
  readonly format?: string;
}

export interface SearchOptions extends Filters {
  readonly data?: string;
  readonly against?: string;
  readonly limit?: string;
  readonly segmenter?: string;
}

const DEFAULT_LIMIT = 10;
const MOST = 200;

/** `phrases add FILE…`: the phrases of reports into the library. */
export async function runAdd(paths: readonly string[], options: Place): Promise<void> {
  const path = libraryPath(options.library);
  const reports: Mined[] = [];
  await eachReport(reportInputs(paths), async ({ name }, bytes) => {
    reports.push(await mineReport(name, bytes, READERS));
  });
  if (reports.length === 0) return;
  let told = '';
  await changeLibrary(path, (phrases) => {
    const added = addReports(phrases, reports);
    const again = added.again.length === 0 ? '' : `；其中${added.again.length}份以前读过，已按这次重新计数`;
    told = `${path}：读了${reports.length}份报告${again}。新增短语${added.fresh}条，与已有或相近的合并${added.merged}处，现有${added.phrases.length}条。\n`;
    return added.phrases;
  });
  emit(told, undefined);
}

/** `phrases search QUERY`: the best phrases, those of the person's own library and of the program's. */
export async function runSearch(words: readonly string[], options: SearchOptions): Promise<void> {
  const text = words.join(' ').trim();
  if (text === '') throw new InputError('query-missing', '请给出要找的词句，如 junheng phrases search 教师待遇。');
  const filter = phraseFilter(options);
  const limit = limitOf(options.limit);
  const format = formatOf(options.format);
  const settings = projectSettings();
  const dataset = options.data === undefined ? null : await readData(locateData(options.data));
  const against = options.against === undefined ? null : await reportAt(options.against);
  const segmenter = segmenterNamed(options.segmenter ?? settings.segmenter);
  const libraries = openLibraries(libraryPath(options.library), segmenter);
  const year = Number(dataset?.year.slice(0, 4) ?? settings.year ?? new Date().getFullYear());
  const purpose = { kind: filter.kind ?? settings.kind, year: Number.isInteger(year) ? year : null };
  const request = { text, filter, purpose, limit, dataset, against };
  const { answers, corrected } = searchPhrases(libraries, request, segmenter);
  if (format === 'json') {
    emit(`${JSON.stringify(answers.map(answerJson), null, 2)}\n`, undefined);
    return;
  }
  const note = corrected === null ? '' : `没有“${text}”，按“${corrected}”查找。\n`;
  emit(`${note}${answers.map((answer, index) => answerText(answer, index + 1)).join('') || '没有找到。\n'}`, undefined);
}

/** `phrases list`: the person's own library, the most used first. */
export function runList(options: Filters): void {
  const phrases = filtered(readPhrases(existing(options.library)), options).sort((a, b) => usesOf(b) - usesOf(a));
  if (formatOf(options.format) === 'json') emit(`${JSON.stringify(phrases.map(phraseJson), null, 2)}\n`, undefined);
  else emit(phrases.map(phraseText).join('') || '短语库是空的。\n', undefined);
}

/** `phrases remove ID…`, or all that comes from one report. */
export async function runRemove(ids: readonly string[], options: Place & { readonly report?: string }): Promise<void> {
  const path = existing(options.library);
  const { report } = options;
  if (ids.length === 0 && report === undefined) {
    throw new InputError('id-missing', '请给出要删去的短语编号（见 phrases list），或用 --report 给出报告的文件名。');
  }
  let told = '';
  await changeLibrary(path, (phrases) => {
    const { phrases: left, removed, unknown } = removePhrases(phrases, ids);
    if (unknown.length > 0) {
      throw new InputError('id-unknown', `没有编号为 ${unknown.join('、')} 的短语，或不止一条；短语库没有改动。`);
    }
    const result = report === undefined ? left : withoutFile(left, basename(report));
    told = removed.map(phraseText).join('') + `已删去${phrases.length - result.length}条，现有${result.length}条。\n`;
    return result;
  });
  emit(told, undefined);
}

function withoutFile(phrases: readonly Phrase[], file: string): Phrase[] {
  const reports = new Set(
    phrases.flatMap(({ sources }) => sources.filter((source) => source.file === file).map(({ report }) => report)),
  );
  if (reports.size === 0) throw new InputError('report-unknown', `短语库中没有出自“${file}”的短语；没有改动。`);
  return withoutReports(phrases, reports);
}

/** `phrases export`: the library, or a part of it, as a file for another one, or as a text to read. */
export function runExport(options: Filters & { readonly output?: string }): void {
  const phrases = filtered(readPhrases(existing(options.library)), options);
  const readable = /^\.(?:txt|md)$/u.test(extname(options.output ?? '').toLowerCase());
  const content = readable ? phrases.map(phraseText).join('') : printLibrary(phrases);
  if (options.output === undefined) {
    emit(content, undefined);
    return;
  }
  writeBytes(options.output, content);
  emit(`已写出 ${options.output}：${phrases.length}条。\n`, undefined);
}

/** `phrases import FILE…`: other people's libraries. */
export async function runImport(files: readonly string[], options: Place): Promise<void> {
  const path = libraryPath(options.library);
  const others = files.map((file) => {
    const lines = readLibrary(new TextDecoder('utf-8').decode(readBytes(file)), file);
    for (const { line, what } of lines.damages) process.stderr.write(`${file}：第${line}行：${what}，略过。\n`);
    return phrasesOf(lines);
  });
  let told = '';
  await changeLibrary(path, (before) => {
    let phrases: readonly Phrase[] = before;
    let fresh = 0;
    let merged = 0;
    for (const other of others) {
      const added = addLibrary(phrases, other);
      ({ phrases } = added);
      fresh += added.fresh;
      merged += added.merged;
    }
    told = `${path}：新增短语${fresh}条，合并${merged}条，现有${phrases.length}条。\n`;
    return phrases;
  });
  emit(told, undefined);
}

function filtered(phrases: readonly Phrase[], options: Filters): Phrase[] {
  const filter = phraseFilter(options);
  return phrases.filter((phrase) => passesFilter(phrase, filter));
}

function existing(library: string | undefined): string {
  const path = libraryPath(library);
  if (existsSync(path)) return path;
  throw new InputError('library-missing', `${path}：还没有短语库；用 junheng phrases add 报告 建立。`);
}

async function reportAt(path: string) {
  const { report } = await extract(path, readBytes(path), READERS);
  return report;
}

function limitOf(limit: string | undefined): number {
  if (limit === undefined) return DEFAULT_LIMIT;
  const number = Number(limit);
  if (Number.isInteger(number) && number >= 1 && number <= MOST) return number;
  throw new InputError('limit-invalid', `--limit ${limit}：应为1至${MOST}的整数。`);
}

function formatOf(format: string | undefined): 'text' | 'json' {
  if (format === undefined || format === 'text' || format === 'json') return format ?? 'text';
  throw new InputError('format-unknown', `没有格式“${format}”；可用 text、json。`);
}
