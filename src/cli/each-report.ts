import { InputError } from '../model/manuscript.ts';
import type { ReportInput, ReportInputs } from './report-inputs.ts';
import { progressOver } from './terminal.ts';

/**
 * Does the work on one report after the other. One that cannot be read is told on standard error and the others are still
 * worked on; the exit code becomes 2.
 * @returns how many could not be read
 */
export async function eachReport(
  { inputs, remarks }: ReportInputs,
  work: (input: ReportInput, bytes: Uint8Array) => Promise<void>,
): Promise<number> {
  for (const remark of remarks) process.stderr.write(`${remark}\n`);
  const progress = progressOver(inputs.length, process.stderr);
  let unread = 0;
  for (const input of inputs) {
    progress.step(input.name);
    try {
      await work(input, await input.read());
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      progress.clear();
      process.stderr.write(`${error.message}\n`);
      unread += 1;
    }
  }
  progress.clear();
  if (unread > 0) process.exitCode = 2;
  return unread;
}
