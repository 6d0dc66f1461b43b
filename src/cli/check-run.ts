import { standardsFor, standardsUsed } from '../check/standard-choice.ts';
import { type Checked, check, checkedJson } from '../jobs/check.ts';
import { checkData, givenData } from '../jobs/check-data.ts';
import { checkAgainst, checkTogether } from '../jobs/compare-reports.ts';
import { extract } from '../jobs/extract.ts';
import { type ReviewOptions, review, withSeen } from '../jobs/review.ts';
import { InputError } from '../model/manuscript.ts';
import { applyAlways, chooseStandards } from '../standards/choose.ts';
import { type Standard, titleOf } from '../standards/standard.ts';
import type { CheckedReport } from '../write/checked-report.ts';
import { checkText, totalText } from '../write/terminal/check-text.ts';
import { unpainted } from '../write/terminal/paint.ts';
import { decisionsBeside, decisionsPath, settingsBeside } from './beside.ts';
import { bundledStandards } from './bundled-standards.ts';
import { dataFiles } from './data-files.ts';
import { eachReport } from './each-report.ts';
import { readBytes, writeBytes } from './files.ts';
import { READERS } from './old-word.ts';
import { emit, type FormatChoice, formatOf, refuseOverwriting } from './output.ts';
import { reportInputs } from './report-inputs.ts';
import { wantedStandard } from './standard-option.ts';
import { paintOf } from './terminal.ts';
import { VERSION } from './version.ts';

type Format = 'text' | 'json' | 'html' | 'sarif' | 'xlsx' | 'docx';

const FORMATS: FormatChoice<Format> = {
  formats: ['text', 'json', 'html', 'sarif', 'xlsx', 'docx'],
  endings: { txt: 'text', json: 'json', html: 'html', htm: 'html', sarif: 'sarif', xlsx: 'xlsx', docx: 'docx' },
  later: [],
};

export interface CheckRunOptions {
  readonly format?: string;
  readonly output?: string;
  readonly standard?: readonly string[];
  /** Last year's report. */
  readonly against?: string;
  /** A data workbook. */
  readonly data?: string;
  readonly together?: boolean;
  readonly since?: boolean;
  /** Certain corrections of the wording as tracked changes. */
  readonly fix?: boolean;
}

/** Cross-checks reports and tells the findings; the exit code is 1 where one of them is an error, 2 where a report could not be read. */
export async function runCheck(paths: readonly string[], options: CheckRunOptions): Promise<void> {
  const format = formatOf(FORMATS, options);
  if ((format === 'xlsx' || format === 'docx') && options.output === undefined) {
    throw new InputError('output-missing', `格式 ${format} 需要用 -o 给出输出文件。`);
  }
  if (options.fix && format !== 'docx') {
    throw new InputError('fix-without-document', '--fix 把改正写成 Word 修订，需要用 -o 给出 .docx 文件。');
  }
  const { standards, own } = standardsGiven(options.standard ?? []);
  const inputs = reportInputs(paths);
  refuseOverwriting(options.output, [
    ...inputs.inputs.map(({ file }) => file),
    ...[options.data, options.against].flatMap((file) => file ?? []),
  ]);
  if (format === 'docx' && inputs.inputs.length > 1) {
    throw new InputError('too-many-files', '带批注的 Word 文档一次只能写一份报告；请分别给出。');
  }
  const earlier = await earlierReport(options.against);
  const located = options.data === undefined ? null : dataFiles(options.data);
  const data = located === null ? null : await givenData(located.label, located.files);
  const read: Checked[] = [];
  const contents = new Map<string, Uint8Array>();
  const beside = new Map<string, ReturnType<typeof besides>>();
  const unread = await eachReport(inputs, async ({ file, name }, bytes) => {
    // the decisions are read here, so that a file of them that is at fault is told with the report's name, and the others go on
    beside.set(file, besides(file));
    const checked = { ...(await check(name, bytes, standards, READERS)), file };
    if (format === 'docx') contents.set(file, bytes);
    const against = earlier === null ? checked : checkAgainst(checked, earlier);
    read.push(data === null ? against : checkData(against, data, standards));
  });
  const compared = options.together ? checkTogether(read) : read;
  const reviewed = compared.map((checked) =>
    review(checked, { ...beside.get(checked.file), onlyNew: options.since === true }),
  );
  if (reviewed.length > 0) emit(await output(reviewed, contents, standards, format, options, unread), options.output);
  tellUnused(own, read);
  if (options.since) for (const checked of compared) remember(checked, beside.get(checked.file) ?? {});
  const wrong = reviewed.some(({ result }) => result.findings.some(({ severity }) => severity === 'error'));
  if (wrong && unread === 0) process.exitCode = 1;
}

