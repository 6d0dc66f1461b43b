import { existsSync, readFileSync, rmSync } from 'node:fs';
import { extname } from 'node:path';
import { ledgerJson } from '../draft/index.ts';
import { draftReport } from '../jobs/draft.ts';
import { proveDraft } from '../jobs/draft-proof.ts';
import { InputError } from '../model/manuscript.ts';
import { draftCounts, faultsText, gapsText, proofText } from '../write/terminal/draft-text.ts';
import { bundledStandards } from './bundled-standards.ts';
import { locateData, readData, tellNotices } from './data-files.ts';
import { refuseEdited } from './edited.ts';
import { writeBytes } from './files.ts';
import { loadKind } from './kinds.ts';
import { ownFiles } from './own-files.ts';
import { projectOf } from './project.ts';

const FORMATS = new Map([
  ['.docx', 'docx'],
  ['.html', 'html'],
  ['.md', 'markdown'],
] as const);

/**
 * Drafts a report from a project folder or a workbook, has it prove itself, writes it, and tells what it holds and what is still
 * to be filled in. A draft that does not hold against its own data is not written, and the exit code is 1; with `force` it is
 * written all the same, and the exit code stays.
 *
 * @returns whether the report was written
 */
export async function runDraft(
  source: string,
  options: {
    readonly output: string;
    readonly kind?: string;
    readonly templates?: string;
    readonly ledger?: string;
    readonly force?: true;
  },
): Promise<boolean> {
  const format = FORMATS.get(extname(options.output).toLowerCase() as '.docx');
  if (format === undefined) {
    throw new InputError('output-format', `${options.output}：报告只能写成 .docx、.html 或 .md 文件。`);
  }
  const ledgerFormat = options.ledger === undefined ? null : extname(options.ledger).toLowerCase();
  if (ledgerFormat !== null && ledgerFormat !== '.json' && ledgerFormat !== '.xlsx') {
    throw new InputError('ledger-format', `${options.ledger}：台账只能写成 .xlsx 或 .json 文件。`);
  }
  if (format === 'docx' && options.force !== true) refuseEdited(options.output);
  const data = locateData(source);
  const { folder } = data;
  const dataset = await readData(data);
  const standards = bundledStandards();
  const project = projectOf(folder, options.templates, dataset, standards);
  const kind = loadKind(options.kind ?? project.kind ?? 'county-basic', project.own);
  const result = await draftReport({
    kind,
    dataset,
    settings: project.settings,
    standards,
    wantedStandards: project.wantedStandards,
    format,
    ownWords: ownFiles(folder),
  });
  tellNotices(result.notices);
  const word = format === 'docx' ? result.bytes : null;
  const { tree } = result;
  const proof = await proveDraft(
    { file: options.output, word, tree, ledger: result.ledger },
    { file: data.label, dataset },
    standards,
  );
  if (proof.faults.length > 0) {
    process.exitCode = 1;
    process.stderr.write(`${options.output}：起草的报告没有通过自查。\n${faultsText(proof.faults)}`);
    if (options.force !== true) {
      process.stderr.write('没有写出报告。请核对上面的数据后重新起草；确实要带着这些问题写出，加 --force。\n');
      return false;
    }
  }
  if (options.ledger === undefined) writeBytes(options.output, result.bytes);
  else {
    const { ledgerWorkbook } = await import('../write/ledger-xlsx.ts');
    const ledger = ledgerFormat === '.json' ? ledgerJson(result.ledger) : await ledgerWorkbook(result.ledger);
    writeBoth([options.ledger, ledger], [options.output, result.bytes]);
  }
  process.stdout.write(`已写出 ${options.output}：${draftCounts(result.ledger, result.gaps)}。\n${proofText(proof)}`);
  if (options.ledger !== undefined) process.stdout.write(`台账 ${options.ledger}\n`);
  process.stdout.write(gapsText(result.gaps));
  return true;
}

type FileToWrite = readonly [path: string, content: Uint8Array | string];

/**
 * Two files or none: a ledger without its report would be taken for that of an older one. Where the report cannot be written,
 * most often because it stands open in Word, the ledger of the older one comes back.
 */
function writeBoth([ledger, entries]: FileToWrite, [report, content]: FileToWrite): void {
  const older = existsSync(ledger) ? readFileSync(ledger) : null;
  writeBytes(ledger, entries);
  try {
    writeBytes(report, content);
  } catch (error) {
    if (older) writeBytes(ledger, older);
    else rmSync(ledger, { force: true });
    throw error;
  }
}
