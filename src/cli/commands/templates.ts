import { type Command, Option } from 'commander';

interface Options {
  readonly format: 'text' | 'json';
  readonly templates?: string;
  readonly check?: string;
}

/** `junheng templates`: the report kinds, what each tells and what it needs; `--check` tests an office's own templates. */
export function registerTemplates(program: Command): void {
  program
    .command('templates')
    .description('列出报告类型和各自的章节、所需的数据、要自己写的文字；或检查本单位的模板')
    .addOption(new Option('--format <format>', '输出格式').choices(['text', 'json']).default('text'))
    .option('--templates <文件夹>', '把本单位的模板文件夹也算在内（默认用当前文件夹里的“模板”）')
    .option('--check <文件夹>', '检查本单位的模板文件夹：列出全部差错，不起草报告')
    .action(async ({ format, templates, check }: Options) => {
      const { checkTemplates, listTemplates } = await import('../templates-run.ts');
      if (check === undefined) listTemplates(format, templates);
      else checkTemplates(check);
    });
}
