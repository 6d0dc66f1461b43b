import { LineCounter, type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { InputError } from '../model/manuscript.ts';
import { CHINESE_KEYS, CHINESE_VALUES, yamlFault } from './yaml-words.ts';

/** A YAML value with its place. */
export type YamlNode = unknown;

/** What is wrong, and where, both from 1. */
export interface YamlProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/**
 * Walks a YAML document and collects what is wrong with it, each with its line and column. A schema library would tell paths
 * (`limits.3.value`) in English; a clerk who writes a province's file needs the place, in Chinese. Keys and fixed values may be
 * written in Chinese; messages then name them so.
 */
export class YamlReader {
  readonly #file: string;
  readonly #lines = new LineCounter();
  readonly #document: Document.Parsed;
  readonly #problems: YamlProblem[] = [];
  readonly #chinese: boolean;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#document = parseDocument(text, { lineCounter: this.#lines, prettyErrors: false });
    const { contents } = this.#document;
    this.#chinese =
      isMap(contents) && contents.items.some(({ key }) => Object.values(CHINESE_KEYS).includes(String(key)));
    for (const error of this.#document.errors) {
      this.#note(error.pos[0], `YAML 写法有误${yamlFault(error.code)}。`);
    }
    if (!isMap(contents)) this.#noteWideColon(text);
  }

  get root(): YamlNode {
    return this.#document.contents;
  }

  /** Notes a problem at a node. */
  tell(node: YamlNode, message: string): void {
    const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : null;
    this.#note(range ? range[0] : 0, message);
  }

  /** @throws InputError with all problems, in the order of their places */
  throwIfAny(): void {
    if (this.#problems.length === 0) return;
    const lines = this.problems.map(
      ({ line, column, message }) => `${this.#file} 第${line}行第${column}列：${message}`,
    );
    throw new InputError('standard-problems', lines.join('\n'));
  }

  /** What was told so far, in the order of its places. */
  get problems(): readonly YamlProblem[] {
    return [...this.#problems].sort((a, b) => a.line - b.line || a.column - b.column);
  }

  /** A key as this file would write it. */
  word(key: string): string {
    return this.#chinese ? (CHINESE_KEYS[key] ?? key) : key;
  }

  map(node: YamlNode, what: string): YAMLMap | null {
    if (isMap(node)) return node;
    this.tell(node, `${what}应是“键: 值”的形式。`);
    return null;
  }

  /** The items of a list; an absent one is empty. */
  list(map: YAMLMap, key: string): readonly YamlNode[] {
    const node = this.at(map, key);
    if (node === undefined) return [];
    if (isSeq(node)) return node.items;
    this.tell(node, `“${this.word(key)}”应是列表。`);
    return [];
  }

  /** A text as written in the source (so that 0.50 stays 0.50); null where absent or `null`. */
  text(map: YAMLMap, key: string): string | null {
    const node = this.at(map, key);
    if (node === undefined || (isScalar(node) && node.value === null)) return null;
    if (!isScalar(node)) {
      this.tell(node, `“${this.word(key)}”应是一个值。`);
      return null;
    }
    return typeof node.value === 'string' ? node.value : (node.source ?? String(node.value));
  }

  required(map: YAMLMap, key: string): string {
    const text = this.text(map, key);
    if (text === null || text.trim() === '') this.tell(map, `缺少“${this.word(key)}”。`);
    return text ?? '';
  }

  /** A required text out of a few. */
  choice<T extends string>(map: YAMLMap, key: string, choices: readonly T[]): T | null {
    return this.required(map, key) === '' ? null : this.option(map, key, choices);
  }

  /** A text out of a few; null where absent. */
  option<T extends string>(map: YAMLMap, key: string, choices: readonly T[]): T | null {
    const text = this.text(map, key);
    if (text === null) return null;
    const found = choices.find((choice) => choice === text || CHINESE_VALUES[choice] === text);
    if (found === undefined) {
      const words = choices.map((choice) => (this.#chinese ? (CHINESE_VALUES[choice] ?? choice) : choice));
      this.tell(this.at(map, key), `“${this.word(key)}”应为${words.join('、')}之一，不是“${text}”。`);
    }
    return found ?? null;
  }

  texts(map: YAMLMap, key: string): { node: YamlNode; text: string }[] {
    return this.list(map, key).flatMap((node) => {
      if (isScalar(node) && node.value !== null) return [{ node, text: String(node.value) }];
      this.tell(node, `“${this.word(key)}”的每一项应是一个词。`);
      return [];
    });
  }

  /** Keys that nobody reads are misspelt ones. */
  onlyKeys(map: YAMLMap, keys: readonly string[]): void {
    const seen = new Set<string>();
    for (const { key } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const known = keys.find((one) => one === name || CHINESE_KEYS[one] === name);
      if (known === undefined) {
        this.tell(key, `不认识“${name}”；可用的有${keys.map((one) => this.word(one)).join('、')}。`);
      } else if (seen.has(known)) this.tell(key, `“${name}”与“${otherName(known, name)}”是一个意思，只能写一个。`);
      else seen.add(known);
    }
  }

  at(map: YAMLMap, key: string): YamlNode {
    return map.get(key, true) ?? map.get(CHINESE_KEYS[key] ?? key, true);
  }

  #note(offset: number, message: string): void {
    const { line, col } = this.#lines.linePos(offset);
    this.#problems.push({ line: Math.max(line, 1), column: Math.max(col, 1), message });
  }

  /** The commonest slip on a Chinese keyboard makes one long text of the whole file. */
  #noteWideColon(text: string): void {
    const at = /^[ -]*[\p{L}]+：/mu.exec(text);
    if (at) this.#note(at.index + at[0].length - 1, '冒号应是半角的“:”，后面空一格。');
  }
}

function otherName(key: string, name: string): string {
  return name === key ? (CHINESE_KEYS[key] ?? key) : key;
}