async function output(
  checked: readonly Checked[],
  contents: ReadonlyMap<string, Uint8Array>,
  standards: readonly Standard[],
  format: Format,
  options: CheckRunOptions,
  unread: number,
): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(checked.map(checkedJson), null, 2)}\n`;
  const told = checked.map((one) => forPeople(one, standards));
  switch (format) {
    case 'html': {
      const { findingsPage } = await import('../write/html/findings-page.ts');
      return findingsPage(told);
    }
    case 'sarif': {
      const { sarif } = await import('../write/sarif.ts');
      return sarif(told, VERSION);
    }
    case 'xlsx': {
      const { issueListWorkbook } = await import('../write/workbook/issue-list.ts');
      return issueListWorkbook(told);
    }
    case 'docx': {
      const [one] = told as [CheckedReport];
      return commented(one, contents.get(one.file) ?? new Uint8Array(), options);
    }
    case 'text': {
      const paint = options.output === undefined ? paintOf(process.stdout) : unpainted;
      const results = checked.map(({ result }) => result);
      const total = checked.length + unread > 1 ? [totalText(results, unread)] : [];
      return [...told.map((one) => checkText(one, paint)), ...total].join('\n');
    }
  }
}

/** The report itself with comments; of a file that is no .docx, a fresh one of its text. How much was written goes to standard error. */
async function commented(
  checked: CheckedReport,
  bytes: Uint8Array,
  { fix = false, output = '' }: CheckRunOptions,
): Promise<Uint8Array> {
  const { commentedWord } = await import('../write/word/findings-comments.ts');
  const isWord = checked.report.manuscript.format === 'word';
  const document = isWord ? bytes : await (await import('../write/word/plain-docx.ts')).plainDocx(checked.report);
  // Word shows the time of a comment as it stands, whatever zone it names
  const date = `${new Date().toLocaleString('sv-SE').replace(' ', 'T')}Z`;
  const written = commentedWord(checked, document, { date, fix });
  const corrections = fix ? `，修订${written.corrections}处` : '';
  const unplaced = written.unplaced > 0 ? `；有${written.unplaced}处无法写进文档，请看 --format text 的结果` : '';
  process.stderr.write(`${output}：写入批注${written.comments}处${corrections}${unplaced}。原文件没有改动。\n`);
  return written.bytes;
}

/** What the writers for people are given. */
export function forPeople(checked: Checked, standards: readonly Standard[]): CheckedReport {
  return { ...checked, standards: standardsUsed(checked.report, standards).map(titleOf) };
}

function besides(file: string) {
  return { settings: settingsBeside(file), decisions: decisionsBeside(file) };
}

/** The only case in which a check writes beside the report: asked for what is new, it must know what was told. */
function remember(checked: Checked, beside: ReviewOptions): void {
  const path = decisionsPath(checked.file);
  if (path === null) return;
  writeBytes(path, withSeen(checked, beside));
}

async function earlierReport(path: string | undefined) {
  if (path === undefined) return null;
  const { report } = await extract(path, readBytes(path), READERS);
  return { file: path, report };
}

/** The standards to hold reports against: ids asked for take the place of the automatic choice, files come on top. */
export function standardsGiven(given: readonly string[]): { standards: Standard[]; own: readonly Standard[] } {
  const { asked, bundled, own } = chooseStandards(bundledStandards(), given.map(wantedStandard));
  return { standards: [...(asked.length > 0 ? asked.map(applyAlways) : bundled), ...own], own };
}

/** A standard file that was given and fitted none of the reports: to pass over it in silence would look like a pass. */
function tellUnused(own: readonly Standard[], read: readonly Checked[]): void {
  if (read.length === 0) return;
  for (const standard of own) {
    if (read.some(({ report }) => standardsFor(report, [standard]).length > 0)) continue;
    process.stderr.write(
      `${titleOf(standard)}没有用上：它的报告种类（kinds）或施行日期（effective）与所核对的报告不合。\n`,
    );
  }
}
