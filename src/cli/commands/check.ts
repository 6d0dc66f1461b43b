import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';

interface Options {
  readonly format?: string;
  readonly output?: string;
  readonly standard?: readonly string[];
}

/** `junheng check FILE…`: cross-checks reports. */
export function registerCheck(program: Command): void {
  speakChinese(program.command('check'))
    .description('核对报告：数字之间的关系、序号和项数、评估标准')
    .usage('[选项] <文件...>')
    .argument('[文件...]', '报告（.docx、.doc、.wps、.pdf、.txt、.md），或装有报告的文件夹；“-”表示标准输入')
    .option('--format <格式>', 'text 或 json（默认按输出文件的扩展名，否则为 text）')
    .option('-o, --output <文件>', '写入文件')
    .option(
      '--standard <文件>',
      '在国家标准之外，另按一份 .yaml 标准核对，可多次给出',
      (one: string, before: readonly string[] | undefined) => [...(before ?? []), one],
    )
    .action(async (files: readonly string[], options: Options) => {
      const { runCheck } = await import('../check-run.ts');
      await runCheck(files, options);
    });
}
