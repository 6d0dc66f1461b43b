import type { Command } from 'commander';
import { InputError } from '../../model/manuscript.ts';

interface DraftOptions {
  readonly output: string;
  readonly kind?: string;
  readonly templates?: string;
  readonly ledger?: string;
  readonly force?: true;
  readonly update?: string;
  readonly report?: string;
}

/** `junheng draft`: a new report from section templates and the workbook. */
export function registerDraft(program: Command): void {
  program
    .command('draft')
    .description('按模板和数据起草报告')
    .argument('<项目>', '报告项目文件夹（内有 数据.xlsx 或若干 .csv，和 junheng.yaml），或数据工作簿')
    .requiredOption('-o, --output <文件>', '写出的报告：.docx、.html 或 .md')
    .option('--kind <类型>', '报告类型，见 junheng templates')
    .option('--templates <文件夹>', '本单位的模板文件夹，覆盖自带的同名章节（默认用数据旁的“模板”文件夹）')
    .option('--ledger <文件>', '另存数字台账：每个数字的出处、公式和取舍（.xlsx 或 .json）')
    .option('--update <草稿>', '不重新起草，把数据更新到这份改过的草稿里（修订和批注），草稿须由本程序起草')
    .option('--report <文件>', '与 --update 一起用：更新了什么、还有什么要人处理，列成清单（.xlsx 或 .json）')
    .option('--force', '两种情形都照样写出：同名的 Word 文件被人修改过（覆盖它）；报告没有通过自查（退出码仍为1）')
    .action(async (source: string, options: DraftOptions) => {
      if (options.update !== undefined) {
        const { runUpdate } = await import('../update-run.ts');
        await runUpdate(source, { ...options, update: options.update });
        return;
      }
      if (options.report !== undefined) {
        throw new InputError('option-mismatch', '--report 只能与 --update 一起用；起草的数字清单请用 --ledger。');
      }
      const { runDraft } = await import('../draft-run.ts');
      await runDraft(source, options);
    });
}
