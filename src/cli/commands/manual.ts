import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';

/** `junheng manual [PAGE]`: the manual: what is lost on reading, and a page for each rule. */
export function registerManual(program: Command): void {
  speakChinese(program.command('manual'))
    .description('手册：读入文件时会丢失什么；每条核对规则查什么、为什么、怎样关闭')
    .usage('[选项] [页]')
    .argument('[页]', '规则的编号或名称，或 reading；不给则列出各页')
    .option('-o, --output <文件夹>', '把全部各页写入文件夹（Markdown）')
    .action(async (page: string | undefined, { output }: { readonly output?: string }) => {
      const { runManual } = await import('../manual-run.ts');
      runManual(page, output);
    });
}
