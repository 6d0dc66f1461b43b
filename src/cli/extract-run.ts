import { type Extracted, type ExtractedJson, extract, extractedJson } from '../jobs/extract.ts';
import { eachReport } from './each-report.ts';
import { emit, type FormatChoice, formatOf, refuseOverwriting } from './output.ts';
import { reportInputs } from './report-inputs.ts';

const FORMATS: FormatChoice<'json' | 'text' | 'md'> = {
  formats: ['json', 'text', 'md'],
  endings: { json: 'json', txt: 'text', md: 'md' },
  later: ['xlsx'],
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
  const several = inputs.inputs.length > 1;
  await eachReport(inputs, async ({ file, name }, bytes) => {
    const extracted = await extract(name, bytes);
    if (format !== 'md') tellMessages(name, extracted);
    if (format === 'json') records.push(extractedJson(file, extracted.report));
    else if (format === 'text') texts.push(`${several ? `==> ${file} <==\n` : ''}${textForm(extracted)}`);
    else texts.push(await markdownOf(name, extracted));
  });
  if (records.length > 0) emit(`${JSON.stringify(records, null, 2)}\n`, options.output);
  if (texts.length > 0) emit(texts.join('\n'), options.output);
}

/** Exactly the text that positions count in; a line end is added only where the last line has none. */
function textForm({ report }: Extracted): string {
  const { text } = report.manuscript;
  return text.endsWith('\n') ? text : `${text}\n`;
}

/** JSON and text are for programs: what the reader noticed goes beside them, not into them. */
function tellMessages(name: string, { messages }: Extracted): void {
  for (const { message } of messages) process.stderr.write(`${name}：${message}\n`);
}

async function markdownOf(name: string, { report, messages }: Extracted): Promise<string> {
  const { outlineMarkdown } = await import('../write/outline-markdown.ts');
  return outlineMarkdown(name, report, messages);
}
