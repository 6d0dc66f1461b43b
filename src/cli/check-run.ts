import { extname } from 'node:path';
import type { CheckResult } from '../check/index.ts';
import { standardsFor } from '../check/standard-limits.ts';
import { type Checked, type CheckedJson, check, checkedJson } from '../jobs/check.ts';
import { InputError } from '../model/manuscript.ts';
import { parseStandard } from '../standards/parse.ts';
import type { Standard } from '../standards/standard.ts';
import type { CheckedReport } from '../write/checked-report.ts';
import { checkText, totalText } from '../write/terminal/check-text.ts';
import { unpainted } from '../write/terminal/paint.ts';
import { eachReport } from './each-report.ts';
import { readBytes } from './files.ts';
import { READERS } from './old-word.ts';
import { emit, type FormatChoice, formatOf, refuseOverwriting } from './output.ts';
import { reportInputs } from './report-inputs.ts';
import { nationalStandards } from './resources.ts';
import { paintOf } from './terminal.ts';

const FORMATS: FormatChoice<'text' | 'json'> = {
  formats: ['text', 'json'],
  endings: { txt: 'text', json: 'json' },
  later: ['html', 'sarif', 'xlsx', 'docx'],
};

/** Cross-checks reports and tells the findings; the exit code is 1 where one of them is an error, 2 where a report could not be read. */
export async function runCheck(
  paths: readonly string[],
  options: { readonly format?: string; readonly output?: string; readonly standard?: readonly string[] },
): Promise<void> {
  const format = formatOf(FORMATS, options);
  const own = (options.standard ?? []).map(ownStandard);
  const inputs = reportInputs(paths);
  refuseOverwriting(
    options.output,
    inputs.inputs.map(({ file }) => file),
  );
  const standards = [...bundledStandards(), ...own];
  const paint = options.output === undefined ? paintOf(process.stdout) : unpainted;
  const records: CheckedJson[] = [];
  const texts: string[] = [];
  const results: CheckResult[] = [];
  const unread = await eachReport(inputs, async ({ file, name }, bytes) => {
    const checked = await check(name, bytes, standards, READERS);
    results.push(checked.result);
    if (format === 'json') records.push(checkedJson({ ...checked, file }));
    else texts.push(checkText(forPeople(checked, standards), paint));
  });
  if (records.length > 0) emit(`${JSON.stringify(records, null, 2)}\n`, options.output);
  if (texts.length > 0) {
    const total = inputs.inputs.length > 1 ? [totalText(results, unread)] : [];
    emit([...texts, ...total].join('\n'), options.output);
  }
  const wrong = results.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));
  if (wrong && unread === 0) process.exitCode = 1;
}

/** The national regulations, as the check needs them. */
export function bundledStandards(): Standard[] {
  return nationalStandards().map(({ name, text }) => parseStandard(name, text));
}

/** What the writer for the terminal is given. */
export function forPeople(checked: Checked, standards: readonly Standard[]): CheckedReport {
  const applied = standardsFor(checked.report, standards);
  return { ...checked, standards: applied.map(({ name, number }) => `${name}（${number}）`) };
}

function ownStandard(path: string): Standard {
  if (!['.yaml', '.yml'].includes(extname(path).toLowerCase())) {
    throw new InputError(
      'standard-file',
      `--standard ${path}：请给出 .yaml 标准文件；内置的国家标准按报告类型自动采用，不必指定。`,
    );
  }
  return parseStandard(path, new TextDecoder('utf-8').decode(readBytes(path)));
}
