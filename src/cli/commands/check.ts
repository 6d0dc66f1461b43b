import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';
import type { CheckRunOptions } from '../check-run.ts';
import { addStandardOption } from '../standard-option.ts';

/** `junheng check FILE…`: cross-checks reports. */
export function registerCheck(program: Command): void {
  addStandardOption(
    speakChinese(program.command('check'))
      .description('核对报告：数字之间的关系、序号和项数、评估标准')
      .usage('[选项] <文件...>')
      .argument('[文件...]', '报告（.docx、.doc、.wps、.pdf、.txt、.md），或装有报告的文件夹；“-”表示标准输入')
      .option(
        '--format <格式>',
        'text、json、html（原文与问题对照的网页）、docx（原报告加批注）、xlsx（问题清单）或 sarif（默认按输出文件的扩展名，否则为 text）',
      )
      .option('-o, --output <文件>', '写入文件')
      .option('--fix', '输出 .docx 时，把确定无疑的错别字和重复标点写成修订（不动任何数字）')
      .option('--together', '这些文件是同一次报送的材料，彼此也要对得上')
      .option('--against <去年的报告>', '与去年的报告对照：往年数据、比上年的增减、没有更新的数')
      .option('--data <工作簿>', '与数据工作簿（.xlsx、.xls、.csv）逐个对照：文中的数、生均值、差异系数、增减和占比')
      .option('--since', '只列上次用 --since 核对之后新出现的问题（记在报告旁的 .decisions.yaml 文件里）'),
  ).action(async (files: readonly string[], options: CheckRunOptions) => {
    const { runCheck } = await import('../check-run.ts');
    await runCheck(files, options);
  });
}
