import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';

/** `junheng web`: opens the page. */
export function registerWeb(program: Command): void {
  speakChinese(program.command('web'))
    .description('在浏览器中打开核对页面（一个不联网的网页文件，拖进报告即可核对）')
    .usage('[选项]')
    .option('-o, --output <文件>', '不打开，把页面存为一个文件，可以拷到别的电脑或共享文件夹里直接双击使用')
    .action(async (options: { readonly output?: string }) => {
      const { runWeb } = await import('../web-run.ts');
      await runWeb(options);
    });
}
