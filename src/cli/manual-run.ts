import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { layoutManual, ruleManual } from '../jobs/manual.ts';
import { InputError } from '../model/manuscript.ts';
import { type ManualPage, manualIndex } from '../write/rule-page.ts';
import { bundledStandards } from './bundled-standards.ts';
import { writeBytes } from './files.ts';
import { emit } from './output.ts';
import { manualPages } from './resources.ts';

/** Prints a page of the manual, or the list of pages; or writes all of them into a folder. */
export function runManual(page: string | undefined, folder: string | undefined): void {
  const pages = [...writtenPages(), layoutManual(), ...ruleManual(bundledStandards())];
  if (folder !== undefined) {
    if (existsSync(folder) && !statSync(folder).isDirectory()) {
      throw new InputError('output-no-folder', `${folder}：这是一个文件，不是文件夹。`);
    }
    mkdirSync(folder, { recursive: true });
    writeBytes(join(folder, 'index.md'), manualIndex(pages));
    for (const { id, text } of pages) writeBytes(join(folder, `${id}.md`), text);
    emit(`手册共${pages.length}页，已写入 ${folder}；从 index.md 看起。\n`, undefined);
    return;
  }
  if (page === undefined) {
    emit(pages.map(({ id, title }) => `${id}　${title}\n`).join(''), undefined);
    return;
  }
  const found = pages.find(({ id, title }) => id === page || title === page);
  if (found === undefined) throw new InputError('page-unknown', `手册中没有“${page}”一页；不带参数运行可以列出各页。`);
  emit(found.text, undefined);
}

function writtenPages(): ManualPage[] {
  return manualPages().map(({ name, text }) => ({
    id: name.replace(/\.md$/, ''),
    title: /^# (.+)$/m.exec(text)?.[1] ?? name,
    text,
  }));
}
