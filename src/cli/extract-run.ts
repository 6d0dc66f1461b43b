import { basename } from 'node:path';
import { type Extracted, type ExtractedJson, extract, extractedJson } from '../jobs/extract.ts';
import type { Previewed } from '../jobs/preview.ts';
import { InputError, type Note } from '../model/manuscript.ts';
import { eachReport } from './each-report.ts';
import { READERS } from './old-word.ts';
import { emit, type FormatChoice, formatOf, refuseOverwriting } from './output.ts';
import { reportInputs } from './report-inputs.ts';

const FORMATS: FormatChoice<'json' | 'text' | 'md' | 'xlsx' | 'html'> = {
  formats: ['json', 'text', 'md', 'xlsx', 'html'],
  endings: { json: 'json', txt: 'text', md: 'md', xlsx: 'xlsx', html: 'html' },
  later: [],
};

const NOTE_NAMES: Readonly<Record<Note['kind'], string>> = {
  footnote: '脚注',
  endnote: '尾注',
  header: '页眉',
  footer: '页脚',
};

/** Reads reports and gives their structure and figures in the form asked for. */
export async function runExtract(
  paths: readonly string[],
  options: { readonly format?: string; readonly output?: string },
): Promise<void> {
  const format = formatOf(FORMATS, options);
  const inputs = reportInputs(paths);
  refuseOverwriting(
    options.output,
    inputs.inputs.map(({ file }) => file),
  );
  const records: ExtractedJson[] = [];
  const texts: string[] = [];
  const previews: { file: string; content: Previewed['content'] }[] = [];
  const several = inputs.inputs.length > 1;
  if (format === 'xlsx') refuseForWorkbook(several, options.output);
  await eachReport(inputs, async ({ file, name }, bytes) => {
    if (format === 'html') {
      const { content, messages } = await previewOf(name, bytes);
      tellMessages(name, messages);
      previews.push({ file, content });
      return;
    }
    const extracted = await extract(name, bytes, READERS);
    if (format !== 'md') tellMessages(name, extracted.messages);
    if (format === 'json') records.push(extractedJson(file, extracted.report));
    else if (format === 'text') texts.push(`${several ? `==> ${file} <==\n` : ''}${textForm(extracted)}`);
    else if (format === 'xlsx') emit(await workbookOf(name, extracted), options.output);
    else texts.push(await markdownOf(name, extracted));
  });
  if (records.length > 0) emit(`${JSON.stringify(records, null, 2)}\n`, options.output);
  if (texts.length > 0) emit(texts.join('\n'), options.output);
  if (previews.length > 0) {
    const { previewPage } = await import('../write/html/preview-page.ts');
    emit(previewPage(previews), options.output);
  }
}

/** A workbook is of one report, and no text for a terminal. */
function refuseForWorkbook(several: boolean, output: string | undefined): void {
  if (output === undefined) throw new InputError('output-missing', '格式 xlsx 需要用 -o 给出输出文件。');
  if (several) throw new InputError('too-many-files', '格式 xlsx 一次只能读一份报告；请分别给出。');
}

/**
 * Exactly the text that positions count in; a line end is added only where the last line has none. What is no part of the body
 * follows under a line of its own, behind the last line that is counted.
 */
function textForm({ report }: Extracted): string {
  const { text, notes } = report.manuscript;
  const body = text.endsWith('\n') ? text : `${text}\n`;
  return notes.length === 0
    ? body
    : `${body}\n==== 以下不是正文，其中的数字没有核对 ====\n${notes.map(noteText).join('')}`;
}

function noteText({ kind, text, line }: Note): string {
  return `［${NOTE_NAMES[kind]}${line === null ? '' : `，第${line}段`}］${text.replaceAll('\n', '\n　　')}\n`;
}

/** JSON and text are for programs: what the reader noticed goes beside them, not into them. */
function tellMessages(name: string, messages: Extracted['messages']): void {
  for (const { message } of messages) process.stderr.write(`${name}：${message}\n`);
}

async function workbookOf(name: string, { report }: Extracted): Promise<Uint8Array> {
  const { writeFiguresWorkbook } = await import('../write/workbook/figures-workbook.ts');
  return writeFiguresWorkbook(basename(name), report);
}

async function previewOf(name: string, bytes: Uint8Array): Promise<Previewed> {
  const { preview } = await import('../jobs/preview.ts');
  return preview(name, bytes, READERS);
}

async function markdownOf(name: string, { report, messages }: Extracted): Promise<string> {
  const { outlineMarkdown } = await import('../write/outline-markdown.ts');
  return outlineMarkdown(name, report, messages);
}
