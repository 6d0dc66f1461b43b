import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';

interface Options {
  readonly format?: string;
  readonly output?: string;
}

/** `junheng extract FILE…`: section structure and figures of reports. */
export function registerExtract(program: Command): void {
  speakChinese(program.command('extract'))
    .description('读出报告的章节结构和数字')
    .usage('[选项] <文件...>')
    .argument('[文件...]', '报告（.docx、.doc、.wps、.pdf、.txt、.md），或装有报告的文件夹；“-”表示标准输入')
    .option(
      '--format <格式>',
      'json、text、md、xlsx 或 html（默认按输出文件的扩展名，否则为 json）；xlsx 是填写今年数据的工作簿，html 是网页预览',
    )
    .option('-o, --output <文件>', '写入文件')
    .action(async (files: readonly string[], options: Options) => {
      const { runExtract } = await import('../extract-run.ts');
      await runExtract(files, options);
    });
}
