import type { Command } from 'commander';
import { displayWidth } from '../write/workbook/text-table.ts';

/** Commander's own words about a wrong call, and what a clerk reads instead; `$1` is the part that was wrong. */
const MESSAGES: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown option '([^']*)'/u, '没有选项“$1”。'],
  [/^error: option '([^']*)' argument missing/u, '选项“$1”后面缺少内容。'],
  [/^error: missing required argument '([^']*)'/u, '缺少“$1”。'],
  [/^error: required option '([^']*)' not specified/u, '缺少选项“$1”。'],
  [/^error: too many arguments/u, '给出的内容太多。'],
  [/^error: unknown command '([^']*)'/u, '没有命令“$1”。'],
  [/^error: option '([^']*)' argument '([^']*)' is invalid\.[^]*/u, '选项“$1”不接受“$2”。'],
];
const TITLES = new Map([
  ['Usage:', '用法：'],
  ['Arguments:', '内容：'],
  ['Options:', '选项：'],
  ['Commands:', '命令：'],
]);

/** Makes a command, and those that are added to it later, speak Chinese about wrong calls and in its help. */
export function speakChinese(command: Command): Command {
  return command
    .configureOutput({ outputError: (message, write) => write(chineseCallError(message, pathOf(command))) })
    .configureHelp({ styleTitle: (title) => TITLES.get(title) ?? title, displayWidth });
}

/** `phrases search` for a command of a command. */
function pathOf(command: Command): string {
  const { parent } = command;
  return parent === null || parent.parent === null ? command.name() : `${pathOf(parent)} ${command.name()}`;
}

function chineseCallError(message: string, name: string): string {
  for (const [pattern, words] of MESSAGES) {
    const found = pattern.exec(message);
    if (found) {
      const told = words.replaceAll(/\$(\d)/gu, (_, group: string) => found[Number(group)] ?? '');
      return `${told}用法见 junheng ${name === 'junheng' ? '' : `${name} `}--help。\n`;
    }
  }
  return message;
}
