import type { Command } from 'commander';
import { speakChinese } from '../call-errors.ts';

/** `junheng demo`, what `npm start` runs: the main job on the bundled sample. Not in the help, since it is for a first look only. */
export function registerDemo(program: Command): void {
  speakChinese(program.command('demo', { hidden: true }))
    .description('用自带的虚构县演示：起草报告、核对报告')
    .action(async () => {
      const { runDemo } = await import('../demo-run.ts');
      await runDemo();
    });
}
