import type { Command } from 'commander';

interface DraftOptions {
  readonly output: string;
  readonly kind?: string;
  readonly ledger?: string;
  readonly force?: true;
}

/** `junheng draft`: a new report from section templates and the workbook. */
export function registerDraft(program: Command): void {
  program
    .command('draft')
    .description('按模板和数据起草报告')
    .argument('<项目>', '报告项目文件夹（内有 数据.xlsx 或若干 .csv，和 junheng.yaml），或数据工作簿')
    .requiredOption('-o, --output <文件>', '写出的报告：.docx 或 .md')
    .option('--kind <类型>', '报告类型，见 junheng templates')
    .option('--ledger <文件>', '另存数字台账：每个数字的出处、公式和取舍（.xlsx 或 .json）')
    .option('--force', '两种情形都照样写出：同名的 Word 文件被人修改过（覆盖它）；报告没有通过自查（退出码仍为1）')
    .action(async (source: string, options: DraftOptions) => {
      const { runDraft } = await import('../draft-run.ts');
      await runDraft(source, options);
    });
}
