import { copyFileSync, existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { type OpenedLibrary, openLibrary } from '../jobs/phrases.ts';
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
const SETTINGS = 'junheng.yaml';

/**
 * Where the phrases are kept: the file asked for; in the folder of a project (where there is a junheng.yaml, or a library
 * already) 短语库.jsonl there; else one library of the person's own.
 */
export function libraryPath(asked: string | undefined): string {
  if (asked !== undefined) return asked;
  if (existsSync(NAME) || existsSync(SETTINGS)) return NAME;
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
    const lines = existsSync(path) ? readLibrary(textOf(path), path) : null;
    if (lines !== null) tellDamages(path, lines);
    const changed = change(lines === null ? [] : phrasesOf(lines));
    if (changed === null) return;
    if (lines !== null && lines.damages.length > 0) {
      const kept = freeName(path);
      copyFileSync(path, kept);
      process.stderr.write(`${path}：损坏前的原文件已另存为 ${kept}，没有丢弃。\n`);
    }
    writeBytes(path, printLibrary(changed), { durable: true });
  });
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
