import type { Command } from 'commander';
import { decodeText } from '../read/text/decode.ts';
import type { NamedText } from '../standards/choose.ts';
import { InputError } from '../model/manuscript.ts';
import { readBytes } from './files.ts';

/** Adds `--standard`, which may be given several times, to a command. */
export function addStandardOption(command: Command): Command {
  return command.option(
    '--standard <标准>',
    '评估标准，可多次给出。给出 .yaml 文件（本省、本市的标准）：在自动选用的国家标准之外，另按它核对；给出内置标准的编号（如 basic-balance-2012，写错时会列出全部编号）：只按给出的标准，不再自动选用',
    (one: string, before: readonly string[] | undefined) => [...(before ?? []), one],
  );
}

/** A file is read, anything else is an id: a path is told by its ending or its folder, so that a missing file is named as one. */
export function wantedStandard(given: string): string | NamedText {
  if (!/\.[^.]+$|[/\\]/u.test(given)) return given;
  if (!/\.ya?ml$/iu.test(given)) {
    throw new InputError('standard-file', `--standard ${given}：标准文件应是 .yaml，或给出内置标准的编号。`);
  }
  return { name: given, text: decodeText(given, readBytes(given)).text };
}
