import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';
import { addStandardOption } from '../standard-option.ts';

interface Options {
  readonly dismiss?: string;
  readonly accept?: string;
  readonly reason?: string;
  readonly report?: string;
  readonly standard?: readonly string[];
}

/** `junheng decisions FILE`: what people decided about the findings of a report. */
export function registerDecisions(program: Command): void {
  addStandardOption(
    speakChinese(program.command('decisions'))
      .description('记下对核对结果的决定：哪些不是问题（以后不再列出），哪些属实')
      .usage('[选项] <报告>')
      .argument('<报告>', '核对过的报告；不带编号时读回 .docx 里批注的处理（解决、答复、删除），并列出已有的决定')
      .option('--dismiss <编号>', '不是问题，以后不再列出；编号见 check 的输出，如 3,5')
      .option('--accept <编号>', '属实，待改')
      .option('--reason <理由>', '理由')
      .option('--report <原报告>', '带批注的文件由哪份报告而来：决定记到那份报告名下'),
  ).action(async (file: string, options: Options) => {
    const { runDecisions } = await import('../decisions-run.ts');
    await runDecisions(file, options);
  });
}
