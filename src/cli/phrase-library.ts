import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { StockPhrase } from '../draft/index.ts';
import { type OpenedLibrary, openLibrary } from '../jobs/phrases.ts';
import { InputError } from '../model/manuscript.ts';
import {
  fingerprint,
  type LibraryLines,
  type Phrase,
  phrasesOf,
  printLibrary,
  readLibrary,
  type Segmenter,
} from '../phrases/index.ts';
import { withLock } from './file-lock.ts';
import { readBytes, writeBytes } from './files.ts';
import { starterPhrases } from './resources.ts';

const NAME = '短语库.jsonl';
/** What people know the libraries by that come with the program. */
const STARTER = '随程序带来的短语';
const SETTINGS = 'junheng.yaml';

/**
 * Where the phrases are kept: the file asked for; in the folder of a project (where there is a junheng.yaml, or a library
 * already) 短语库.jsonl there; else one library of the person's own.
 * @param folder of the project; the current one where none is told
 */
export function libraryPath(asked: string | undefined, folder = ''): string {
  if (asked !== undefined) return asked;
  if (existsSync(join(folder, NAME)) || existsSync(join(folder, SETTINGS))) return join(folder, NAME);
  return join(userFolder('APPDATA', 'XDG_DATA_HOME', ['.local', 'share']), NAME);
}

/** The person's own library, as far as there is one, and those that come with the program. Damaged lines are told, not fatal. */
export function openLibraries(path: string, segmenter: Segmenter): OpenedLibrary[] {
  const own = existsSync(path) ? [{ name: path, text: textOf(path) }] : [];
  return [...own, ...starterPhrases()].map(({ name, text }) => {
    const kept = indexPath(path === name ? path : `starter:${name}`, segmenter.id);
    const opened = openLibrary(name, text, existsSync(kept) ? readFileSync(kept, 'utf8') : null, segmenter);
    if (opened.madeIndex !== null) keepIndex(kept, opened.madeIndex);
    tellDamages(name, opened.lines);
    return opened;
  });
}

/** The phrases of a library's file; none where there is no such file. Damaged lines are told. */
export function readPhrases(path: string): Phrase[] {
  if (!existsSync(path)) return [];
  const lines = readLibrary(textOf(path), path);
  tellDamages(path, lines);
  return phrasesOf(lines);
}

/**
 * The phrases that a draft may take: those of the person's own library, then those that come with the program.
 * @param asked a library that was named, which must be there
 */
export function stockPhrases(asked: string | undefined, folder: string): StockPhrase[] {
  const path = libraryPath(asked, folder);
  if (asked !== undefined && !existsSync(path)) {
    throw new InputError(
      'library-missing',
      `${path}：没有这个短语库；用 junheng phrases add 报告 --library ${path} 建立。`,
    );
  }
  const own = readPhrases(path).map((phrase) => ({ phrase, library: basename(path) }));
  const starter = starterPhrases().flatMap(({ name, text }) =>
    phrasesOf(readLibrary(text, name)).map((phrase) => ({ phrase, library: STARTER })),
  );
  return [...own, ...starter];
}

/**
 * Changes a library while no other program can. A damaged library is kept as it is beside the new one: what cannot be read today
 * may be mended by somebody tomorrow.
 * @param change gives the new phrases, or null to leave the file alone
 */
export async function changeLibrary(
  path: string,
  change: (phrases: Phrase[]) => readonly Phrase[] | null,
): Promise<void> {
  if (dirname(path) !== '.') mkdirSync(dirname(path), { recursive: true });
  await withLock(path, () => {
    clearLeftBehind(path);
    const lines = existsSync(path) ? readLibrary(textOf(path), path) : null;
    if (lines !== null) tellDamages(path, lines);
    const changed = change(lines === null ? [] : phrasesOf(lines));
    if (changed === null) return;
    if (lines !== null && lines.damages.length > 0) {
      const kept = freeName(path);
      writeBytes(kept, readBytes(path), { durable: true });
      process.stderr.write(`${path}：损坏前的原文件已另存为 ${kept}，没有丢弃。\n`);
    }
    writeBytes(path, printLibrary(changed), { durable: true });
  });
}

/** What a program that was stopped while writing left half done; nobody else writes while the lock is held. */
function clearLeftBehind(path: string): void {
  const half = new RegExp(`^\\.[0-9a-f]{8}-[0-9a-f-]{27}$`, 'u');
  const start = `.${basename(path)}`;
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(start) && half.test(name.slice(start.length)))
      rmSync(join(dirname(path), name), { force: true });
  }
}

function tellDamages(path: string, { damages, size }: LibraryLines): void {
  if (damages.length === 0) return;
  const told = damages.slice(0, 10).map(({ line, what }) => `  第${line}行：${what}\n`);
  const more = damages.length > told.length ? `  ……共${damages.length}处\n` : '';
  process.stderr.write(`${path}：短语库有损坏，完好的${size}条照常使用：\n${told.join('')}${more}`);
}

function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = join(dirname(path), `${basename(path, '.jsonl')}.损坏${number}.jsonl`);
    if (!existsSync(name)) return name;
  }
}

function textOf(path: string): string {
  return new TextDecoder('utf-8').decode(readBytes(path));
}

/** Indexes lie apart from the libraries, where nobody mistakes them for something to keep. */
function indexPath(library: string, segmenter: string): string {
  const path = existsSync(library) ? realpathSync(library) : resolve(library);
  return join(userFolder('LOCALAPPDATA', 'XDG_CACHE_HOME', ['.cache']), `${fingerprint(path)}-${segmenter}.index`);
}

/** An index that cannot be kept is made again the next time. */
function keepIndex(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeBytes(path, text);
  } catch {
    // no place for it: slower, and right all the same
  }
}

function userFolder(windows: string, xdg: string, otherwise: readonly string[]): string {
  const given = process.env[process.platform === 'win32' ? windows : xdg];
  return join(given === undefined || given === '' ? join(homedir(), ...otherwise) : given, 'junheng');
}
