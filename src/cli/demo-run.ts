import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../jobs/check.ts';
import { initProject } from '../jobs/init.ts';
import { InputError } from '../model/manuscript.ts';
import type { Standard } from '../standards/standard.ts';
import { checkText } from '../write/terminal/check-text.ts';
import { bundledStandards } from './bundled-standards.ts';
import { forPeople } from './check-run.ts';
import { runDraft } from './draft-run.ts';
import { PACKAGE_ROOT, readBytes, writeBytes } from './files.ts';
import { loadKind } from './kinds.ts';
import { ignoreClosedPipe } from './output.ts';
import { sampleCounty } from './resources.ts';
import { paintOf } from './terminal.ts';

const OUTPUT = 'output';
const KIND = 'county-basic';

/**
 * Shows the main job on the bundled sample: a workbook becomes a Word report, the report is read back and checked, and a
 * report with planted errors is checked. Writes only below `output/` in the current folder; a workbook that is there is used
 * as it is, so that one can change a number and run again, and a draft that a person has edited is left alone.
 */
export async function runDemo(): Promise<void> {
  ignoreClosedPipe(process.stdout);
  const project = join(OUTPUT, '青禾县');
  const files = {
    workbook: join(project, '数据.xlsx'),
    settings: join(project, 'junheng.yaml'),
    draft: join(OUTPUT, '青禾县自评报告.docx'),
    ledger: join(OUTPUT, '青禾县自评报告.台账.xlsx'),
    planted: join(PACKAGE_ROOT, 'corpus', 'sample', '示例报告（含错）.txt'),
    findings: join(OUTPUT, '示例报告（含错）.核对.txt'),
  };
  say('一、由数据起草报告（虚构的青禾县）');
  if (!existsSync(files.workbook) || !existsSync(files.settings)) await makeProject(project, files);
  if (!(await draftOrKeep(project, files.draft, files.ledger))) return;

  const standards = bundledStandards();
  say('\n二、读回这份报告并核对');
  await tellCheck(files.draft, files.draft, standards);
  say('\n三、核对一份有错的报告（虚构的临溪县，文中预置若干差错）');
  writeBytes(files.findings, await tellCheck('示例报告（含错）.txt', files.planted, standards));

  say('\n文件都在这里：');
  for (const [what, path] of [
    ['数据工作簿', files.workbook],
    ['报告的设置', files.settings],
    ['起草的报告', files.draft],
    ['数字的台账', files.ledger],
    ['有错的报告', files.planted],
    ['核对的结果', files.findings],
    ['核对的网页', join(PACKAGE_ROOT, 'dist', 'web', 'junheng.html')],
  ] as const) {
    say(`  ${what}　${path}`);
  }
  say('接着可以试：双击上面的网页，拖进您的报告；或运行 node dist/cli/main.js check 您的报告.docx');
}

async function makeProject(
  folder: string,
  files: { readonly workbook: string; readonly settings: string },
): Promise<void> {
  const kind = { name: 'kind.yaml', text: loadKind(KIND).files.get('kind.yaml') ?? '' };
  const { workbook, settings } = await initProject({ kind, year: '2024', sample: sampleCounty() });
  mkdirSync(folder, { recursive: true });
  writeBytes(files.workbook, workbook);
  writeBytes(files.settings, settings);
}

/** Whether there is a draft to go on with: a workbook with contradictions gives none. */
async function draftOrKeep(project: string, output: string, ledger: string): Promise<boolean> {
  try {
    return await runDraft(project, { output, ledger });
  } catch (error) {
    if (!(error instanceof InputError) || error.code !== 'output-edited') throw error;
    say(`${output} 被人修改过，没有重新起草；下面核对现有的这一份。`);
    return true;
  }
}

/** Checks a report, prints the result, and gives it without colours. */
async function tellCheck(name: string, path: string, standards: readonly Standard[]): Promise<string> {
  const checked = forPeople(await check(name, readBytes(path), standards), standards);
  process.stdout.write(checkText(checked, paintOf(process.stdout)));
  return checkText(checked);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
