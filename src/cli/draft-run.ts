import { existsSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { type DraftGap, ledgerJson, parseProjectSettings } from '../draft/index.ts';
import { draftReport } from '../jobs/draft.ts';
import { InputError } from '../model/manuscript.ts';
import { parseStandard } from '../standards/parse.ts';
import { locateData, readData } from './data-files.ts';
import { refuseEdited } from './edited.ts';
import { readBytes, writeBytes } from './files.ts';
import { loadKind } from './kinds.ts';
import { nationalStandards } from './resources.ts';

const SETTINGS = 'junheng.yaml';
const FORMATS = new Map([
  ['.docx', 'docx'],
  ['.html', 'html'],
  ['.md', 'markdown'],
] as const);

/** Drafts a report from a project folder or a workbook, writes it, and tells what it holds and what is still to be filled in. */
export async function runDraft(
  source: string,
  options: { readonly output: string; readonly kind?: string; readonly ledger?: string; readonly force?: true },
): Promise<void> {
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
  const settingsFile = join(folder, SETTINGS);
  const project = existsSync(settingsFile)
    ? parseProjectSettings(new TextDecoder('utf-8').decode(readBytes(settingsFile)), settingsFile)
    : { kind: null, settings: {} };
  const kind = loadKind(options.kind ?? project.kind ?? 'county-basic');
  const dataset = await readData(data);
  const standards = nationalStandards().map(({ name, text }) => parseStandard(name, text));
  const result = await draftReport({ kind, dataset, settings: project.settings, standards, format });
  if (options.ledger === undefined) writeBytes(options.output, result.bytes);
  else {
    const { ledgerWorkbook } = await import('../write/ledger-xlsx.ts');
    const ledger = ledgerFormat === '.json' ? ledgerJson(result.ledger) : await ledgerWorkbook(result.ledger);
    writeBoth([options.ledger, ledger], [options.output, result.bytes]);
  }
  const names = new Set(result.ledger.map((entry) => entry.name));
  process.stdout.write(
    `已写出 ${options.output}：数字${result.ledger.length}处（不同数据${names.size}项），待填${result.gaps.length}处。\n`,
  );
  if (options.ledger !== undefined) process.stdout.write(`台账 ${options.ledger}\n`);
  process.stdout.write(gapList(result.gaps));
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

function gapList(gaps: readonly DraftGap[]): string {
  const data = gaps.filter((gap) => gap.kind === 'datum');
  const prose = gaps.filter((gap) => gap.kind === 'prose');
  const wanted = [...new Set(data.flatMap((gap) => gap.wanted))];
  const lines: string[] = [];
  if (wanted.length > 0) lines.push('缺少的数据：', ...wanted.map((name) => `  ${name}`));
  if (prose.length > 0)
    lines.push('需要撰写的内容：', ...prose.map((gap) => `  ${gap.section || '文首'}：${gap.label}`));
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
