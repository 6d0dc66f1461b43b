import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';
import type { CompareRunOptions } from '../compare-run.ts';

/** `junheng compare OLD NEW`: the figures of two reports side by side. */
export function registerCompare(program: Command): void {
  speakChinese(program.command('compare'))
    .description('两份报告逐项对照：各项数据的变动、异常的变动、前后不一的数')
    .usage('[选项] <去年的报告> <今年的报告>')
    .argument('<去年的报告>', '去年的报告（.docx、.doc、.wps、.pdf、.txt、.md）')
    .argument('<今年的报告>', '今年的报告')
    .option('--format <格式>', 'text、json、xlsx 或 html（默认按输出文件的扩展名，否则为 text）')
    .option('-o, --output <文件>', '写入文件')
    .option('--sort <顺序>', 'report（按今年报告的顺序，默认）或 change（变动大的在前）')
    .option('--all', '在 text 中列出全部数据，不只列要紧的')
    .action(async (oldFile: string, newFile: string, options: CompareRunOptions) => {
      const { runCompare } = await import('../compare-run.ts');
      await runCompare(oldFile, newFile, options);
    });
}
