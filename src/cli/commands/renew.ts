import type { Command } from 'commander';

interface RenewOptions {
  readonly data: string;
  readonly output: string;
  readonly report?: string;
  readonly force?: true;
}

/** `junheng renew`: last year's report with this year's figures, every change tracked. */
export function registerRenew(program: Command): void {
  program
    .command('renew')
    .description('把去年的报告换上今年的数：改动写成修订，拿不准的写成批注')
    .argument('<去年的报告>', '.docx；也可以是 .txt、.md、.doc、.pdf，写成带标记的文本（.md 仍是 .md）')
    .requiredOption(
      '--data <工作簿>',
      '由去年的报告提取、填好“今年数值”的工作簿（junheng extract），或数据工作簿、项目文件夹',
    )
    .requiredOption('-o, --output <文件>', '写出的报告：去年的报告是 .docx 的写 .docx，是 .md 的写 .md，其余写 .txt')
    .option('--report <文件>', '另存清单：更新了什么、出处或算式、还有什么要人处理（.xlsx、.json 或 .txt）')
    .option('--force', '同名的 Word 文件即使被人修改过也覆盖')
    .action(async (file: string, options: RenewOptions) => {
      const { runRenew } = await import('../renew-run.ts');
      await runRenew(file, options);
    });
}
