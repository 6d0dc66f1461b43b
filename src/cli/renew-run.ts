import { existsSync, readFileSync, rmSync } from 'node:fs';
import { extname } from 'node:path';
import { renewalData } from '../jobs/renewal-data.ts';
import { renew, type Renewed } from '../jobs/renew.ts';
import { InputError } from '../model/manuscript.ts';
import type { OpenPoint } from '../model/renewal.ts';
import { parseStandard } from '../standards/parse.ts';
import { headline, OPEN_POINT_WORDS, renewalJson, renewalText, sortedPoints } from '../write/renewal-text.ts';
import { SEVERITY_WORDS } from '../write/told.ts';
import { dataFiles, tellNotices } from './data-files.ts';
import { refuseEdited } from './edited.ts';
import { readBytes, writeBytes } from './files.ts';
import { READERS } from './old-word.ts';
import { refuseOverwriting } from './output.ts';
import { nationalStandards } from './resources.ts';

const REPORT_ENDINGS = new Set(['.xlsx', '.json', '.txt']);
const MARKDOWN_ENDINGS = new Set(['.md', '.markdown']);
/** More on a terminal nobody reads; the list has them all. */
const MOST_TOLD = 30;

/**
 * Renews last year's report with this year's data and tells what was done and what is left. The exit code is 1 where something is
 * left that is wrong for certain.
 */
export async function runRenew(
  file: string,
  options: { readonly data: string; readonly output: string; readonly report?: string; readonly force?: true },
): Promise<void> {
  const { output, report } = options;
  const as = formOf(file, output);
  if (report !== undefined && !REPORT_ENDINGS.has(extname(report).toLowerCase())) {
    throw new InputError('report-format', `${report}：清单只能写成 .xlsx、.json 或 .txt 文件。`);
  }
  const bytes = Uint8Array.from(readBytes(file));
  const { label, files } = dataFiles(options.data);
  const inputs = [file, ...files.map(({ name }) => name)];
  refuseOverwriting(output, inputs);
  refuseOverwriting(report, inputs);
  refuseOverwriting(report, [output]);
  if (as === 'word' && options.force !== true) refuseEdited(output);
  const data = await renewalData(label, files);
  tellNotices(data.dataset.notices ?? []);
  const renewed = await renew({
    file,
    bytes,
    data,
    standards: nationalStandards().map(({ name, text }) => parseStandard(name, text)),
    as,
    date: new Date().toISOString().replace(/\.\d+Z$/u, 'Z'),
    readers: READERS,
  });
  await writeBoth(output, report, renewed);
  tell(output, report, renewed);
  if (renewed.renewal.open.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

/** A Word file stays one; what is no Word file becomes a text with marks, since nobody could track changes in it otherwise. */
function formOf(file: string, output: string): 'word' | 'text' {
  const [from, to] = [extname(file).toLowerCase(), extname(output).toLowerCase()];
  if (to === '.docx' && from === '.docx') return 'word';
  // Markdown is changed where it stands, its tables with it; read as plain text, or plain text as Markdown, it would be another text
  if (MARKDOWN_ENDINGS.has(from)) {
    if (MARKDOWN_ENDINGS.has(to)) return 'text';
    throw new InputError('renew-format', `${output}：去年的报告是 .md，续写也写成 .md 文件。`);
  }
  if (to === '.txt') return 'text';
  if (to === '.docx') {
    throw new InputError(
      'renew-format',
      `${output}：去年的报告不是 .docx，不能写成带修订的 Word 文件；请先用 Word 或 WPS 另存为 .docx，或写成 .txt。`,
    );
  }
  throw new InputError('renew-format', `${output}：只能写成 .docx 或 .txt 文件。`);
}

/** The list first: a document without it can be made again, a list without its document would be taken for an older one's. */
async function writeBoth(output: string, report: string | undefined, { bytes, text, renewal }: Renewed): Promise<void> {
  if (report === undefined) {
    writeBytes(output, bytes);
    return;
  }
  const ending = extname(report).toLowerCase();
  const { renewalWorkbook } = await import('../write/workbook/renewal-workbook.ts');
  const list =
    ending === '.json'
      ? renewalJson(renewal, text)
      : ending === '.txt'
        ? renewalText(renewal)
        : await renewalWorkbook(renewal);
  const older = existsSync(report) ? readFileSync(report) : null;
  writeBytes(report, list);
  try {
    writeBytes(output, bytes);
  } catch (error) {
    if (older) writeBytes(report, older);
    else rmSync(report, { force: true });
    throw error;
  }
}

function tell(output: string, report: string | undefined, renewed: Renewed): void {
  const { renewal, years } = renewed;
  const lines = [`已写出 ${output}：${headline(renewal)}`];
  lines.push(
    years === null ? '看不出去年的报告写的是哪一年，文中的年份都没有改。' : `报告年度${years.from}年→${years.to}年。`,
  );
  const points = sortedPoints(renewal.open).filter(({ kind }) => kind !== 'kept');
  let heading: OpenPoint['kind'] | null = null;
  for (const point of points.slice(0, MOST_TOLD)) {
    if (point.kind !== heading) lines.push(`${OPEN_POINT_WORDS[point.kind]}：`);
    heading = point.kind;
    lines.push(`  ${SEVERITY_WORDS[point.severity]}　${point.message}`);
  }
  if (points.length > MOST_TOLD) {
    lines.push(
      `……另有${points.length - MOST_TOLD}处，${report === undefined ? '文中都有批注，也可加 --report 列成清单' : '见清单'}。`,
    );
  }
  lines.push(checkedLine(output, renewed));
  if (report !== undefined) lines.push(`清单 ${report}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** What checking the result came to: held against the workbook, and what is new in it. */
function checkedLine(output: string, { renewal, checked: { result } }: Renewed): string {
  const { data } = result;
  const fresh = renewal.open.filter(({ kind }) => kind === 'finding').length;
  const compared =
    data !== undefined && data.equal + data.different + data.review > 0
      ? `与工作簿对照，一致${data.equal}个，不一致${data.different}个，待核${data.review}个；`
      : '';
  const left = result.findings.filter(({ severity }) => severity !== 'info').length - fresh;
  const old = left > 0 ? `去年就有的问题${left}条，见 junheng check ${output}` : '没有去年遗留的问题';
  return `核对结果：${compared}换数以后新出现的问题${fresh}条；${old}。`;
}
