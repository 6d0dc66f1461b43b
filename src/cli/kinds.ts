import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { KindFiles } from '../jobs/draft.ts';
import { InputError } from '../model/manuscript.ts';
import { PACKAGE_ROOT, readBytes } from './files.ts';

const TEMPLATES = join(PACKAGE_ROOT, 'templates');

/** Ids of the bundled report kinds. */
export function kindIds(): readonly string[] {
  return readdirSync(TEMPLATES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The files of a bundled report kind. */
export function loadKind(id: string): KindFiles {
  const known = kindIds();
  // By the list and not by the file system: an id with `..` must not leave the folder.
  if (!known.includes(id)) {
    throw new InputError('kind-unknown', `没有报告类型“${id}”，可用：${known.join('、')}。`);
  }
  const folder = join(TEMPLATES, id);
  const names = readdirSync(folder).filter((name) => /\.(?:md|yaml)$/.test(name));
  const decoder = new TextDecoder('utf-8');
  return { name: id, files: new Map(names.map((name) => [name, decoder.decode(readBytes(join(folder, name)))])) };
}
