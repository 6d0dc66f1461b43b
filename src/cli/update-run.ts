import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { extname } from 'node:path';
import { recordOfDraft, updateDraft } from '../jobs/update-draft.ts';
import { InputError } from '../model/manuscript.ts';
import { renewalJson, renewalText } from '../write/renewal-text.ts';
import { bundledStandards } from './bundled-standards.ts';
import { locateData, readData } from './data-files.ts';
import { refuseEdited } from './edited.ts';
import { readBytes, writeBytes } from './files.ts';
import { loadKind } from './kinds.ts';
import { projectOf } from './project.ts';

/**
 * Brings a draft that people have edited up to date with a project's data, writes it beside, and tells what was changed and what
 * is left to a person. The exit code is 1 where something is left that is wrong for certain.
 */
export async function runUpdate(
  source: string,
  options: {
    readonly update: string;
    readonly output: string;
    readonly kind?: string;
    readonly templates?: string;
    readonly ledger?: string;
    readonly report?: string;
    readonly force?: true;
  },
): Promise<void> {
  const { update: draft, output, report } = options;
  for (const file of [draft, output]) {
    if (extname(file).toLowerCase() !== '.docx')
      throw new InputError('update-format', `${file}：只能更新 .docx 草稿，更新后也写成 .docx。`);
  }
  const reportFormat = report === undefined ? null : extname(report).toLowerCase();
  if (reportFormat !== null && reportFormat !== '.xlsx' && reportFormat !== '.json') {
    throw new InputError('report-format', `${report}：更新清单只能写成 .xlsx 或 .json 文件。`);
  }
  if (options.ledger !== undefined) {
    throw new InputError('option-mismatch', '--ledger 不能与 --update 一起用：人改过的草稿另有 --report 清单。');
  }
  const bytes = Uint8Array.from(readBytes(draft));
  if (options.force !== true) {
    if (isSameFile(draft, output)) {
      throw new InputError(
        'output-is-input',
        `${output}：就是要更新的草稿，没有覆盖；请换一个文件名，或加 --force 写回原文件。`,
      );
    }
    refuseEdited(output);
  }
  const record = recordOfDraft(draft, bytes);
  if (options.kind !== undefined && options.kind !== record.kind) {
    throw new InputError(
      'other-kind',
      `${draft}：这份草稿的类型是 ${record.kind}，不是 ${options.kind}；更新时不用写 --kind。`,
    );
  }
  const data = locateData(source);
  const dataset = await readData(data);
  const standards = bundledStandards();
  const project = projectOf(data.folder, options.templates, dataset, standards);
  const { bytes: updated, renewal } = await updateDraft({
    file: draft,
    bytes,
    record,
    kind: loadKind(record.kind, project.own),
    data: data.label,
    dataset,
    settings: project.settings,
    standards,
    wantedStandards: project.wantedStandards,
    date: new Date().toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  if (report === undefined) writeBytes(output, updated);
  else {
    const { renewalWorkbook } = await import('../write/workbook/renewal-workbook.ts');
    const list = reportFormat === '.json' ? renewalJson(renewal, updated) : await renewalWorkbook(renewal);
    const older = existsSync(report) ? readFileSync(report) : null;
    writeBytes(report, list);
    try {
      writeBytes(output, updated);
    } catch (error) {
      // a list without its document would be taken for that of an older one
      if (older) writeBytes(report, older);
      else rmSync(report, { force: true });
      throw error;
    }
  }
  process.stdout.write(`已写出 ${output}：${renewalText(renewal)}`);
  if (report !== undefined) process.stdout.write(`清单 ${report}\n`);
  if (renewal.open.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}
