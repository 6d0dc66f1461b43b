import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OWN_FOLDER } from '../jobs/own-words.ts';
import { InputError } from '../model/manuscript.ts';
import type { NamedBytes } from '../read/workbook/index.ts';
import { readBytes } from './files.ts';

/** The files of the folder 文字 beside the data, by name; none where there is no such folder. Nothing is ever written there. */
export function ownFiles(project: string): readonly NamedBytes[] {
  const folder = join(project, OWN_FOLDER);
  if (!existsSync(folder)) return [];
  if (!lstatSync(folder).isDirectory()) {
    throw new InputError('own-words', `${folder}：应是放自己所写文字的文件夹，现在不是文件夹，请改名或移走。`);
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({ name, bytes: readBytes(join(folder, name)) }));
}
