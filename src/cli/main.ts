#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { InputError } from '../model/manuscript.ts';
import { speakChinese } from './call-errors.ts';
import { COMMANDS } from './commands/index.ts';
import { ignoreClosedPipe } from './output.ts';
import { VERSION } from './version.ts';

/**
 * The terminal program. Exit codes: 0 nothing of severity error, 1 at least one, 2 the input or the call is at fault
 * (message on standard error, in Chinese; nothing half-written is left behind).
 */
async function main(argv: readonly string[]): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) ignoreClosedPipe(stream);
  const program = speakChinese(new Command('junheng'))
    .description('均衡：义务教育均衡发展报告的撰写与核对')
    .version(VERSION, '-V, --version', '显示版本号')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示某个命令的帮助')
    .exitOverride();
  for (const register of COMMANDS) register(program);
  for (const command of program.commands) command.helpOption('-h, --help', '显示帮助').exitOverride();
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof InputError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  // a fault of the program itself: never exit code 1, which says that the report holds errors
  const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`程序内部出错，未能完成；请把下面的内容反馈给维护者：\n${told}\n`);
  return 2;
}

await main(process.argv);
