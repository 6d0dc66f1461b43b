import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { InputError } from '../../model/manuscript.ts';
import { writeBytes } from '../files.ts';
import { loadKind, ownTemplates } from '../kinds.ts';
import { sampleCounty } from '../resources.ts';

interface Options {
  readonly kind: string;
  readonly templates?: string;
  readonly year?: string;
  readonly sample?: true;
  readonly force?: true;
}

/** `junheng init DIR`: a new report project. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .description('新建报告项目：待填写的数据工作簿和设置')
    .argument('<文件夹>', '项目文件夹，没有就新建')
    .option('--kind <类型>', '报告类型', 'county-basic')
    .option('--templates <文件夹>', '本单位的模板文件夹（默认用项目文件夹里的“模板”）')
    .option('--year <年份>', '报告年度（默认为今年）')
    .option('--sample', '填入一个虚构县的数据')
    .option('--force', '覆盖已有的文件')
    .action(async (folder: string, options: Options) => {
      const kind = loadKind(options.kind, ownTemplates(options.templates, folder));
      const year = options.year ?? String(new Date().getFullYear());
      if (!/^(?:19|20)\d{2}$/u.test(year)) throw new InputError('year-invalid', `“${year}”不是年份；应写成2024。`);
      const [workbookPath, settingsPath] = [join(folder, '数据.xlsx'), join(folder, 'junheng.yaml')];
      const { OWN_FOLDER, OWN_NOTE } = await import('../../jobs/own-words.ts');
      const ownFolder = join(folder, OWN_FOLDER);
      if (options.force !== true) refuseExisting([workbookPath, settingsPath]);
      const { initProject } = await import('../../jobs/init.ts');
      const project = await initProject({
        kind,
        year,
        sample: options.sample ? sampleCounty() : null,
      });
      makeFolder(folder);
      makeFolder(ownFolder);
      writeBytes(workbookPath, project.workbook);
      writeBytes(settingsPath, project.settings);
      // With a mark of its encoding, without which older editors of Windows guess.
      writeBytes(join(ownFolder, OWN_NOTE), `\uFEFF${project.ownNote}`);
      const next =
        project.county !== null ? `已填入虚构的${project.county}的数据。` : '请先填写数据工作簿，再起草报告。';
      process.stdout.write(
        `已生成${workbookPath}和${settingsPath}。${next}自己写的文字放在${ownFolder}，见其中的${OWN_NOTE}。\n`,
      );
    });
}

function refuseExisting(paths: readonly string[]): void {
  const present = paths.filter((path) => existsSync(path));
  if (present.length === 0) return;
  throw new InputError('file-exists', `${present.join('、')}已存在，没有改动；要覆盖请加 --force。`);
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const reason = code === 'EEXIST' || code === 'ENOTDIR' ? '这是一个文件，不是文件夹' : '没有写入权限';
    throw new InputError('folder-unwritable', `${folder}：无法建立文件夹，${reason}。`);
  }
}
