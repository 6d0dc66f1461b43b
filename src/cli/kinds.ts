import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_CHARACTERS, MOST_FILES } from '../draft/limits.ts';
import { meant } from '../draft/nearest.ts';
import type { KindFiles, KindOverlay } from '../jobs/kind-files.ts';
import { InputError } from '../model/manuscript.ts';
import { decodeText } from '../read/text/decode.ts';
import { PACKAGE_ROOT, readBytes } from './files.ts';

const TEMPLATES = join(PACKAGE_ROOT, 'templates');
/** The name of an office's own templates folder beside the data. */
export const OWN_TEMPLATES = '模板';

/** Ids of the report kinds: the bundled ones, and those of an office's own folder. */
export function kindIds(own?: string): readonly string[] {
  const ids = new Set([...foldersIn(TEMPLATES), ...(own === undefined ? [] : ownFolders(own))]);
  return [...ids].sort();
}

/**
 * The files of a report kind, an office's own laid over the bundled ones.
 * @param own the office's templates folder
 * @throws InputError for an unknown kind, or a folder that cannot be read
 */
export function loadKind(id: string, own?: string): KindFiles {
  const known = kindIds(own);
  // By the list and not by the file system: an id with `..` must not leave the folder.
  if (!known.includes(id)) {
    throw new InputError('kind-unknown', `没有报告类型“${id}”${meant(id, known) || '，'}可用：${known.join('、')}。`);
  }
  const isBundled = foldersIn(TEMPLATES).includes(id);
  const files = isBundled ? bundledFiles(join(TEMPLATES, id)) : new Map<string, string>();
  if (own === undefined || !ownFolders(own).includes(id)) return { name: id, files };
  return { name: id, files, overlay: overlayOf(own, id) };
}

/** A folder of templates of an office: the one that is asked for, else 模板 beside the data where there is one. */
export function ownTemplates(asked: string | undefined, project: string): string | undefined {
  if (asked !== undefined) {
    const found = statSync(asked, { throwIfNoEntry: false });
    if (found?.isDirectory()) return asked;
    throw new InputError('templates-folder', `${asked}：没有这个模板文件夹。`);
  }
  // what is no folder is told by whoever needs it to be one
  if (!statSync(project, { throwIfNoEntry: false })?.isDirectory()) return undefined;
  const beside = join(project, OWN_TEMPLATES);
  return lstatSync(beside, { throwIfNoEntry: false })?.isDirectory() ? beside : undefined;
}

function bundledFiles(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder).filter((name) => /\.(?:md|yaml)$/.test(name));
  const decoder = new TextDecoder('utf-8');
  return new Map(names.map((name) => [name, decoder.decode(readBytes(join(folder, name)))]));
}

/** Real files only: a link in a folder that came by mail could lead to anything on the clerk's computer. */
function overlayOf(own: string, id: string): KindOverlay {
  const folder = join(own, id);
  const files = new Map<string, string>();
  const refused: string[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { name } = entry;
    const path = join(folder, name);
    if (/^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/iu.test(name)) continue;
    if (entry.isSymbolicLink()) refused.push(`${name}：是链接，不读；请放文件本身。`);
    else if (entry.isDirectory()) refused.push(`${name}：是文件夹，没有用上；章节文件直接放在${id}里。`);
    else if (!/\.(?:md|yaml)$/.test(name)) refused.push(`${name}：不是 .md 或 kind.yaml，没有用上。`);
    else if (statSync(path).size > MOST_CHARACTERS * 4) {
      throw new InputError('templates-budget', `${path}：文件太大，不像是模板，没有读取。`);
    } else files.set(name.normalize('NFC'), decodeTemplate(path));
    if (files.size > MOST_FILES) {
      throw new InputError('templates-budget', `${folder}：文件太多，一类报告最多${MOST_FILES}个模板文件。`);
    }
  }
  return { folder: own, files, refused };
}

function decodeTemplate(path: string): string {
  const bytes = readBytes(path);
  return bytes.length === 0 ? '' : decodeText(path, bytes).text;
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Ids of the kinds that an office's folder has something for. */
export function ownKindIds(own: string): readonly string[] {
  return [...ownFolders(own)].sort();
}

/** The office's kinds; each other thing in its folder would be in vain, and is told when the folder is checked. */
function ownFolders(own: string): readonly string[] {
  return foldersIn(own).filter((name) => !/^[._]/u.test(name));
}

/** What lies in an office's templates folder and is no kind: files, and links to folders. */
export function strayFiles(own: string): readonly string[] {
  return readdirSync(own, { withFileTypes: true })
    .filter((entry) => !entry.isDirectory() && !/^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$/iu.test(entry.name))
    .map(
      ({ name }) =>
        `${join(own, name)}：没有用上；模板要放在以报告类型命名的文件夹里，如${join(own, 'county-basic')}。`,
    );
}
