import { InputError } from '../model/manuscript.ts';
import { fingerprint } from './fingerprint.ts';
import type { Phrase } from './phrase.ts';

/** Of the layout described at {@link printLibrary}; a file of a later one is refused, not half understood. */
const VERSION = 1;
const HEAD = /^\{"junheng":"phrase-library","version":(\d+),"phrases":(\d+)\}$/;
/** The line's content between these two is what the sum is of, so that it can be told without being parsed. */
const LINE = /^\{"sum":"([0-9a-z]{11})","phrase":(\{.*\})\}$/;

/** What is wrong with a library's file. */
export interface Damage {
  /** From 1. */
  readonly line: number;
  /** Chinese. */
  readonly what: string;
}

/** A library's lines, each known to be whole; a line is parsed when it is asked for, since a search asks for few. */
export interface LibraryLines {
  readonly size: number;
  phrase(index: number): Phrase;
  readonly damages: readonly Damage[];
}

/**
 * A library as a file: JSON Lines. The first line says what the file is, its version and how many phrases follow; each further
 * line holds one phrase and a fingerprint of its text, so that one damaged line costs no other.
 */
export function printLibrary(phrases: readonly Phrase[]): string {
  const lines = phrases.map((phrase) => {
    const content = JSON.stringify(phrase);
    return `{"sum":"${fingerprint(content)}","phrase":${content}}\n`;
  });
  return `{"junheng":"phrase-library","version":${VERSION},"phrases":${phrases.length}}\n${lines.join('')}`;
}

/**
 * Reads a library's file. Damaged lines are left out and told, each by its number.
 * @param verified the text is known to be whole (an index made of it says so): the sums need not be computed again
 * @throws InputError where it is no library at all, or one of a later version of the program
 */
export function readLibrary(text: string, file: string, verified = false): LibraryLines {
  const [head = '', ...rest] = text.split('\n');
  const told = HEAD.exec(head.trim());
  const [, version = '', count = ''] = told ?? [];
  if (told !== null && Number(version) > VERSION) {
    throw new InputError('library-version', `${file}：这个短语库由更新版本的程序写成，请先更新本程序；文件没有改动。`);
  }
  if (rest.at(-1) === '') rest.pop();
  const damages: Damage[] = told === null ? [{ line: 1, what: '首行不是短语库的说明' }] : [];
  const contents: string[] = [];
  rest.forEach((raw, index) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    const content = verified ? line.slice(SUM_LENGTH, -1) : contentOf(line);
    if (content !== null) contents.push(content);
    else if (!HEAD.test(line)) damages.push({ line: index + 2, what: whatIsWrong(line) });
  });
  if (told === null && contents.length === 0) {
    throw new InputError(
      'library-unknown',
      `${file}：不是短语库文件（应为 junheng phrases 写出的 .jsonl 文件）；没有改动。`,
    );
  }
  if (told !== null && rest.length < Number(count)) {
    damages.push({ line: rest.length + 2, what: `文件在此中断，缺少${Number(count) - rest.length}条短语` });
  }
  const parsed: (Phrase | undefined)[] = [];
  return {
    size: contents.length,
    damages,
    phrase(index) {
      const known = (parsed[index] ??=
        contents[index] === undefined ? undefined : (JSON.parse(contents[index]) as Phrase));
      if (known === undefined) throw new RangeError(`no phrase ${index}`);
      return known;
    },
  };
}

/** All phrases of a library. */
export function phrasesOf(lines: LibraryLines): Phrase[] {
  return Array.from({ length: lines.size }, (_, index) => lines.phrase(index));
}

const SUM_LENGTH = '{"sum":"00000000000","phrase":'.length;

function contentOf(line: string): string | null {
  const [, sum, content = ''] = LINE.exec(line) ?? [];
  return sum !== undefined && fingerprint(content) === sum ? content : null;
}

function whatIsWrong(line: string): string {
  if (line.trim() === '') return '空行';
  return LINE.test(line) ? '内容与校验码不符' : '不完整，或被改动过';
}
